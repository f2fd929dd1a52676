using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>Makes the sound of a keypad: 70 ms on, 70 ms off, low group −11 and high group −9 dBm0 (ITU-T Q.23, TIA-464).</summary>
internal static class DtmfKeys
{
    /// <summary>The most keys of one press-through.</summary>
    public const int MaxKeys = 64;

    /// <summary>The low group, row by row of the keypad.</summary>
    public static readonly double[] Rows = [697, 770, 852, 941];

    /// <summary>The high group, column by column.</summary>
    public static readonly double[] Columns = [1209, 1336, 1477, 1633];

    private const string Layout = "123A456B789C*0#D";
    private const double LowDbm0 = -11;
    private const double HighDbm0 = -9;
    private static readonly int On = (int)SampleTime.Milliseconds(70);
    private static readonly int Off = (int)SampleTime.Milliseconds(70);

    /// <summary>The key at a crossing of row and column.</summary>
    public static char KeyAt(int row, int column) => Layout[(row * 4) + column];

    /// <summary>Checks keys and gives them in upper case.</summary>
    /// <exception cref="ArgumentException">None, too many, or another sign than 0–9, *, #, A–D.</exception>
    public static string Check(string keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(keys);
        var upper = keys.ToUpperInvariant();
        if (upper.Length > MaxKeys)
        {
            throw new ArgumentException($"{upper.Length} keys are too many: press at most {MaxKeys} at a time.", nameof(keys));
        }

        foreach (var key in upper)
        {
            if (!Layout.Contains(key, StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{key}' in \"{keys}\" is not on a keypad: use 0–9, *, #, A–D.", nameof(keys));
            }
        }

        return upper;
    }

    /// <summary>The samples of keys that <see cref="Check"/> let through.</summary>
    public static short[] Render(string keys)
    {
        var samples = new short[keys.Length * (On + Off)];
        for (var k = 0; k < keys.Length; k++)
        {
            var place = Layout.IndexOf(keys[k], StringComparison.Ordinal);
            var low = new Oscillator();
            var high = new Oscillator();
            low.Start(Rows[place / 4], LineAudio.Peak(LowDbm0));
            high.Start(Columns[place % 4], LineAudio.Peak(HighDbm0));
            for (var i = 0; i < On; i++)
            {
                samples[(k * (On + Off)) + i] = (short)Math.Round(low.Next() + high.Next());
            }
        }

        return samples;
    }
}
