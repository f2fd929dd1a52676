using Switchhook.Hardware.I2c;

namespace Switchhook.Testing.Chips;

/// <summary>An I²C bus with models of chips on it. While it is broken, nobody acknowledges.</summary>
public sealed class I2cWire : II2cBus
{
    private readonly Dictionary<byte, II2cChip> _chips = [];

    /// <summary>True while no transfer works.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Transfers that worked.</summary>
    public int Transfers { get; private set; }

    public bool IsDisposed { get; private set; }

    public I2cBusSpeed BusSpeed { get; set; } = I2cBusSpeed.Standard;

    /// <summary>Puts a chip on the bus.</summary>
    public T Add<T>(byte address, T chip)
        where T : II2cChip
    {
        _chips.Add(address, chip);
        return chip;
    }

    public void Read(byte peripheralAddress, Span<byte> readBuffer) => Reach(peripheralAddress).Read(readBuffer);

    public void Write(byte peripheralAddress, Span<byte> writeBuffer) => Reach(peripheralAddress).Write(writeBuffer);

    public void Exchange(byte peripheralAddress, Span<byte> writeBuffer, Span<byte> readBuffer)
    {
        var chip = Reach(peripheralAddress);
        chip.Write(writeBuffer);
        chip.Read(readBuffer);
    }

    public void Dispose() => IsDisposed = true;

    private II2cChip Reach(byte address)
    {
        if (IsBroken || !_chips.TryGetValue(address, out var chip))
        {
            throw new IOException($"Nobody acknowledges at 0x{address:X2}.");
        }

        Transfers++;
        return chip;
    }
}

/// <summary>A chip on an I²C bus, as the wires see it.</summary>
public interface II2cChip
{
    /// <summary>The controller writes.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>The controller reads.</summary>
    void Read(Span<byte> bytes);
}
