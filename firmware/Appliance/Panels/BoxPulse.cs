using Switchhook.Calls.Loop;
using Switchhook.Storage.Journal;

namespace Switchhook.Appliance.Panels;

/// <summary>
/// Tells whether calls, sound and store still move, for the watchdog that resets the board when they do not. Asked by one thread, which
/// is none of theirs.
/// </summary>
/// <param name="loop">The control loop, on which all calls live.</param>
/// <param name="lastTickAt">Timestamp of the sound clock's last tick.</param>
/// <param name="store">How the journal gets to the disk.</param>
/// <param name="time">The clock.</param>
public sealed class BoxPulse(ControlLoop loop, Func<long> lastTickAt, Func<StoreHealth> store, TimeProvider time)
{
    /// <summary>Without an answer of the control loop for so long, no call goes on.</summary>
    public static readonly TimeSpan LoopLimit = TimeSpan.FromSeconds(10);

    /// <summary>Without a tick for so long, nobody hears anything.</summary>
    public static readonly TimeSpan SoundLimit = TimeSpan.FromSeconds(5);

    /// <summary>A writing thread that commits nothing for so long, and knows of no trouble with the disk, has hung.</summary>
    public static readonly TimeSpan StoreLimit = TimeSpan.FromMinutes(1);

    private long _askedAt = time.GetTimestamp();
    private volatile bool _answered = true;
    private long _committed = -1;
    private long _committedAt = time.GetTimestamp();

    /// <summary>Each gives null while all is well, else what is wrong as a sentence.</summary>
    public IReadOnlyList<Func<string?>> Questions => [Calls, Sound, Store];

    private string? Calls()
    {
        if (_answered)
        {
            _answered = false;
            _askedAt = time.GetTimestamp();
            loop.Post(() => _answered = true);
            return null;
        }

        return time.GetElapsedTime(_askedAt) < LoopLimit ? null : Words("The control loop has not answered", LoopLimit);
    }

    private string? Sound() =>
        time.GetElapsedTime(lastTickAt()) < SoundLimit ? null : Words("The sound clock has not ticked", SoundLimit);

    // A disk that is full or broken is no reason to reset the board: calls go on without it, and it would be no better afterwards.
    private string? Store()
    {
        var health = store();
        if (!health.Ok || health.Waiting == 0 || health.LastCommitted != _committed)
        {
            (_committed, _committedAt) = (health.LastCommitted, time.GetTimestamp());
        }

        return time.GetElapsedTime(_committedAt) < StoreLimit ? null : Words("The journal's thread has written nothing", StoreLimit);
    }

    private static string Words(string what, TimeSpan limit) => $"{what} for {limit.TotalSeconds:0} s.";
}
