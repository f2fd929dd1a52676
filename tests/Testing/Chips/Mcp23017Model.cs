using Switchhook.Hardware.Expanders;
using Switchhook.Testing.Gpio;

namespace Switchhook.Testing.Chips;

/// <summary>An MCP23017 by its registers (Microchip DS20001952, section 3), with INTA and INTB as one open drain.</summary>
public sealed class Mcp23017Model : II2cChip
{
    private const int Count = 0x16;
    private const byte Bank = 0x80;

    private readonly FakeInterruptPort? _interrupt;
    private readonly byte[] _registers = new byte[Count];
    private ushort _driven;
    private ushort _drivenHigh;
    private byte _pointer;

    /// <summary>A chip that has just got its supply.</summary>
    /// <param name="interrupt">Where its interrupt arrives; null when it is not wired.</param>
    public Mcp23017Model(FakeInterruptPort? interrupt = null)
    {
        _interrupt = interrupt;
        PowerUp();
    }

    /// <summary>Levels of the pins, bit 0 is GPA0 and bit 8 GPB0; an input that nobody drives floats low without its pull-up.</summary>
    public ushort Pins
    {
        get
        {
            var inputs = Word(Mcp23017Registers.IodirA);
            var outside = (_drivenHigh & _driven) | (Word(Mcp23017Registers.GppuA) & ~_driven);
            return (ushort)((Word(Mcp23017Registers.OlatA) & ~inputs) | (outside & inputs));
        }
    }

    /// <summary>Pins that drive their level.</summary>
    public ushort Outputs => (ushort)~Word(Mcp23017Registers.IodirA);

    /// <summary>The supply comes back after it was gone: all registers have their defaults.</summary>
    public void PowerUp()
    {
        Array.Clear(_registers);
        _registers[Mcp23017Registers.IodirA] = _registers[Mcp23017Registers.IodirA + 1] = 0xFF;
    }

    /// <summary>Somebody has left the chip in the other order of registers.</summary>
    public void LeaveInBanks() => _registers[Mcp23017Registers.Iocon] = Bank;

    /// <summary>The outside drives an input.</summary>
    public void Drive(int pin, bool high)
    {
        var before = Pins;
        _driven |= (ushort)(1 << pin);
        _drivenHigh = (ushort)(high ? _drivenHigh | (1 << pin) : _drivenHigh & ~(1 << pin));
        var changed = (ushort)((before ^ Pins) & Word(Mcp23017Registers.GpintenA));
        if (changed != 0 && Word(Mcp23017Registers.IntfA) == 0)
        {
            Set(Mcp23017Registers.IntfA, changed);
            Set(Mcp23017Registers.IntcapA, Pins);
            _interrupt?.Set(false);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _pointer = bytes[0];
        foreach (var value in bytes[1..])
        {
            if ((_registers[Mcp23017Registers.Iocon] & Bank) == 0)
            {
                WriteOne(_pointer, value);
            }
            else if (_pointer == Mcp23017Registers.IoconOfBanks)
            {
                _registers[Mcp23017Registers.Iocon] = value;
            }

            _pointer = (byte)((_pointer + 1) % Count);
        }
    }

    public void Read(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = _pointer is Mcp23017Registers.GpioA or Mcp23017Registers.GpioA + 1
                ? (byte)(Pins >> (8 * (_pointer - Mcp23017Registers.GpioA)))
                : _registers[_pointer];
            if (_pointer is >= Mcp23017Registers.IntcapA and <= Mcp23017Registers.GpioA + 1)
            {
                ClearInterrupt(_pointer % 2);
            }

            _pointer = (byte)((_pointer + 1) % Count);
        }
    }

    private void WriteOne(byte register, byte value)
    {
        if (register is Mcp23017Registers.GpioA or Mcp23017Registers.GpioA + 1)
        {
            register += Mcp23017Registers.OlatA - Mcp23017Registers.GpioA;
        }

        var isReadOnly = register is >= Mcp23017Registers.IntfA and < Mcp23017Registers.GpioA;
        if (!isReadOnly)
        {
            _registers[register] = value;
        }
    }

    private void ClearInterrupt(int port)
    {
        _registers[Mcp23017Registers.IntfA + port] = 0;
        if (Word(Mcp23017Registers.IntfA) == 0 && _interrupt is { State: false })
        {
            _interrupt.Set(true);
        }
    }

    private ushort Word(byte register) => (ushort)(_registers[register] | (_registers[register + 1] << 8));

    private void Set(byte register, ushort word) =>
        (_registers[register], _registers[register + 1]) = ((byte)word, (byte)(word >> 8));
}
