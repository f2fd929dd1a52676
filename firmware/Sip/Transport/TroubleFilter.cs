namespace Switchhook.Sip.Transport;

/// <summary>Lets some troubles through and counts the rest, so that a flood of them is no flood of words. Any thread.</summary>
/// <param name="tell">Where they go.</param>
/// <param name="time">The clock.</param>
internal sealed class TroubleFilter(Action<string> tell, TimeProvider time)
{
    private const int AtOnce = 20;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private long _since = time.GetTimestamp();
    private int _told;
    private int _swallowed;

    /// <summary>Tells it, unless many were told just now; then the next one says how many were not.</summary>
    public void Tell(string what)
    {
        string? summary = null;
        lock (_gate)
        {
            if (time.GetElapsedTime(_since) > Period)
            {
                summary = _swallowed > 0 ? $"{_swallowed} more troubles like these were not told." : null;
                _since = time.GetTimestamp();
                _told = 0;
                _swallowed = 0;
            }

            if (++_told > AtOnce)
            {
                _swallowed++;
                return;
            }
        }

        if (summary is not null)
        {
            tell(summary);
        }

        tell(what);
    }
}
