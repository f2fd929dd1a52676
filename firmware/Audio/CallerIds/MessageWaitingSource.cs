using Switchhook.Hardware.Countries;

namespace Switchhook.Audio.CallerIds;

/// <summary>The burst that lights the message lamp of a telephone on hook, or puts it out: no ring goes with it.</summary>
/// <remarks>
/// Message type 130 "message waiting indicator" with parameter 11 "visual indicator", 255 for on and 0 for off (ETSI EN 300 659-3; GR-1401
/// has the same in MDMF).
/// </remarks>
public sealed class MessageWaitingSource : IFrameSource
{
    private const byte MessageWaiting = 0x82;
    private const byte VisualIndicator = 0x0B;
    private const byte On = 0xFF;
    private const byte Off = 0x00;

    private readonly short[] _samples;
    private int _position;

    /// <summary>A burst, made whole here.</summary>
    /// <param name="isLit">True to light the lamp.</param>
    /// <param name="scheme">Which FSK; DTMF knows no such message.</param>
    public MessageWaitingSource(bool isLit, CallerIdScheme scheme) =>
        _samples = FskBurst.Of([MessageWaiting, 3, VisualIndicator, 1, isLit ? On : Off], scheme);

    /// <summary>True for a scheme in which telephones can be told.</summary>
    public static bool IsKnownTo(CallerIdScheme scheme) => scheme is CallerIdScheme.FskBell202 or CallerIdScheme.FskV23;

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        var count = Math.Min(frame.Length, _samples.Length - _position);
        _samples.AsSpan(_position, count).CopyTo(frame);
        _position += count;
        return count;
    }
}
