using Switchhook.Hardware;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Spi;
using Switchhook.Testing.Gpio;

namespace Switchhook.Testing.Chips;

/// <summary>A chain of 74HC595 (TI SCLS041) at an SPI bus: bits shift in at the first chip, outputs follow a rising edge of RCLK.</summary>
/// <param name="chips">Chips in the chain.</param>
/// <param name="latchedByChipSelect">True when RCLK is at the chip select, which rises at the end of each transfer.</param>
public sealed class Hc595Model(int chips, bool latchedByChipSelect = true) : ISpiBus
{
    private ulong _shift;

    /// <summary>Levels of the outputs: bit 0 is QA of the first chip.</summary>
    public ulong Outputs { get; private set; }

    /// <summary>True while no transfer works.</summary>
    public bool IsBroken { get; set; }

    public Frequency[] SupportedSpeeds { get; } = [Frequency.FromMegahertz(1)];

    public SpiClockConfiguration Configuration { get; } = new(Frequency.FromMegahertz(1));

    /// <summary>The pin at RCLK.</summary>
    public IDigitalOutputPort Latch => new LatchPin(this);

    /// <summary>The supply comes back after it was gone: the outputs are anything.</summary>
    public void PowerUp() => Outputs = 0xA5A5A5A5A5A5A5A5 & Mask;

    public void Write(IDigitalOutputPort? chipSelect, Span<byte> writeBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow)
    {
        if (IsBroken)
        {
            throw new IOException("The bus is stuck.");
        }

        foreach (var value in writeBuffer)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                _shift = ((_shift << 1) | (uint)((value >> bit) & 1)) & Mask;
            }
        }

        if (latchedByChipSelect)
        {
            Outputs = _shift;
        }
    }

    public void Read(IDigitalOutputPort? chipSelect, Span<byte> readBuffer, ChipSelectMode csMode = ChipSelectMode.ActiveLow) =>
        throw new IOException("MISO is not wired.");

    public void Exchange(
        IDigitalOutputPort? chipSelect,
        Span<byte> writeBuffer,
        Span<byte> readBuffer,
        ChipSelectMode csMode = ChipSelectMode.ActiveLow) => throw new IOException("MISO is not wired.");

    private ulong Mask => chips == 8 ? ulong.MaxValue : (1UL << (8 * chips)) - 1;

    private sealed class LatchPin(Hc595Model chain) : IDigitalOutputPort
    {
        private bool _state;

        public bool InitialState => false;

        public bool State
        {
            get => _state;
            set
            {
                chain.Outputs = value && !_state ? chain._shift : chain.Outputs;
                _state = value;
            }
        }

        public IPin Pin { get; } = new FakePin("RCLK");

        public IDigitalChannelInfo Channel => (IDigitalChannelInfo)Pin;

        public void Dispose() => _state = false;
    }
}
