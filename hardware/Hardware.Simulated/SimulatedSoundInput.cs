using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Simulated;

/// <summary>A music player at the line-in of a simulated board: the same four notes again and again, in the time of a clock.</summary>
/// <param name="time">The clock.</param>
public sealed class SimulatedSoundInput(TimeProvider time) : ISoundInput
{
    private const double PeakDbm0 = -12;
    private const int NoteSamples = LineAudio.SampleRate / 2;

    private static readonly double[] Notes = [392, 494, 587, 494];

    private readonly ManualResetEventSlim _never = new();
    private readonly long _beganAt = time.GetTimestamp();
    private long _position;

    /// <inheritdoc/>
    public int Rate => LineAudio.SampleRate;

    /// <inheritdoc/>
    public int Channels => 1;

    /// <inheritdoc/>
    public bool Read(Span<short> samples, TimeSpan limit)
    {
        var due = TimeSpan.FromSeconds((double)(_position + samples.Length) / Rate) - time.GetElapsedTime(_beganAt);
        if (due > TimeSpan.Zero)
        {
            _never.Wait(due < limit ? due : limit);
            if (due > limit)
            {
                return false;
            }
        }

        foreach (ref var sample in samples)
        {
            var (note, at) = Math.DivRem(_position++, NoteSamples);
            var swell = Math.Min(1, Math.Min(at, NoteSamples - at) / 400.0);
            var phase = 2 * Math.PI * Notes[note % Notes.Length] * at / Rate;
            sample = (short)Math.Round(LineAudio.Peak(PeakDbm0) * swell * Math.Sin(phase));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _never.Dispose();
}
