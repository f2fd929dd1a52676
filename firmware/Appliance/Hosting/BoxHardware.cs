using Switchhook.Appliance.Panels;
using Switchhook.Hardware;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Dahdi;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Hardware.Linux.Sound;
using Switchhook.Hardware.Linux.Spi;
using Switchhook.Hardware.ProSlic;
using Switchhook.Hardware.Simulated;
using Switchhook.Hardware.Spi;

namespace Switchhook.Appliance.Hosting;

/// <summary>The drivers of a board: the one place that knows which there are.</summary>
internal sealed class BoxHardware : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Action<string> _told;
    private readonly Lazy<LinuxPins> _pins;

    /// <summary>The drivers of a board; nothing is opened yet.</summary>
    /// <param name="board">The board.</param>
    /// <param name="time">The clock.</param>
    /// <param name="told">Takes what drivers have to say, as sentences; any thread.</param>
    public BoxHardware(Board board, TimeProvider time, Action<string> told)
    {
        (_time, _told) = (time, told);
        _pins = new Lazy<LinuxPins>(() => LinuxPins.Open(time, told));
        Panel = board.Pins == PinSource.Linux ? new LinuxPanelHardware(_pins.Value) : new SimulatedPanelHardware(time);
    }

    /// <summary>What the panel is wired to.</summary>
    public IPanelHardware Panel { get; }

    /// <summary>Opens a line card. What is missing of it shows as faults of its ports.</summary>
    /// <exception cref="BoxException">The card's driver is not in this build.</exception>
    public ILineCard Open(CardConfig config, Country country, Random random) => config.Settings switch
    {
        SimulatedCardSettings => new SimulatedCard(SimulatedCardOptions.From(config), country, _time, random),
        DahdiCardSettings => DahdiCard.Open(config, _time, _told),
        ProSlicCardSettings settings => ProSlicCard.Open(config, country, Buses(settings), _time, _told),
        _ => throw new BoxException($"Card {config.Name} needs the driver \"{config.Settings.Driver}\", which this build does not have."),
    };

    /// <summary>Opens a sound device whose sound is music on hold.</summary>
    /// <param name="device">Name of ALSA; <c>simulated</c> plays by itself.</param>
    /// <exception cref="IOException">It does not open; the message tells the cure.</exception>
    public ISoundInput OpenLineIn(string device) =>
        device == "simulated" ? new SimulatedSoundInput(_time) : AlsaSoundInput.Open(device, _time);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_pins.IsValueCreated)
        {
            _pins.Value.Dispose();
        }
    }

    private ProSlicBuses Buses(ProSlicCardSettings settings) => new(
        () => LinuxSpiBus.Open(settings.Spi, new SpiClockConfiguration(new Frequency(settings.SpiHertz), SpiMode.Mode3)),
        () => AlsaTdmBus.Open(settings.Sound, settings.Chain.Length, _time),
        settings.Reset is { } reset ? () => Pin(reset).CreateDigitalOutputPort(initialState: reset.ActiveLow) : null,
        settings.Interrupt is { } interrupt ? () => Pin(interrupt).CreateDigitalInterruptPort(ResistorMode.InternalPullUp) : null);

    private IPin Pin(PinConfig config) => _pins.Value.Pin(config.Pin);
}
