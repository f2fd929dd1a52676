namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>
/// The contact that closes the loop: lift and replace with contact bounce, flash, and dial pulses of 60 ms break and 40 ms make, ten a
/// second, 800 ms between digits. Plans are lists of moments at which the contact changes.
/// </summary>
internal sealed class HookSwitch(WirePair pair, long bounceSamples)
{
    /// <summary>The most digits that one plan holds.</summary>
    public const int MaxDigits = 64;

    private const int BouncePeriod = 16;
    private static readonly long Break = SampleTime.Milliseconds(60);
    private static readonly long Make = SampleTime.Milliseconds(40);
    private static readonly long InterDigit = SampleTime.Milliseconds(800);

    private readonly long[] _moments = new long[(MaxDigits * 20) + 256];
    private int _next;
    private int _count;
    private long _pulsesEnd = SampleTime.Never;
    private bool _pulsesPending;

    /// <summary>The next change of the contact, or the end of dialling.</summary>
    public long NextChange => Math.Min(_next < _count ? _moments[_next] : SampleTime.Never, _pulsesEnd);

    /// <summary>True while a flash or pulses are under way.</summary>
    public bool IsBusy => _next < _count || _pulsesPending;

    /// <summary>Checks digits that are to be dialled by pulses.</summary>
    /// <exception cref="ArgumentException">None, too many, or another sign than 0 to 9.</exception>
    public static void CheckDigits(string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        if (digits.Length > MaxDigits || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException(
                $"\"{digits}\" cannot be dialled by pulses: give 1 to {MaxDigits} digits from 0 to 9.", nameof(digits));
        }
    }

    /// <summary>Closes or opens the loop, and drops every plan.</summary>
    public void Set(long now, bool closed)
    {
        Forget();
        if (closed == pair.IsLoopClosed)
        {
            return;
        }

        pair.SetLoop(now, closed);
        PlanBounce(now);
    }

    /// <summary>Opens the loop for a time; nothing happens on-hook.</summary>
    public void Flash(long now, long samples)
    {
        if (!CanPlan(4 + (2 * BounceMoments)))
        {
            return;
        }

        var begin = Free(now);
        Plan(begin);
        PlanBounce(begin);
        Plan(begin + Math.Max(samples, bounceSamples + 1));
        PlanBounce(begin + samples);
    }

    /// <summary>Dials by pulses, after what is planned already; nothing happens on-hook.</summary>
    public void Pulses(long now, string digits)
    {
        if (!CanPlan(digits.Length * 20))
        {
            return;
        }

        var at = _pulsesPending ? _pulsesEnd - Make + InterDigit : Free(now);
        for (var i = 0; i < digits.Length; i++)
        {
            at += i == 0 ? 0 : InterDigit - Make;
            var pulses = digits[i] == '0' ? 10 : digits[i] - '0';
            for (var pulse = 0; pulse < pulses; pulse++)
            {
                Plan(at);
                Plan(at + Break);
                at += Break + Make;
            }
        }

        _pulsesEnd = at;
        _pulsesPending = true;
    }

    /// <summary>Does what is due.</summary>
    /// <returns>True when the digits of <see cref="Pulses"/> are out.</returns>
    public bool Act(long now)
    {
        while (_next < _count && _moments[_next] <= now)
        {
            _next++;
            pair.SetLoop(now, !pair.IsLoopClosed);
        }

        if (_next == _count)
        {
            _next = _count = 0;
        }

        if (_pulsesEnd > now)
        {
            return false;
        }

        _pulsesEnd = SampleTime.Never;
        _pulsesPending = false;
        return true;
    }

    // A contact of 2 ms period that ends where it began: an even number of changes after the first one.
    private int BounceMoments => (int)(bounceSamples / BouncePeriod) * 2;

    // With an odd number of changes ahead the contact will be the other way when they are done.
    private bool WillBeClosed => pair.IsLoopClosed ^ ((_count - _next) % 2 == 1);

    private bool CanPlan(int moments) => WillBeClosed && _count + moments <= _moments.Length;

    private long Free(long now) => _count > _next ? _moments[_count - 1] + Make : now;

    private void Plan(long moment) => _moments[_count++] = moment;

    private void PlanBounce(long from)
    {
        for (var i = 1; i <= BounceMoments; i++)
        {
            Plan(from + (i * BouncePeriod / 2));
        }
    }

    private void Forget()
    {
        _next = _count = 0;
        _pulsesEnd = SampleTime.Never;
        _pulsesPending = false;
    }
}
