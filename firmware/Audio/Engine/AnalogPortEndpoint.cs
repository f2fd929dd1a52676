using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Engine;

/// <summary>Connects an analog port of a card.</summary>
public sealed class AnalogPortEndpoint(IAnalogPort port) : IAudioEndpoint
{
    /// <inheritdoc/>
    public void ReadFrame(Span<short> frame) => port.Received.CopyTo(frame);

    /// <inheritdoc/>
    public void WriteFrame(ReadOnlySpan<short> frame) => frame.CopyTo(port.Transmit);
}
