namespace Switchhook.Hardware.ProSlic.Fxo;

/// <summary>
/// The moments at which the loop changes: hook, flash, and dial pulses of 60 ms break and 40 ms make, ten a second, 800 ms between digits.
/// </summary>
internal sealed class HookPlan
{
    /// <summary>The most digits that one plan holds.</summary>
    public const int MostDigits = 64;

    private const int MostMoments = (MostDigits * 20) + 64;
    private static readonly TimeSpan Break = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Make = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan InterDigit = TimeSpan.FromMilliseconds(800);

    private readonly Queue<TimeSpan> _moments = new();
    private TimeSpan _last;
    private TimeSpan? _pulsesEnd;

    /// <summary>True while the loop is to be closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>When the loop changes next, or the pulses are out; <see cref="TimeSpan.MaxValue"/> when nothing is planned.</summary>
    public TimeSpan Due => _moments.TryPeek(out var next) ? next : _pulsesEnd ?? TimeSpan.MaxValue;

    /// <summary>Checks digits that are to be dialled by pulses.</summary>
    /// <exception cref="ArgumentException">None, too many, or another sign than 0 to 9.</exception>
    public static void CheckDigits(string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        if (digits.Length > MostDigits || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException(
                $"\"{digits}\" cannot be dialled by pulses: give 1 to {MostDigits} digits from 0 to 9.", nameof(digits));
        }
    }

    /// <summary>Closes or opens the loop now, and drops every plan.</summary>
    public void Set(bool closed)
    {
        _moments.Clear();
        _pulsesEnd = null;
        IsClosed = closed;
    }

    /// <summary>Opens the loop for a time; nothing happens on-hook.</summary>
    public void Flash(TimeSpan now, TimeSpan duration)
    {
        if (CanPlan(2))
        {
            var begin = Free(now);
            Plan(begin);
            Plan(begin + duration);
        }
    }

    /// <summary>Dials by pulses, after what is planned already; nothing happens on-hook.</summary>
    public void Pulses(TimeSpan now, string digits)
    {
        if (!CanPlan(digits.Length * 20))
        {
            return;
        }

        var at = _pulsesEnd is { } end ? end - Make + InterDigit : Free(now);
        for (var i = 0; i < digits.Length; i++)
        {
            at += i == 0 ? TimeSpan.Zero : InterDigit - Make;
            var pulses = digits[i] == '0' ? 10 : digits[i] - '0';
            for (var pulse = 0; pulse < pulses; pulse++)
            {
                Plan(at);
                Plan(at + Break);
                at += Break + Make;
            }
        }

        _pulsesEnd = at;
    }

    /// <summary>Does what is due.</summary>
    /// <returns>Whether the loop has changed, and whether the digits of <see cref="Pulses"/> are out.</returns>
    public (bool Changed, bool PulsesOut) Act(TimeSpan now)
    {
        // A late step makes up for what it missed; the loop is then as it ought to be now.
        var before = IsClosed;
        while (_moments.TryPeek(out var next) && next <= now)
        {
            _moments.Dequeue();
            IsClosed = !IsClosed;
        }

        var pulsesOut = _moments.Count == 0 && _pulsesEnd <= now;
        if (pulsesOut)
        {
            _pulsesEnd = null;
        }

        return (IsClosed != before, pulsesOut);
    }

    // With an odd number of changes ahead the loop will be the other way when they are done.
    private bool CanPlan(int moments) => (IsClosed ^ (_moments.Count % 2 == 1)) && _moments.Count + moments <= MostMoments;

    private TimeSpan Free(TimeSpan now) => _moments.Count > 0 ? _last + Make : now;

    private void Plan(TimeSpan moment)
    {
        _moments.Enqueue(moment);
        _last = moment;
    }
}
