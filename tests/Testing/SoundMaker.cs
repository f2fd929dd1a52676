using Switchhook.Hardware.Lines;

namespace Switchhook.Testing;

/// <summary>Test sound by formula, without any part of the product's sound.</summary>
public static class SoundMaker
{
    /// <summary>Sines that sound together.</summary>
    /// <param name="time">Length.</param>
    /// <param name="parts">Frequency in hertz and level in dBm0 of each.</param>
    public static short[] Sines(TimeSpan time, params (double Hertz, double Dbm0)[] parts) =>
    [
        .. Enumerable.Range(0, Samples(time)).Select(n => (short)Math.Round(parts.Sum(part =>
            LineAudio.Peak(part.Dbm0) * Math.Sin(2 * Math.PI * part.Hertz * n / LineAudio.SampleRate)))),
    ];

    /// <summary>Silence.</summary>
    public static short[] Silence(TimeSpan time) => new short[Samples(time)];

    /// <summary>The sum of two sounds, as long as the first.</summary>
    public static short[] Mix(ReadOnlySpan<short> first, ReadOnlySpan<short> second)
    {
        var sum = first.ToArray();
        for (var i = 0; i < Math.Min(sum.Length, second.Length); i++)
        {
            sum[i] = (short)Math.Clamp(sum[i] + second[i], short.MinValue, short.MaxValue);
        }

        return sum;
    }

    /// <summary>White noise of normal distribution.</summary>
    /// <param name="time">Length.</param>
    /// <param name="dbm0">Power in dBm0.</param>
    /// <param name="random">Where it comes from.</param>
    public static short[] Noise(TimeSpan time, double dbm0, Random random)
    {
        var deviation = LineAudio.Peak(dbm0) / Math.Sqrt(2);
        return
        [
            .. Enumerable.Range(0, Samples(time))
                .Select(_ => (short)Math.Clamp(deviation * Normal(random), short.MinValue, short.MaxValue)),
        ];
    }

    /// <summary>Frequency-shift keying of 1200 baud with a continuous phase, start and stop bits, and low bits first.</summary>
    /// <param name="bytes">What is sent after the seizure and the mark.</param>
    /// <param name="markHertz">Frequency of ones.</param>
    /// <param name="spaceHertz">Frequency of zeros.</param>
    /// <param name="dbm0">Level.</param>
    public static short[] CallerIdBurst(ReadOnlySpan<byte> bytes, double markHertz, double spaceHertz, double dbm0)
    {
        const int Baud = 1200;
        var bits = new List<bool>(Enumerable.Range(0, 300).Select(n => n % 2 == 1).Concat(Enumerable.Repeat(true, 180)));
        foreach (var value in bytes)
        {
            bits.AddRange([false, .. Enumerable.Range(0, 8).Select(bit => (value >> bit & 1) == 1), true]);
        }

        var samples = new short[bits.Count * LineAudio.SampleRate / Baud];
        var phase = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)Math.Round(LineAudio.Peak(dbm0) * Math.Sin(phase));
            phase += 2 * Math.PI * (bits[i * Baud / LineAudio.SampleRate] ? markHertz : spaceHertz) / LineAudio.SampleRate;
        }

        return samples;
    }

    private static int Samples(TimeSpan time) => (int)Math.Round(time.TotalSeconds * LineAudio.SampleRate);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
