namespace Switchhook.Storage.Journal;

/// <summary>
/// How long to gather events after a commit: not at all while there are few commits, so that the disk has each event at once.
/// </summary>
/// <remarks>
/// A commit costs much, whatever is in it: at hundreds of calls a second, commits of a few events each would be most of the work.
/// </remarks>
internal sealed class CommitPace(TimeProvider time, JournalStoreOptions options)
{
    private TimeSpan _due = TimeSpan.MinValue;

    /// <summary>There was a commit; the time until the next one.</summary>
    public TimeSpan AfterCommit()
    {
        var now = time.GetElapsedTime(0);
        var earliest = now - (options.BetweenCommits * (options.CommitsAtOnce - 1));
        _due = (_due > earliest ? _due : earliest) + options.BetweenCommits;
        return _due > now ? _due - now : TimeSpan.Zero;
    }
}
