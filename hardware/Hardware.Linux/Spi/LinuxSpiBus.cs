using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Interop;
using Switchhook.Hardware.Spi;

namespace Switchhook.Hardware.Linux.Spi;

/// <summary>A device of the kernel's SPI interface (<c>/dev/spidevB.C</c>): bus B with its chip select C.</summary>
/// <remarks>
/// <para>A transfer longer than the buffer of the kernel's driver (bufsiz, 4096 bytes unless set otherwise) is refused: in two parts it
/// would be another transfer, for the chip select goes inactive in between.</para>
/// <para>Between the frames of a batch the kernel holds the chip select inactive for 10 µs.</para>
/// <para>With a chip select port the bus keeps its own chip select still, where its controller can; else that one moves along.</para>
/// </remarks>
public sealed unsafe class LinuxSpiBus : ISpiBus, ISpiBatch, IDisposable
{
    /// <summary>Frames in one call. The driver rounds each up to a cache line (128 bytes on arm64) in its buffer of 4096.</summary>
    private const int RoundedTo = 128;
    private const int Buffer = 4096;
    private const int MostFrames = Buffer / RoundedTo;

    /// <summary>Halvings of the highest speed that are offered.</summary>
    private const int Halvings = 7;

    private readonly string _device;
    private readonly SafeFileHandle _bus;
    private readonly byte _clockMode;
    private byte _mode;
    private bool _cannotKeepStill;

    private LinuxSpiBus(string device, SafeFileHandle bus, SpiClockConfiguration config)
    {
        (_device, _bus, Configuration) = (device, bus, config);
        SupportedSpeeds = Speeds();
        _clockMode = (byte)((config.IdlesHigh ? SpiAbi.IdleHigh : 0) | (config.SamplesOnSecondEdge ? SpiAbi.SecondEdge : 0));
        _mode = _clockMode;
        SetMode(_mode);
        byte bits = 8;
        Check(DeviceFile.Ask(bus, SpiAbi.WriteBitsPerWord, &bits), "refuses words of 8 bits");
        var speed = (uint)config.Speed.Hertz;
        Check(DeviceFile.Ask(bus, SpiAbi.WriteMaxSpeed, &speed), $"refuses {config.Speed}");
    }

    /// <summary>
    /// Clock rates that make sense to ask for: the highest that the device tree allows, and its halves. The controller divides its own
    /// clock, and takes the nearest rate below that it can make.
    /// </summary>
    public Frequency[] SupportedSpeeds { get; }

    /// <inheritdoc/>
    public SpiClockConfiguration Configuration { get; }

    /// <summary>Opens a device.</summary>
    /// <param name="device">Its path, such as <c>/dev/spidev0.0</c>.</param>
    /// <param name="config">Clock rate, polarity and phase.</param>
    /// <exception cref="IOException">It is not there, not for this user, or refuses the clock.</exception>
    public static LinuxSpiBus Open(string device, SpiClockConfiguration config)
    {
        if (config.Speed.Hertz is not (>= 1 and <= uint.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(config), config.Speed, "A clock is 1 Hz to 4 GHz.");
        }

        var bus = DeviceFile.Open(device);
        try
        {
            return new LinuxSpiBus(device, bus, config);
        }
        catch
        {
            bus.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Read(IDigitalOutputPort? chipSelect, Span<byte> readBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow) =>
        Transfer(chipSelect, [], readBuffer, readBuffer.Length, csMode);

    /// <inheritdoc/>
    public void Write(IDigitalOutputPort? chipSelect, Span<byte> writeBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow) =>
        Transfer(chipSelect, writeBuffer, [], writeBuffer.Length, csMode);

    /// <inheritdoc/>
    public void Exchange(
        IDigitalOutputPort? chipSelect,
        Span<byte> writeBuffer,
        Span<byte> readBuffer,
        ChipSelectMode csMode = ChipSelectMode.ActiveLow)
    {
        if (writeBuffer.Length != readBuffer.Length)
        {
            throw new ArgumentException($"Sends {writeBuffer.Length} bytes but reads {readBuffer.Length}.", nameof(readBuffer));
        }

        Transfer(chipSelect, writeBuffer, readBuffer, writeBuffer.Length, csMode);
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<byte> write, Span<byte> read, int frameLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frameLength, 1);
        if (write.Length != read.Length || write.Length % frameLength != 0)
        {
            throw new ArgumentException(
                $"{write.Length} bytes to send, {read.Length} to read: not the same number of frames of {frameLength}.", nameof(read));
        }

        UseSelect(null, ChipSelectMode.ActiveLow);
        var roundedLength = (frameLength + RoundedTo - 1) / RoundedTo * RoundedTo;
        var bytesAtOnce = Math.Max(1, Buffer / roundedLength) * frameLength;
        fixed (byte* from = write)
        fixed (byte* to = read)
        {
            for (var done = 0; done < write.Length; done += bytesAtOnce)
            {
                Send(from + done, to + done, Math.Min(bytesAtOnce, write.Length - done) / frameLength, frameLength);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _bus.Dispose();

    private void Transfer(IDigitalOutputPort? select, ReadOnlySpan<byte> write, Span<byte> read, int length, ChipSelectMode csMode)
    {
        if (length == 0)
        {
            return;
        }

        UseSelect(select, csMode);
        if (select is not null)
        {
            select.State = csMode == ChipSelectMode.ActiveHigh;
        }

        try
        {
            fixed (byte* from = write)
            fixed (byte* to = read)
            {
                Send(from, to, 1, length);
            }
        }
        finally
        {
            if (select is not null)
            {
                select.State = csMode == ChipSelectMode.ActiveLow;
            }
        }
    }

    private void Send(byte* write, byte* read, int frames, int length)
    {
        var transfers = stackalloc SpiAbi.Transfer[MostFrames];
        for (var i = 0; i < frames; i++)
        {
            transfers[i] = new SpiAbi.Transfer
            {
                Write = write is null ? 0 : (ulong)(write + (i * length)),
                Read = read is null ? 0 : (ulong)(read + (i * length)),
                Length = (uint)length,
                Speed = (uint)Configuration.Speed.Hertz,
                BitsPerWord = 8,
                SelectChanges = i < frames - 1 ? (byte)1 : (byte)0,
            };
        }

        var error = DeviceFile.Ask(_bus, SpiAbi.Message(frames), transfers);
        if (error == Errno.MessageSize)
        {
            throw new IOException(
                $"{_device}: {length} bytes are more than the driver moves at once; load it with a larger bufsiz, or send less.");
        }

        if (error != 0)
        {
            Check(error, $"does not move {frames * length} bytes");
        }
    }

    private void UseSelect(IDigitalOutputPort? select, ChipSelectMode csMode)
    {
        var mode = _clockMode;
        mode |= select is null && csMode == ChipSelectMode.ActiveHigh ? SpiAbi.SelectHigh : (byte)0;
        if (select is not null && !_cannotKeepStill)
        {
            var still = (byte)(mode | SpiAbi.NoSelect);
            _cannotKeepStill = still != _mode && DeviceFile.Ask(_bus, SpiAbi.WriteMode, &still) != 0;
            _mode = _cannotKeepStill ? _mode : still;
            mode = _cannotKeepStill ? mode : still;
        }

        if (mode != _mode)
        {
            SetMode(mode);
            _mode = mode;
        }
    }

    private void SetMode(byte mode) => Check(
        DeviceFile.Ask(_bus, SpiAbi.WriteMode, &mode),
        (mode & SpiAbi.SelectHigh) != 0 ? "cannot select its chip with a high level" : $"refuses {Configuration.SpiMode}");

    private Frequency[] Speeds()
    {
        uint highest;
        Check(DeviceFile.Ask(_bus, SpiAbi.ReadMaxSpeed, &highest), "does not tell its speed: it is no SPI device");
        var rates = new Frequency[Halvings];
        for (var i = 0; i < Halvings; i++)
        {
            rates[i] = new Frequency(Math.Max(1, highest >> (Halvings - 1 - i)));
        }

        return rates;
    }

    private void Check(int error, string what)
    {
        if (error != 0)
        {
            throw error is Errno.NoDevice or Errno.NoDeviceOrAddress
                ? new IOException($"{_device} is gone: its driver was taken away.")
                : KernelError.Of($"{_device} {what}", error);
        }
    }
}
