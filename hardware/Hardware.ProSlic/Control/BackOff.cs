namespace Switchhook.Hardware.ProSlic.Control;

/// <summary>How long to wait before the next try: twice as long each time, up to a minute.</summary>
internal sealed class BackOff
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>What has worked for so long is new: the next wait is the first one again.</summary>
    private static readonly TimeSpan Proof = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _first;
    private TimeSpan _next;
    private TimeSpan? _worksSince;

    /// <summary>Nothing has failed yet.</summary>
    /// <param name="first">The first wait.</param>
    public BackOff(TimeSpan first) => (_first, _next) = (first, first);

    /// <summary>It failed: when to try again.</summary>
    public TimeSpan Fail(TimeSpan now)
    {
        if (_worksSince is { } since && now - since >= Proof)
        {
            _next = _first;
        }

        _worksSince = null;
        var wait = _next;
        _next = TimeSpan.FromTicks(Math.Min(_next.Ticks * 2, Longest.Ticks));
        return now + wait;
    }

    /// <summary>It works from now on.</summary>
    public void Work(TimeSpan now) => _worksSince ??= now;
}
