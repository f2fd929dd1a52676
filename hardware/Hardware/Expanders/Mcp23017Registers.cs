namespace Switchhook.Hardware.Expanders;

/// <summary>
/// Registers of the MCP23017 (DS20001952 table 3-5, IOCON.BANK = 0). Each has a twin for port B at the next address, and a transfer goes on
/// from one to the next.
/// </summary>
public static class Mcp23017Registers
{
    /// <summary>Directions; 1 is input. All are at power-up.</summary>
    public const byte IodirA = 0x00;

    /// <summary>Input polarity; 1 turns round.</summary>
    public const byte IpolA = 0x02;

    /// <summary>Pins whose change gives an interrupt.</summary>
    public const byte GpintenA = 0x04;

    /// <summary>With what an input is compared for the interrupt; 0 is its previous level.</summary>
    public const byte IntconA = 0x08;

    /// <summary>Settings of the chip.</summary>
    public const byte Iocon = 0x0A;

    /// <summary>Where <see cref="Iocon"/> stands when the bit BANK is set; GPINTENB otherwise.</summary>
    public const byte IoconOfBanks = 0x05;

    /// <summary>Pull-ups of 100 kΩ.</summary>
    public const byte GppuA = 0x0C;

    /// <summary>Pins that gave the interrupt.</summary>
    public const byte IntfA = 0x0E;

    /// <summary>Levels at the interrupt; kept until they or the levels are read.</summary>
    public const byte IntcapA = 0x10;

    /// <summary>Levels now.</summary>
    public const byte GpioA = 0x12;

    /// <summary>Levels of the outputs.</summary>
    public const byte OlatA = 0x14;

    /// <summary>Bit of <see cref="Iocon"/>: both interrupt pins tell of both ports.</summary>
    public const byte Mirror = 0x40;

    /// <summary>Bit of <see cref="Iocon"/>: the interrupt pins are open drains, low when active.</summary>
    public const byte OpenDrain = 0x04;
}
