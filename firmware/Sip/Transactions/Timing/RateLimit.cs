namespace Switchhook.Sip.Transactions.Timing;

/// <summary>Lets something happen so often and no oftener. Any thread.</summary>
/// <param name="time">The clock.</param>
/// <param name="perSecond">How often in the long run.</param>
/// <param name="burst">How often at once after a quiet time.</param>
internal sealed class RateLimit(TimeProvider time, int perSecond, int burst)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _last = time.GetTimestamp();

    /// <summary>True when it may happen now, which is counted.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_last, now).TotalSeconds * perSecond));
            _last = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
