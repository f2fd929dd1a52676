using Switchhook.Audio.Detecting;
using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Engine;

/// <summary>The detectors of one channel. Those that hear nothing in silence rest in it, because an idle line is silent all day.</summary>
internal sealed class DetectorSet : IDisposable
{
    public static readonly DetectorSet None = new([], []);

    // −55 dBm0: 20 dB below the weakest digit or caller-ID burst that counts.
    private const int QuietPeak = 40;
    private const int FramesBeforeRest = 10;

    private readonly IFrameDetector[] _always;
    private readonly IFrameDetector[] _onSound;
    private int _quietFrames;

    private DetectorSet(IFrameDetector[] always, IFrameDetector[] onSound)
    {
        _always = always;
        _onSound = onSound;
    }

    /// <summary>Makes the detectors. Control loop only.</summary>
    public static DetectorSet Create(Detectors wanted, Country country)
    {
        if (wanted == Detectors.None)
        {
            return None;
        }

        return new DetectorSet(
            [.. Wanted(Detectors.CallProgress)],
            [.. Wanted(Detectors.Dtmf), .. Wanted(Detectors.CallerId)]);

        IEnumerable<IFrameDetector> Wanted(Detectors kind) =>
            wanted.HasFlag(kind) ? [DetectorFactory.Create(kind, country)] : [];
    }

    /// <summary>Hears one frame. Media thread only.</summary>
    public void Process(ReadOnlySpan<short> frame, IDetectionSink sink)
    {
        foreach (var detector in _always)
        {
            detector.Process(frame, sink);
        }

        if (_onSound.Length == 0)
        {
            return;
        }

        _quietFrames = IsQuiet(frame) ? _quietFrames + 1 : 0;
        if (_quietFrames > FramesBeforeRest)
        {
            return;
        }

        foreach (var detector in _onSound)
        {
            detector.Process(frame, sink);
        }
    }

    public void Dispose()
    {
        foreach (var detector in _always.Concat(_onSound))
        {
            detector.Dispose();
        }
    }

    private static bool IsQuiet(ReadOnlySpan<short> frame) =>
        !frame.ContainsAnyExceptInRange((short)-QuietPeak, (short)QuietPeak);
}
