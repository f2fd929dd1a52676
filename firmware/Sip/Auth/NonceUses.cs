namespace Switchhook.Sip.Auth;

/// <summary>
/// How often each nonce was used: no count twice. Requests may overtake each other, so a count may come later than the next ones, if not
/// by too many.
/// </summary>
internal sealed class NonceUses
{
    /// <summary>How many nonces are kept. When more are in use the oldest is forgotten, and holds no more.</summary>
    public const int Most = 10_000;

    // A bit for each of the last counts.
    private const int Window = 64;

    private readonly Dictionary<(long Issued, long Chance), Counts> _counts = [];
    private readonly Queue<(long Issued, long Chance)> _byFirstUse = new();
    private long _forgottenUntil = long.MinValue;

    /// <summary>How many are kept now.</summary>
    public int Kept => _counts.Count;

    /// <summary>Notes a use; false when it was there before, or may have been.</summary>
    /// <param name="issued">When the nonce was given out, ms.</param>
    /// <param name="chance">What tells it from others of that moment.</param>
    /// <param name="count">The client's count; 0 for the only use.</param>
    /// <param name="now">The time, ms.</param>
    public bool TryUse(long issued, long chance, uint count, long now)
    {
        var nonce = (issued, chance);
        if (_counts.TryGetValue(nonce, out var counts))
        {
            return counts.TryAdd(count);
        }

        if (issued <= _forgottenUntil)
        {
            return false;
        }

        Forget(now);
        _byFirstUse.Enqueue(nonce);
        _counts.Add(nonce, new Counts(count));
        return true;
    }

    private void Forget(long now)
    {
        while (_byFirstUse.TryPeek(out var oldest))
        {
            var isOver = now - oldest.Issued > (long)NonceSource.Life.TotalMilliseconds;
            if (!isOver && _byFirstUse.Count < Most)
            {
                return;
            }

            _byFirstUse.Dequeue();
            _counts.Remove(oldest);
            if (!isOver)
            {
                _forgottenUntil = Math.Max(_forgottenUntil, oldest.Issued);
            }
        }
    }

    private sealed class Counts(uint first)
    {
        private uint _highest = first;
        private ulong _seen = 1;

        public bool TryAdd(uint count)
        {
            if (count == 0 || _highest == 0)
            {
                return false;
            }

            if (count > _highest)
            {
                var step = count - _highest;
                _seen = step >= Window ? 1 : (_seen << (int)step) | 1;
                _highest = count;
                return true;
            }

            var back = _highest - count;
            if (back >= Window || (_seen & (1UL << (int)back)) != 0)
            {
                return false;
            }

            _seen |= 1UL << (int)back;
            return true;
        }
    }
}
