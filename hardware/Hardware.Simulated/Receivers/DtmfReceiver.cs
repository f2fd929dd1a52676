using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Signals;

namespace Switchhook.Hardware.Simulated.Receivers;

/// <summary>Hears keys, after the rules of ITU-T Q.24: windows of 12.75 ms, one every 6.375 ms.</summary>
/// <remarks>
/// A digit counts when four windows in a row agree: a tone of 40 ms fills four, one of 23 ms touches three at most. It ends after three
/// windows without it. Speech is told apart by three rules: the pair must hold most of the sound's power, each tone must stand out in its
/// group, and the high group may be at most 4 dB above and 8 dB below the low one (measured with 1 dB to spare, for the window leaks).
/// </remarks>
internal sealed class DtmfReceiver
{
    private const int WindowsToBegin = 4;
    private const int WindowsToEnd = 3;
    private const double PurePart = 0.68;
    private const double StandsOut = 4;

    private static readonly double HighAboveLow = Math.Pow(10, 0.5);
    private static readonly double HighBelowLow = Math.Pow(10, -0.9);
    private static readonly double Threshold = Math.Pow(LineAudio.Peak(-30) * HalfWindow.Length, 2);

    private readonly HalfWindow _window = new();
    private char _candidate;
    private int _hits;
    private char _present;
    private int _misses;

    /// <summary>Takes up to one block of samples, in which at most one digit can begin.</summary>
    /// <returns>The digit that was recognised in these samples; <c>'\0'</c> for none.</returns>
    public char Hear(ReadOnlySpan<short> samples)
    {
        var digit = '\0';
        while (samples.Length > 0)
        {
            var count = Math.Min(samples.Length, _window.Room);
            if (_window.Add(samples[..count]) && Decide(Classify()) is var heard and not '\0')
            {
                digit = heard;
            }

            samples = samples[count..];
        }

        return digit;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _window.Reset();
        _candidate = _present = '\0';
        _hits = _misses = 0;
    }

    private char Classify()
    {
        var row = Strongest(_window.Energies[..4], out var low, out var lowRest);
        var column = Strongest(_window.Energies[4..], out var high, out var highRest);
        // A sine of peak A over 102 samples: energy (A·51)², sum of squares A²·51. Their ratio is 51.
        var fits = low > Threshold && high > Threshold
            && high < low * HighAboveLow && high > low * HighBelowLow
            && low > lowRest * StandsOut && high > highRest * StandsOut
            && low + high > PurePart * _window.Squares * HalfWindow.Length;
        return fits ? DtmfKeys.KeyAt(row, column) : '\0';
    }

    private static int Strongest(ReadOnlySpan<double> energies, out double strongest, out double second)
    {
        var best = 0;
        strongest = second = 0;
        for (var i = 0; i < energies.Length; i++)
        {
            if (energies[i] > strongest)
            {
                second = strongest;
                strongest = energies[i];
                best = i;
            }
            else if (energies[i] > second)
            {
                second = energies[i];
            }
        }

        return best;
    }

    private char Decide(char seen)
    {
        if (_present != '\0')
        {
            _misses = seen == _present ? 0 : _misses + 1;
            if (_misses < WindowsToEnd)
            {
                return '\0';
            }

            _present = '\0';
        }

        _hits = seen == _candidate ? _hits + 1 : 1;
        _candidate = seen;
        if (seen == '\0' || _hits < WindowsToBegin)
        {
            return '\0';
        }

        _present = seen;
        _misses = 0;
        return seen;
    }
}
