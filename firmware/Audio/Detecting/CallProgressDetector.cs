using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Detecting;

/// <summary>
/// Hears the country's dial, ringback, busy and congestion tone. Each needs its cadence, and a time in which nothing else was heard: speech
/// over a tone breaks it, because a detector must never hang up on someone who talks.
/// </summary>
internal sealed class CallProgressDetector(Country country) : IFrameDetector
{
    /// <summary>Two cycles instead of three are enough after so long without a sound: nobody is talking.</summary>
    private const int QuietFramesForTrust = 75;

    /// <summary>A single frame between tone and silence holds the edge.</summary>
    private const int FramesOfEdge = 1;
    private const float ExplainedShare = 0.65f;

    /// <summary>Between the bursts of a loud tone a noisy line is as good as silent: 22 dB below the tone.</summary>
    private const float SilenceUnderTone = 1 / 160f;

    // Tones down to −36 dBm0 count; 2 dB are left for those that are off their frequency.
    private static readonly float WeakestTone = Power(-38);
    private static readonly float LoudestSilence = Power(-44);
    private static readonly float LoudestSilenceUnderTone = Power(-34);

    private readonly ToneGroup[] _groups = ToneGroup.Of(country);
    private readonly float[] _frame = new float[LineAudio.BlockSamples];
    private int _otherFrames;
    private int _quietFrames;
    private float _tonePower;
    private ToneKind? _reported;

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<short> frame, IDetectionSink sink)
    {
        var power = 0f;
        for (var i = 0; i < frame.Length; i++)
        {
            _frame[i] = frame[i];
            power += _frame[i] * _frame[i];
        }

        if (power <= Math.Max(LoudestSilence, Math.Min(_tonePower * SilenceUnderTone, LoudestSilenceUnderTone)))
        {
            Silence();
        }
        else
        {
            Sound(power);
        }

        Report(sink);
    }

    public void Dispose()
    {
        // Nothing of the system is held.
    }

    private void Silence()
    {
        _quietFrames++;
        _otherFrames = 0;
        foreach (var group in _groups)
        {
            group.StrangeFrames = 0;
            foreach (var watch in group.Watches)
            {
                watch.Frame(on: false, cyclesSpared: 0);
            }
        }
    }

    private void Sound(float power)
    {
        var any = false;
        var spared = _quietFrames >= QuietFramesForTrust ? 1 : 0;
        foreach (var group in _groups)
        {
            var isTone = power >= WeakestTone && group.Filter.ExplainedPower(_frame) >= ExplainedShare * power;
            group.StrangeFrames = isTone ? 0 : group.StrangeFrames + 1;
            any |= isTone;
            Tell(group, isTone, spared);
        }

        _tonePower = any ? power : _tonePower;
        _otherFrames = any ? 0 : _otherFrames + 1;
        if (_otherFrames > FramesOfEdge)
        {
            _quietFrames = 0;
            _tonePower = 0;
        }
    }

    private static void Tell(ToneGroup group, bool isTone, int cyclesSpared)
    {
        foreach (var watch in group.Watches)
        {
            if (isTone)
            {
                watch.Frame(on: true, cyclesSpared);
            }
            else if (group.StrangeFrames > FramesOfEdge)
            {
                watch.Break();
            }
            else
            {
                watch.Edge();
            }
        }
    }

    private void Report(IDetectionSink sink)
    {
        var heard = Heard();
        if (heard == _reported)
        {
            return;
        }

        if (_reported is { } ended)
        {
            sink.Report(new Detection.ToneEnded(ended));
        }

        _reported = heard;
        if (heard is { } begun)
        {
            sink.Report(new Detection.ToneHeard(begun));
        }
    }

    private ToneKind? Heard()
    {
        foreach (var group in _groups)
        {
            foreach (var watch in group.Watches)
            {
                if (watch.IsHeard)
                {
                    return watch.Kind;
                }
            }
        }

        return null;
    }

    private static float Power(double dbm0) => (float)(LineAudio.BlockSamples * Math.Pow(LineAudio.Peak(dbm0), 2) / 2);
}
