using Switchhook.Guest.Buses;
using Switchhook.Guest.Gpio;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux.Sound;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Simulated.ProSlic;

namespace Switchhook.Guest.ProSlic;

/// <summary>
/// The models of the chips on the far side of the kernel: their control bus is served to spisim, their highway is the other end of the
/// sound loop, their reset and interrupt are pins of gpio-sim.
/// </summary>
internal sealed class ChipBoard : IDisposable
{
    /// <summary>Pin that resets the chips while it is low.</summary>
    public const string ResetPin = "RESET";

    /// <summary>Pin that the chips pull low.</summary>
    public const string InterruptPin = "INTERRUPT";

    private const int ResetLine = 0;
    private const int InterruptLine = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly SimulatedGpioChip _pins = new("chips", ResetPin, InterruptPin);
    private readonly SpiChips _spi;
    private readonly AlsaTdmBus _sound;
    private readonly Thread _thread;
    private volatile bool _stopped;
    private volatile bool _stalled;

    /// <summary>Powers the board up.</summary>
    public ChipBoard(IReadOnlyList<PortKind> chain, Country country)
    {
        var options = new SimulatedCardOptions
        {
            BoxEchoReturnLossDb = double.PositiveInfinity,
            FarEchoReturnLossDb = double.PositiveInfinity,
        };
        Chips = new SimulatedChips(options, chain, country, TimeProvider.System, new Random(1));
        _pins.Pull(InterruptLine, up: true);
        _spi = new SpiChips((_, sent, answer) => Chips.Spi.Transfer(sent, answer));
        _sound = AlsaTdmBus.Open("hw:Loopback,1", chain.Count, TimeProvider.System, AlsaTdmBus.MostLead);
        _thread = new Thread(Run) { IsBackground = true, Name = "chips" };
        _thread.Start();
    }

    /// <summary>The chips, and the exchange and the telephones behind them.</summary>
    public SimulatedChips Chips { get; }

    /// <summary>True while nothing moves on the wires.</summary>
    public bool IsStalled
    {
        set => _stalled = value;
    }

    /// <summary>Times that the reset pin was seen low.</summary>
    public int Resets { get; private set; }

    /// <summary>Powers the board down.</summary>
    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
        _spi.Dispose();
        _sound.Dispose();
        _pins.Dispose();
    }

    private void Run()
    {
        var fromBox = new short[LineAudio.BlockSamples * _sound.Channels];
        var toBox = new short[fromBox.Length];
        var (interrupting, inReset) = (false, false);
        while (!_stopped)
        {
            if (_sound.Exchange(toBox, fromBox, Patience) && !_stalled)
            {
                Chips.MoveBlock(fromBox, toBox, _sound.Channels);
            }

            var low = !_pins.LevelOf(ResetLine);
            if (low && !inReset)
            {
                Chips.Reset();
                Resets++;
            }

            if (Chips.IsInterrupting != interrupting)
            {
                interrupting = !interrupting;
                _pins.Pull(InterruptLine, up: !interrupting);
            }

            inReset = low;
        }
    }
}
