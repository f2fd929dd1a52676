using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Fxo;
using Switchhook.Hardware.ProSlic.Fxs;
using Switchhook.Hardware.ProSlic.Ports;
using Switchhook.Hardware.ProSlic.Sound;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic;

/// <summary>
/// A line card of Silicon Labs Si3050 with Si3019 (FXO) and Si3210 (FXS) chips: controlled over SPI, heard over a PCM highway.
/// </summary>
/// <remarks>
/// <para>
/// Two threads of its own: one moves the sound and never waits for the control bus, one does all that concerns the control bus.
/// </para>
/// <para>The card exists without hardware: its ports have a fault then, and come up by themselves once the hardware is there.</para>
/// </remarks>
public sealed class ProSlicCard : ILineCard
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly CommandQueue _commands = new();
    private readonly ManualResetEvent _stop = new(false);
    private readonly ProSlicPort[] _ports;
    private readonly ControlUnit _control;
    private readonly SoundUnit _sound;
    private readonly List<Thread> _threads = [];
    private bool _disposed;

    private ProSlicCard(CardConfig config, Country country, ProSlicBuses buses, TimeProvider time, Action<string> told)
    {
        var settings = (ProSlicCardSettings)config.Settings;
        _time = time;
        Name = config.Name;
        var chain = new ChipChain(settings.Chain);
        var chips = new List<(ProSlicPort Port, ChipUnit Unit)>();
        var (fxo, fxs) = (new List<FxoPort>(), new List<FxsPort>());
        for (var slot = 0; slot < settings.Chain.Length; slot++)
        {
            var link = new ChipLink(chain, slot);
            if (settings.Chain[slot] == PortKind.Fxo)
            {
                var port = new FxoPort($"fxo{config.FirstFxo + fxo.Count}", time, _commands, told);
                port.Unit = new FxoUnit(port, link, country, told);
                fxo.Add(port);
                chips.Add((port, port.Unit));
            }
            else
            {
                var port = new FxsPort($"fxs{config.FirstFxs + fxs.Count}", time, _commands, told);
                port.Unit = new FxsUnit(port, link, country, told);
                fxs.Add(port);
                chips.Add((port, port.Unit));
            }
        }

        (FxoPorts, FxsPorts) = (fxo, fxs);
        _ports = [.. chips.Select(chip => chip.Port)];
        _sound = new SoundUnit(Name, _ports, buses.OpenSound, time, _commands.Wake);
        _control = new ControlUnit(Name, chain, chips, buses, _commands, () => _sound.Fault, settings);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IFxoPort> FxoPorts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IFxsPort> FxsPorts { get; }

    /// <inheritdoc/>
    public ICardClock Clock => _sound.Signal;

    /// <summary>Takes a card into use. Returns at once; the ports come up by themselves.</summary>
    /// <param name="config">The card's entry in the board file; its settings are <see cref="ProSlicCardSettings"/>.</param>
    /// <param name="country">Whose exchanges and telephones it meets.</param>
    /// <param name="buses">Opens its devices.</param>
    /// <param name="time">Times everything.</param>
    /// <param name="told">Takes what the card has to say, as sentences for the log; any thread.</param>
    public static ProSlicCard Open(CardConfig config, Country country, ProSlicBuses buses, TimeProvider time, Action<string> told)
    {
        var card = Create(config, country, buses, time, told);
        card.Run("control", card.RunControl, ThreadPriority.AboveNormal);
        card.Run("sound", card.RunSound, ThreadPriority.Highest);
        return card;
    }

    /// <summary>A card without threads: who has it steps it.</summary>
    internal static ProSlicCard Create(
        CardConfig config, Country country, ProSlicBuses buses, TimeProvider time, Action<string> told) =>
        new(config, country, buses, time, told);

    /// <inheritdoc/>
    public void ExchangeBlock()
    {
        for (var i = 0; i < _ports.Length; i++)
        {
            _ports[i].Sound.Exchange();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _stop.Set();
        _commands.Wake();
        if (_threads.TrueForAll(thread => thread.Join(StopLimit)))
        {
            _control.Dispose();
            _sound.Dispose();
            _commands.Dispose();
            _stop.Dispose();
        }
    }

    /// <summary>A step of the control thread.</summary>
    /// <returns>When the next one is due.</returns>
    internal TimeSpan StepControl() => _control.Step(_time.GetElapsedTime(0));

    /// <summary>A step of the sound thread.</summary>
    /// <returns>How long to wait before the next one.</returns>
    internal TimeSpan StepSound() => _sound.Step();

    private void Run(string what, ThreadStart work, ThreadPriority priority)
    {
        var thread = new Thread(work) { Name = $"{Name} {what}", IsBackground = true, Priority = priority };
        _threads.Add(thread);
        thread.Start();
    }

    private void RunControl()
    {
        while (!_stop.WaitOne(0))
        {
            var wait = StepControl() - _time.GetElapsedTime(0);
            if (wait > TimeSpan.Zero)
            {
                // Timers of the system count whole milliseconds; a change is rather a little late than early.
                var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                _commands.Wait(rounded < LongestWait ? rounded : LongestWait);
            }
        }
    }

    private void RunSound()
    {
        while (!_stop.WaitOne(0))
        {
            var wait = StepSound();
            if (wait > TimeSpan.Zero)
            {
                _stop.WaitOne(wait < LongestWait ? wait : LongestWait);
            }
        }
    }
}
