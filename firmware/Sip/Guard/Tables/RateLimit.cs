namespace Switchhook.Sip.Guard.Tables;

/// <summary>A token bucket that is one number: the moment at which the bucket will be full again (GCRA, ITU-T I.371).</summary>
internal readonly struct RateLimit(MessageRate rate)
{
    private readonly long _interval = TimeSpan.TicksPerSecond / rate.PerSecond;
    private readonly long _tolerance = TimeSpan.TicksPerSecond / rate.PerSecond * (rate.Burst - 1);

    /// <summary>Takes a token.</summary>
    /// <param name="full">The bucket.</param>
    /// <param name="now">The time, in ticks.</param>
    /// <returns>False, with the bucket unchanged, when it is empty.</returns>
    public bool Take(ref long full, long now)
    {
        var from = Math.Max(full, now);
        if (from - now > _tolerance)
        {
            return false;
        }

        full = from + _interval;
        return true;
    }

    /// <summary>The same for a bucket that several threads use.</summary>
    public bool TakeShared(ref long full, long now)
    {
        while (true)
        {
            var before = Volatile.Read(ref full);
            var after = before;
            if (!Take(ref after, now))
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref full, after, before) == before)
            {
                return true;
            }
        }
    }
}
