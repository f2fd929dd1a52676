namespace Switchhook.Hardware.I2c;

/// <summary>A bus for several chips, each used from threads of its own: sees to it that there is one transfer at a time.</summary>
/// <param name="bus">The bus; disposed with this.</param>
public sealed class SharedI2cBus(II2cBus bus) : II2cBus
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public I2cBusSpeed BusSpeed
    {
        get => bus.BusSpeed;
        set => bus.BusSpeed = value;
    }

    /// <inheritdoc/>
    public void Read(byte peripheralAddress, Span<byte> readBuffer)
    {
        lock (_gate)
        {
            bus.Read(peripheralAddress, readBuffer);
        }
    }

    /// <inheritdoc/>
    public void Write(byte peripheralAddress, Span<byte> writeBuffer)
    {
        lock (_gate)
        {
            bus.Write(peripheralAddress, writeBuffer);
        }
    }

    /// <inheritdoc/>
    public void Exchange(byte peripheralAddress, Span<byte> writeBuffer, Span<byte> readBuffer)
    {
        lock (_gate)
        {
            bus.Exchange(peripheralAddress, writeBuffer, readBuffer);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            bus.Dispose();
        }
    }
}
