using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated.Receivers;

/// <summary>Hears keys: eight Goertzel filters over windows of 102 samples (12.75 ms), after the rules of ITU-T Q.24.</summary>
/// <remarks>
/// A digit counts when two windows in a row agree, so a tone of 40 ms is always heard (it covers two whole windows) and one of 23 ms never
/// long enough. It ends after two windows without it. Speech is told apart by three rules: the pair must hold most of the sound's power,
/// each tone must stand out in its group, and the high group may be at most 4 dB above and 8 dB below the low one.
/// </remarks>
internal sealed class DtmfReceiver
{
    private const int Window = 102;
    private const double PurePart = 0.68;
    private const double StandsOut = 6.3;

    private static readonly double[] TwoCosines =
        [.. DtmfKeys.Rows.Concat(DtmfKeys.Columns).Select(f => 2 * Math.Cos(2 * Math.PI * f / LineAudio.SampleRate))];

    private static readonly double HighAboveLow = Math.Pow(10, 0.4);
    private static readonly double HighBelowLow = Math.Pow(10, -0.8);

    // −30 dBm0 for each tone: mean square of a sine over the window, as the filters give it.
    private static readonly double Threshold = Math.Pow(LineAudio.Peak(-30) * Window / 2, 2);

    private readonly double[] _last = new double[8];
    private readonly double[] _beforeLast = new double[8];
    private double _power;
    private int _filled;
    private char _candidate;
    private char _present;
    private int _misses;

    /// <summary>Takes samples; calls back for each digit that begins, at most once a call with blocks of up to 20 ms.</summary>
    /// <returns>The digit that was recognised in these samples; <c>'\0'</c> for none.</returns>
    public char Hear(ReadOnlySpan<short> samples)
    {
        var digit = '\0';
        while (samples.Length > 0)
        {
            var count = Math.Min(samples.Length, Window - _filled);
            Filter(samples[..count]);
            samples = samples[count..];
            _filled += count;
            if (_filled == Window)
            {
                var heard = Decide(Classify());
                digit = heard == '\0' ? digit : heard;
                Clear();
            }
        }

        return digit;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Clear();
        _candidate = _present = '\0';
        _misses = 0;
    }

    private void Filter(ReadOnlySpan<short> samples)
    {
        for (var f = 0; f < 8; f++)
        {
            var factor = TwoCosines[f];
            double last = _last[f], beforeLast = _beforeLast[f];
            foreach (var sample in samples)
            {
                var value = sample + (factor * last) - beforeLast;
                beforeLast = last;
                last = value;
            }

            _last[f] = last;
            _beforeLast[f] = beforeLast;
        }

        foreach (var sample in samples)
        {
            _power += sample * (double)sample;
        }
    }

    private char Classify()
    {
        var row = Strongest(0, out var low, out var lowRest);
        var column = Strongest(4, out var high, out var highRest);
        // A sine of peak A gives (A·N/2)² at its filter and A²·N/2 in the sum of squares: their ratio is N/2.
        var fits = low > Threshold && high > Threshold
            && high < low * HighAboveLow && high > low * HighBelowLow
            && low > lowRest * StandsOut && high > highRest * StandsOut
            && low + high > PurePart * _power * Window / 2;
        return fits ? DtmfKeys.KeyAt(row, column) : '\0';
    }

    private int Strongest(int first, out double strongest, out double second)
    {
        var best = 0;
        strongest = second = 0;
        for (var i = 0; i < 4; i++)
        {
            double last = _last[first + i], beforeLast = _beforeLast[first + i];
            var energy = (last * last) + (beforeLast * beforeLast) - (TwoCosines[first + i] * last * beforeLast);
            if (energy > strongest)
            {
                second = strongest;
                strongest = energy;
                best = i;
            }
            else if (energy > second)
            {
                second = energy;
            }
        }

        return best;
    }

    private char Decide(char seen)
    {
        if (_present != '\0')
        {
            _misses = seen == _present ? 0 : _misses + 1;
            _present = _misses >= 2 ? '\0' : _present;
            _candidate = _present == '\0' ? seen : '\0';
            return '\0';
        }

        if (seen != '\0' && seen == _candidate)
        {
            _present = seen;
            _misses = 0;
            return seen;
        }

        _candidate = seen;
        return '\0';
    }

    private void Clear()
    {
        Array.Clear(_last);
        Array.Clear(_beforeLast);
        _power = 0;
        _filled = 0;
    }
}
