using Switchhook.Audio.Prompts;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>Makes sound that comes in as loud as prompts, slowly, so that loud and soft passages of a piece stay what they are.</summary>
internal sealed class LineInLevel
{
    /// <summary>A quieter block is a pause or noise, and changes nothing.</summary>
    private const double QuietDbm0 = -50;

    private const double MostGainDb = 24;
    private const double Ceiling = 28_000;

    /// <summary>The level is that of the last 3 s.</summary>
    private const double Memory = 3.0 * LineAudio.SampleRate / LineAudio.BlockSamples;

    private double _power;
    private double _gain = 1;

    /// <summary>Levels some blocks in place.</summary>
    public void Apply(Span<short> samples)
    {
        double energy = 0;
        double peak = 1;
        foreach (var sample in samples)
        {
            energy += (double)sample * sample;
            peak = Math.Max(peak, Math.Abs((double)sample));
        }

        var before = _gain;
        var power = samples.Length == 0 ? 0 : energy / samples.Length;
        if (Dbm0(power) > QuietDbm0)
        {
            // The first sound counts whole: nobody waits three seconds for his music.
            _power = _power <= 0 ? power : _power + ((power - _power) / Memory);
            var wanted = Math.Clamp(SpeechLeveller.TargetDbm0 - Dbm0(_power), -MostGainDb, MostGainDb);
            _gain = Math.Pow(10, wanted / 20);
        }

        // From the old gain to the new one evenly; a peak takes both down.
        var most = Ceiling / peak;
        (before, _gain) = (Math.Min(before, most), Math.Min(_gain, most));
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)Math.Round(samples[i] * (before + ((_gain - before) * i / samples.Length)));
        }
    }

    private static double Dbm0(double power) =>
        10 * Math.Log10(Math.Max(power, 1e-9) * 2 / (LineAudio.PeakOf0Dbm0 * LineAudio.PeakOf0Dbm0));
}
