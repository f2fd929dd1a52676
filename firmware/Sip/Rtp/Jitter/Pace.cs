using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Jitter.Sound;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>Decides when sound is made longer or shorter by a pitch period, so that the delay goes to where it should be.</summary>
internal sealed class Pace(PlayoutReader reader, PayloadRing ring, PlayoutLine line)
{
    /// <summary>Steps of excess at which no period is left out any more but all at once.</summary>
    public const int MostExcess = 2400;

    // Between these nothing is done, or each small change of the network would be heard.
    private const int Deficit = 8;
    private const int Excess = 80;
    private const int Margin = 16;
    private const int LargeExcess = 800;

    // Mean square of -47 dBm0: a pause in speech, in which nobody hears a change.
    private const int PausePower = 100 * 100;
    private const int BlocksBetween = 25;
    private const int BlocksBetweenInPause = 3;

    private readonly TimeScaler _scaler = new();
    private int _blocks;

    /// <summary>A block is about to be filled.</summary>
    /// <param name="delay">The delay as it is, in steps.</param>
    /// <param name="target">And as it should be.</param>
    public void Adjust(long delay, int target)
    {
        _blocks++;
        if (line.Count > 0 || !reader.IsInSound)
        {
            return;
        }

        if (delay < target - Deficit)
        {
            Stretch();
        }
        else if (delay > target + Excess)
        {
            Shrink(delay - target - Margin);
        }
    }

    private void Stretch()
    {
        if (ring.PresentRun(reader.Position, TimeScaler.Compared) == TimeScaler.Compared)
        {
            reader.Decode(TimeScaler.Compared);
            _scaler.Stretch(line);
            _blocks = 0;
        }
    }

    private void Shrink(long excess)
    {
        if (_blocks < BlocksBetweenInPause || (_blocks < BlocksBetween && excess < LargeExcess && !IsPause()))
        {
            return;
        }

        const int Block = LineAudio.BlockSamples;
        var most = ring.PresentRun(reader.Position, Block + (int)Math.Min(excess, TimeScaler.MaxStep)) - Block;
        if (most >= TimeScaler.MinStep)
        {
            reader.Decode(Block + most);
            _scaler.Shrink(line, most);
            _blocks = 0;
        }
    }

    private bool IsPause()
    {
        var sum = 0L;
        var heard = line.All[^LineAudio.BlockSamples..];
        foreach (var sample in heard)
        {
            sum += sample * sample;
        }

        return sum < PausePower * heard.Length;
    }
}
