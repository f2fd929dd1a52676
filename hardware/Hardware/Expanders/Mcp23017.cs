using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.I2c;

namespace Switchhook.Hardware.Expanders;

/// <summary>The expander MCP23017 on I²C (Microchip DS20001952): pins <c>GPA0</c> to <c>GPA7</c>, <c>GPB0</c> to <c>GPB7</c>.</summary>
/// <remarks>
/// GPA7 and GPB7 are outputs only: as inputs they may disturb the bus (table 1-1, from revision D on). INTA and INTB are wired to one open
/// drain, so either of them may be used, with a pull-up.
/// </remarks>
/// <param name="name">Name as the board file gives it.</param>
/// <param name="bus">The bus; stays its owner's.</param>
/// <param name="address">7-bit address.</param>
/// <param name="time">The clock.</param>
/// <param name="interrupt">Where its pin INTA or INTB arrives; null when it is not wired.</param>
public sealed class Mcp23017(string name, II2cBus bus, byte address, TimeProvider time, IDigitalInterruptPort? interrupt = null)
    : InputExpander(name, ExpanderChip.Mcp23017.PinsOf(), interrupt, time)
{
    private const ulong OutputsOnly = 0x8080;

    private const int IoconOffset = Mcp23017Registers.Iocon - Mcp23017Registers.IodirA;
    private const int GppuOffset = Mcp23017Registers.GppuA - Mcp23017Registers.IodirA;

    /// <inheritdoc/>
    protected override bool CanRead(ulong bit) => (bit & OutputsOnly) == 0;

    /// <summary>Levels before directions, so that no output has a wrong level for a moment; interrupts last.</summary>
    private protected override void Setup_NeedsLock()
    {
        // A chip that somebody left in the other order of registers (BANK = 1) takes this as its IOCON, and returns to this order.
        bus.Write(address, [Mcp23017Registers.IoconOfBanks, 0]);
        bus.Write(address, [Mcp23017Registers.Iocon, Mcp23017Registers.Mirror | Mcp23017Registers.OpenDrain]);
        Write_NeedsLock();
        Write(Mcp23017Registers.IodirA, ~Outputs);
        Write(Mcp23017Registers.IpolA, 0);
        Write(Mcp23017Registers.GppuA, PullUps);
        Write(Mcp23017Registers.IntconA, 0);
        Write(Mcp23017Registers.GpintenA, Inputs);
    }

    /// <inheritdoc/>
    private protected override void Write_NeedsLock() => Write(Mcp23017Registers.OlatA, Levels);

    /// <summary>A chip whose registers are at their defaults has lost its power.</summary>
    private protected override void Refresh_NeedsLock()
    {
        Span<byte> settings = stackalloc byte[GppuOffset + 2];
        Span<byte> latches = stackalloc byte[2];
        bus.Exchange(address, [Mcp23017Registers.IodirA], settings);
        bus.Exchange(address, [Mcp23017Registers.OlatA], latches);
        var kept = Word(settings) == (ushort)~Outputs
            && settings[IoconOffset] == (Mcp23017Registers.Mirror | Mcp23017Registers.OpenDrain)
            && Word(settings[GppuOffset..]) == (ushort)PullUps
            && Word(latches) == (ushort)Levels;
        if (!kept)
        {
            Setup_NeedsLock();
        }
    }

    /// <summary>Also lets the interrupt go: reading GPIO clears it. A press that is over already is in INTCAP.</summary>
    private protected override InputLevels ReadInputs_NeedsLock()
    {
        Span<byte> registers = stackalloc byte[Mcp23017Registers.GpioA + 2 - Mcp23017Registers.IntfA];
        bus.Exchange(address, [Mcp23017Registers.IntfA], registers);
        var (changed, captured, now) = (Word(registers), Word(registers[2..]), Word(registers[4..]));
        return new InputLevels((ulong)((changed & captured) | (~changed & now)), now);
    }

    private void Write(byte register, ulong word) => bus.Write(address, [register, (byte)word, (byte)(word >> 8)]);

    private static ushort Word(ReadOnlySpan<byte> registers) => (ushort)(registers[0] | (registers[1] << 8));
}
