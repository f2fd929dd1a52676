using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>Turns a caller-ID message into sound: seizure, mark, then the bytes with a start and a stop bit, lowest bit first.</summary>
/// <remarks>Phase-continuous, with bit edges between samples where they fall (a bit has 6⅔ samples). GR-30, EN 300 659-1.</remarks>
internal static class FskModulator
{
    private const int SeizureBits = 300;
    private const int MarkBits = 180;
    private const int TrailingMarkBits = 4;
    private const double LevelDbm0 = -13.5;

    /// <summary>The samples of a message.</summary>
    public static short[] Render(FskModem modem, ReadOnlySpan<byte> message)
    {
        var bits = Bits(message);
        var samples = new short[(bits.Count * LineAudio.SampleRate + FskModem.BitRate - 1) / FskModem.BitRate];
        var peak = LineAudio.Peak(LevelDbm0);
        var turns = 0.0;
        for (var n = 0; n < samples.Length; n++)
        {
            samples[n] = (short)Math.Round(peak * Math.Sin(2 * Math.PI * turns));
            turns += Cycles(modem, bits, n);
        }

        return samples;
    }

    // Cycles between this sample and the next: the part before a bit's edge at the old frequency, the rest at the new one.
    private static double Cycles(FskModem modem, List<bool> bits, int sample)
    {
        const double BitsPerSample = (double)FskModem.BitRate / LineAudio.SampleRate;
        var begin = sample * BitsPerSample;
        var end = begin + BitsPerSample;
        var first = (int)begin;
        var last = Math.Min((int)end, bits.Count - 1);
        var share = last == first ? 1 : (last - begin) / BitsPerSample;
        return ((share * Hertz(modem, bits, first)) + ((1 - share) * Hertz(modem, bits, last))) / LineAudio.SampleRate;
    }

    private static double Hertz(FskModem modem, List<bool> bits, int index) =>
        bits[Math.Min(index, bits.Count - 1)] ? modem.MarkHertz : modem.SpaceHertz;

    private static List<bool> Bits(ReadOnlySpan<byte> message)
    {
        var bits = new List<bool>(SeizureBits + MarkBits + (message.Length * 10) + TrailingMarkBits);
        for (var i = 0; i < SeizureBits; i++)
        {
            bits.Add(i % 2 == 1);
        }

        Add(bits, true, MarkBits);
        foreach (var value in message)
        {
            bits.Add(false);
            for (var bit = 0; bit < 8; bit++)
            {
                bits.Add((value >> bit & 1) == 1);
            }

            bits.Add(true);
        }

        Add(bits, true, TrailingMarkBits);
        return bits;
    }

    private static void Add(List<bool> bits, bool value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            bits.Add(value);
        }
    }
}
