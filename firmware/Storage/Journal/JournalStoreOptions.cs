namespace Switchhook.Storage.Journal;

/// <summary>Limits of the journal store.</summary>
public sealed record JournalStoreOptions
{
    /// <summary>Most events that wait for the disk; about 500 bytes each.</summary>
    public int MostWaiting { get; init; } = 50_000;

    /// <summary>Most events in one transaction.</summary>
    public int MostPerCommit { get; init; } = 2_000;

    /// <summary>Time from one commit to the next when there are many: what comes meanwhile goes into one.</summary>
    public TimeSpan BetweenCommits { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Commits that may follow each other without that time; one more for each such time that passes.</summary>
    public int CommitsAtOnce { get; init; } = 40;

    /// <summary>Size of the file that is given up when the disk is full, in bytes; 0 keeps none.</summary>
    public long ReserveBytes { get; init; } = Ballast.DefaultSize;

    /// <summary>The first pause after a failure; it doubles up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause between two tries.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a stop waits for the disk.</summary>
    public TimeSpan FlushTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
