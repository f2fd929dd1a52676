using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Tones;

/// <summary>Plays DTMF digits (ITU-T Q.23), low group 2 dB weaker than the high group (Q.24, TIA-464).</summary>
public sealed class DtmfSource : IFrameSource
{
    /// <summary>Most digits of one source.</summary>
    public const int MaxDigits = 64;

    private const double LowGroupDb = -2;
    private const string Keypad = "123A456B789C*0#D";

    private static readonly double[] Rows = [697, 770, 852, 941];
    private static readonly double[] Columns = [1209, 1336, 1477, 1633];

    private readonly ToneSource _low;
    private readonly ToneSource _high;
    private readonly short[] _scratch = new short[Hardware.Lines.LineAudio.BlockSamples];

    /// <summary>A source that plays the digits once, and a pause after each.</summary>
    /// <param name="digits">0–9, *, #, A–D; a comma is a pause of two seconds.</param>
    /// <param name="on">Length of a digit; 70 ms when not given.</param>
    /// <param name="off">Length of a pause; 70 ms when not given.</param>
    /// <param name="dbm0">Level of the high group.</param>
    /// <exception cref="ArgumentException">A character that is no digit, no digits, or too many.</exception>
    public DtmfSource(string digits, TimeSpan? on = null, TimeSpan? off = null, double dbm0 = -9)
    {
        if (digits.Length is 0 or > MaxDigits)
        {
            throw new ArgumentException($"1 to {MaxDigits} digits can be played, not {digits.Length}.", nameof(digits));
        }

        var mark = on ?? TimeSpan.FromMilliseconds(70);
        var space = off ?? TimeSpan.FromMilliseconds(70);
        _low = new ToneSource(Steps(digits, mark, space, key => Rows[key / 4]), dbm0 + LowGroupDb);
        _high = new ToneSource(Steps(digits, mark, space, key => Columns[key % 4]), dbm0);
    }

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        var low = _scratch.AsSpan(0, frame.Length);
        _ = _low.Read(low);
        var count = _high.Read(frame);
        for (var i = 0; i < count; i++)
        {
            frame[i] += low[i];
        }

        return count;
    }

    private static Tone Steps(string digits, TimeSpan on, TimeSpan off, Func<int, double> hertz) =>
        new([.. digits.SelectMany(digit => Steps(digit, on, off, hertz))], RepeatFrom: -1);

    private static IEnumerable<ToneStep> Steps(char digit, TimeSpan on, TimeSpan off, Func<int, double> hertz)
    {
        if (digit == ',')
        {
            return [new ToneStep([], TimeSpan.FromSeconds(2))];
        }

        var key = Keypad.IndexOf(char.ToUpperInvariant(digit), StringComparison.Ordinal);
        return key >= 0
            ? [new ToneStep([hertz(key)], on), new ToneStep([], off)]
            : throw new ArgumentException($"\"{digit}\" is no DTMF digit.", nameof(digit));
    }
}
