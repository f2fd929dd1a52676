using Switchhook.Testing.Gpio;

namespace Switchhook.Testing.Chips;

/// <summary>A PCF8574: a latch with weak pull-ups (NXP PCF8574, section 8). Whatever is outside can only pull a pin low.</summary>
/// <param name="interrupt">Where its pin INT arrives; null when it is not wired.</param>
public sealed class Pcf8574Model(FakeInterruptPort? interrupt = null) : II2cChip
{
    private byte _latch = 0xFF;
    private byte _pulledLow;
    private byte _lastRead = 0xFF;

    /// <summary>Levels of the pins.</summary>
    public byte Pins => (byte)(_latch & ~_pulledLow);

    /// <summary>The supply comes back after it was gone.</summary>
    public void PowerUp()
    {
        _latch = 0xFF;
        _lastRead = Pins;
        interrupt?.Set(true);
    }

    /// <summary>The outside pulls a pin low, or lets it go.</summary>
    public void Pull(int pin, bool low)
    {
        _pulledLow = (byte)(low ? _pulledLow | (1 << pin) : _pulledLow & ~(1 << pin));
        interrupt?.Set(Pins == _lastRead);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _latch = bytes[^1];
        Settle();
    }

    public void Read(Span<byte> bytes)
    {
        bytes.Fill(Pins);
        Settle();
    }

    private void Settle()
    {
        _lastRead = Pins;
        if (interrupt is { State: false })
        {
            interrupt.Set(true);
        }
    }
}
