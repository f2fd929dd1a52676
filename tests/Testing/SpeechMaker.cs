using Switchhook.Hardware.Lines;

namespace Switchhook.Testing;

/// <summary>Speech-like test sound by formula: voiced syllables with a gliding pitch and formants, hissing ones, and pauses.</summary>
public static class SpeechMaker
{
    private const double PulsePeak = 9000;

    /// <summary>A voice.</summary>
    /// <param name="time">Length.</param>
    /// <param name="hertz">Its mean pitch: about 110 for a man, 210 for a woman.</param>
    /// <param name="random">What it says.</param>
    public static short[] Speech(TimeSpan time, double hertz, Random random)
    {
        var samples = new short[(int)Math.Round(time.TotalSeconds * LineAudio.SampleRate)];
        for (var at = 0; at < samples.Length;)
        {
            var length = Math.Min((int)(LineAudio.SampleRate * (0.12 + (0.2 * random.NextDouble()))), samples.Length - at);
            var syllable = samples.AsSpan(at, length);
            switch (random.Next(10))
            {
                case 0:
                    break;
                case < 3:
                    Hiss(syllable, random);
                    break;
                default:
                    Voice(syllable, hertz, random);
                    break;
            }

            at += length;
        }

        return samples;
    }

    private static void Voice(Span<short> syllable, double hertz, Random random)
    {
        var (from, to) = (hertz * (0.85 + (0.3 * random.NextDouble())), hertz * (0.85 + (0.3 * random.NextDouble())));
        var first = new Resonator(300 + (500 * random.NextDouble()), 80);
        var second = new Resonator(900 + (1300 * random.NextDouble()), 120);
        var third = new Resonator(2400 + (500 * random.NextDouble()), 200);
        var phase = 0.0;
        for (var n = 0; n < syllable.Length; n++)
        {
            phase += (from + ((to - from) * n / syllable.Length)) / LineAudio.SampleRate;
            var pulse = phase >= 1 ? 1.0 : 0.0;
            phase -= pulse;
            var source = pulse + (0.01 * (random.NextDouble() - 0.5));
            var sound = first.Next(source) + (0.5 * second.Next(source)) + (0.2 * third.Next(source));
            syllable[n] = (short)Math.Clamp(PulsePeak * Envelope(n, syllable.Length) * sound, short.MinValue, short.MaxValue);
        }
    }

    private static void Hiss(Span<short> syllable, Random random)
    {
        var filter = new Resonator(2300 + (800 * random.NextDouble()), 700);
        for (var n = 0; n < syllable.Length; n++)
        {
            syllable[n] = (short)(1500 * Envelope(n, syllable.Length) * filter.Next(random.NextDouble() - 0.5));
        }
    }

    private static double Envelope(int n, int length) => Math.Min(1, 6 * Math.Sin(Math.PI * n / length) / 4);

    // Two poles at a frequency with a bandwidth.
    private sealed class Resonator(double hertz, double bandwidth)
    {
        private readonly double _radius = Math.Exp(-Math.PI * bandwidth / LineAudio.SampleRate);
        private readonly double _cosine = Math.Cos(2 * Math.PI * hertz / LineAudio.SampleRate);
        private double _last;
        private double _beforeLast;

        public double Next(double input)
        {
            var output = input + (2 * _radius * _cosine * _last) - (_radius * _radius * _beforeLast);
            (_beforeLast, _last) = (_last, output);
            return output;
        }
    }
}
