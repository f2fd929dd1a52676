using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Simulated;

/// <summary>Sound by formula, apart from the simulator's own generators and meters.</summary>
internal static class Sound
{
    public static short[] Silence(double milliseconds) => new short[(int)(milliseconds * 8)];

    public static short[] Sine(double milliseconds, params (double Hertz, double Dbm0)[] parts)
    {
        var samples = new short[(int)(milliseconds * 8)];
        for (var n = 0; n < samples.Length; n++)
        {
            samples[n] = (short)Math.Round(parts.Sum(p => LineAudio.Peak(p.Dbm0) * Math.Sin(2 * Math.PI * p.Hertz * n / 8000)));
        }

        return samples;
    }

    public static short[] White(double milliseconds, double dbm0, int seed)
    {
        var random = new Random(seed);
        var rms = LineAudio.Peak(dbm0) / Math.Sqrt(2);
        var samples = new short[(int)(milliseconds * 8)];
        for (var n = 0; n < samples.Length; n++)
        {
            // The sum of twelve uniform numbers has a variance of 1.
            var value = -6.0;
            for (var i = 0; i < 12; i++)
            {
                value += random.NextDouble();
            }

            samples[n] = (short)Math.Round(rms * value);
        }

        return samples;
    }

    /// <summary>Keys by ITU-T Q.23, each tone −8 dBm0 unless said otherwise.</summary>
    public static short[] Keys(
        string keys, double on = 60, double off = 60, double lowDbm0 = -8, double highDbm0 = -8, double frequencyFactor = 1)
    {
        double[] rows = [697, 770, 852, 941];
        double[] columns = [1209, 1336, 1477, 1633];
        const string Layout = "123A456B789C*0#D";
        return [.. keys.SelectMany(key =>
        {
            var place = Layout.IndexOf(key, StringComparison.Ordinal);
            var low = (rows[place / 4] * frequencyFactor, lowDbm0);
            var high = (columns[place % 4] * frequencyFactor, highDbm0);
            return Sine(on, low, high).Concat(Silence(off));
        })];
    }

    /// <summary>Level of all sound in dBm0.</summary>
    public static double Dbm0(IEnumerable<short> samples) =>
        10 * Math.Log10(samples.Average(s => (double)s * s) / (LineAudio.PeakOf0Dbm0 * LineAudio.PeakOf0Dbm0 / 2));

    /// <summary>Level of one frequency in dBm0, by a Fourier sum over whole samples.</summary>
    public static double Dbm0At(IReadOnlyList<short> samples, double hertz)
    {
        double real = 0, imaginary = 0;
        for (var n = 0; n < samples.Count; n++)
        {
            real += samples[n] * Math.Cos(2 * Math.PI * hertz * n / 8000);
            imaginary += samples[n] * Math.Sin(2 * Math.PI * hertz * n / 8000);
        }

        var peak = 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / samples.Count;
        return 20 * Math.Log10(peak / LineAudio.PeakOf0Dbm0);
    }

    /// <summary>Lengths in samples of the runs with and without sound; a run of silence counts from 5 ms on.</summary>
    public static List<(bool Sound, int Samples)> Runs(IReadOnlyList<short> samples)
    {
        var runs = new List<(bool Sound, int Samples)>();
        var lastSound = -1;
        for (var n = 0; n < samples.Count; n++)
        {
            if (samples[n] == 0)
            {
                continue;
            }

            if (lastSound < 0 || n - lastSound > 40)
            {
                runs.Add((false, n - lastSound - 1));
                runs.Add((true, 0));
            }

            runs[^1] = (true, runs[^1].Samples + (runs[^1].Samples == 0 ? 1 : n - lastSound));
            lastSound = n;
        }

        runs.Add((false, samples.Count - lastSound - 1));
        return runs;
    }
}
