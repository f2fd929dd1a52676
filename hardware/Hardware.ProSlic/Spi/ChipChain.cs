using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Spi;

namespace Switchhook.Hardware.ProSlic.Spi;

/// <summary>The chips behind one chip select of an SPI bus; control thread only.</summary>
/// <param name="kinds">Kind of each chip.</param>
internal sealed class ChipChain(IReadOnlyList<PortKind> kinds)
{
    /// <summary>Failures of the bus in a row after which it counts as gone.</summary>
    public const int MostFailures = 3;

    private ISpiBus? _bus;
    private int _failures;

    /// <summary>True while there is a bus that works, or has not failed often enough to say that it does not.</summary>
    public bool IsOpen => _bus is not null && _failures < MostFailures;

    /// <summary>What the bus said when it last failed.</summary>
    public string LastFailure { get; private set; } = "";

    /// <summary>A frame for whoever sends next.</summary>
    public SpiFrame Frame { get; } = new();

    /// <summary>The address of a chip.</summary>
    public ChipAddress AddressOf(int index) => ChipAddress.Of(kinds, index);

    /// <summary>Takes a bus, and brings all chips into daisy-chain mode.</summary>
    /// <exception cref="IOException">The bus refuses the transfer.</exception>
    public void Open(ISpiBus bus)
    {
        (_bus, _failures) = (bus, 0);
        Send(Frame.Clear().EnterDaisyChain());
    }

    /// <summary>Gives the bus back.</summary>
    public void Close()
    {
        (_bus as IDisposable)?.Dispose();
        _bus = null;
    }

    /// <summary>Sends a frame and takes what comes back.</summary>
    /// <exception cref="IOException">The bus refuses the transfer, or is not open.</exception>
    public void Send(SpiFrame frame)
    {
        if (_bus is null)
        {
            throw new IOException("The bus is closed.");
        }

        try
        {
            _bus.Exchange(null, frame.Sent, frame.Received);
            _failures = 0;
        }
        catch (Exception failure) when (ProSlicBuses.IsFailure(failure))
        {
            _failures++;
            LastFailure = failure.Message;
            throw new IOException(failure.Message, failure);
        }
    }
}
