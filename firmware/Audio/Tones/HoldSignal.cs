using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.Tones;

/// <summary>Two soft beeps every six seconds: tells a party on hold that the call is still there. The same in all countries.</summary>
public sealed class HoldSignal : IFrameSource
{
    private const double LevelDbm0 = -28;

    private static readonly Tone Beeps = new(
        [
            new ToneStep([440], TimeSpan.FromMilliseconds(150)),
            new ToneStep([], TimeSpan.FromMilliseconds(100)),
            new ToneStep([440], TimeSpan.FromMilliseconds(150)),
            new ToneStep([], TimeSpan.FromMilliseconds(5600)),
        ],
        RepeatFrom: 0);

    private readonly ToneSource _beeps = new(Beeps, LevelDbm0);

    /// <inheritdoc/>
    public int Read(Span<short> frame) => _beeps.Read(frame);
}
