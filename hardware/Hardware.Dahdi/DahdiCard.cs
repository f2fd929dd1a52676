using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Dahdi.Interop;
using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Dahdi.Ports;
using Switchhook.Hardware.Dahdi.Search;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi;

/// <summary>A line card behind the DAHDI kernel drivers: analog cards of many makers, on PCI, PCI Express and USB.</summary>
/// <remarks>
/// The card has a thread of its own that moves the sound of all its ports and hears their events. It always exists: ports whose hardware is
/// missing have a fault, and are looked for every few seconds. The box configures the drivers itself.
/// </remarks>
public sealed class DahdiCard : ILineCard
{
    private const int BlocksPerReading = 50;
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly DahdiPort[] _ports;
    private readonly IDahdiWait _wait;
    private readonly CardEngine _engine;
    private readonly BlockSignal _signal = new();
    private readonly Thread? _thread;
    private volatile bool _ending;
    private long _wakeups;
    private long _cpuTicks;

    /// <summary>Builds the card on a kernel.</summary>
    internal DahdiCard(
        IDahdiKernel kernel,
        CardConfig config,
        DahdiCardSettings settings,
        TimeProvider time,
        Action<string> told,
        Action<Action> background,
        bool withThread)
    {
        Name = config.Name;
        _wait = kernel.CreateWait();
        void Tell(string sentence) => told($"Card {config.Name}: {sentence}");
        var context = new CardContext(time, new Gain(settings.ReceiveGainDb), new Gain(settings.SendGainDb), Tell, _wait.Wake);
        FxoPorts = [.. Enumerable.Range(config.FirstFxo, config.FxoPorts).Select(n => new DahdiFxoPort($"fxo{n}", context))];
        FxsPorts = [.. Enumerable.Range(config.FirstFxs, config.FxsPorts).Select(n => new DahdiFxsPort($"fxs{n}", context))];
        _ports = [.. FxoPorts.Cast<DahdiPort>(), .. FxsPorts.Cast<DahdiPort>()];
        var search = new ChannelSearch(kernel, config, settings);
        _engine = new CardEngine(config.Name, _ports, search, _wait, _signal, time, background);
        _engine.Begin();
        if (withThread)
        {
            _thread = new Thread(() => Run(Tell)) { Name = $"card {config.Name}", IsBackground = true };
            _thread.Start();
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IFxoPort> FxoPorts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IFxsPort> FxsPorts { get; }

    /// <inheritdoc/>
    public ICardClock Clock => _signal;

    /// <summary>How often the card's thread has woken up: 50 times a second, and once for each event and command. Any thread.</summary>
    public long Wakeups => Volatile.Read(ref _wakeups);

    /// <summary>Blocks of 20 ms that have moved, counted once for all ports. Any thread.</summary>
    public long Blocks => _engine.Blocks;

    /// <summary>Processor time that the card's thread had used at the last full second of sound. Any thread.</summary>
    public TimeSpan ThreadCpuTime => new(Volatile.Read(ref _cpuTicks));

    /// <summary>Samples that came too late for the media thread, or found no room, over all ports. Any thread.</summary>
    public long LostSamples => _ports.Sum(port => port.LostSamples);

    /// <summary>Opens a card. What is missing shows as faults of its ports.</summary>
    /// <remarks>It needs no country: the drivers keep the law of their codecs, and the firmware makes all cadences.</remarks>
    /// <param name="config">The card of the board file; its settings are <see cref="DahdiCardSettings"/>.</param>
    /// <param name="time">The monotonic clock of line events.</param>
    /// <param name="told">Takes sentences for the log; any thread.</param>
    /// <exception cref="ArgumentException">The settings are another driver's.</exception>
    public static DahdiCard Open(CardConfig config, TimeProvider time, Action<string> told) =>
        Open(config, time, told, DahdiPlaces.Default);

    /// <summary>Opens a card at other places than the usual ones.</summary>
    /// <inheritdoc cref="Open(CardConfig, TimeProvider, Action{string})"/>
    public static DahdiCard Open(CardConfig config, TimeProvider time, Action<string> told, DahdiPlaces places) => new(
        new DahdiKernel(places),
        config,
        config.Settings as DahdiCardSettings ?? throw new ArgumentException($"{config.Name} is no DAHDI card.", nameof(config)),
        time,
        told,
        static search => ThreadPool.UnsafeQueueUserWorkItem(static search => search(), search, preferLocal: false),
        withThread: true);

    /// <inheritdoc/>
    public void ExchangeBlock()
    {
        foreach (var port in _ports)
        {
            port.Exchange();
        }
    }

    /// <summary>Ends the card's thread, and puts all ports on-hook.</summary>
    public void Dispose()
    {
        if (_ending)
        {
            return;
        }

        _ending = true;
        _wait.Wake();

        // A thread that hangs in a driver keeps its channels: to close them under it would help nobody.
        if (_thread is null || _thread.Join(LongestEnd))
        {
            _engine.Dispose();
            _wait.Dispose();
            _signal.Dispose();
        }
    }

    /// <summary>One turn of the card's thread, for tests.</summary>
    internal void Step() => _engine.Step();

    private void Run(Action<string> tell)
    {
        tell($"its thread has {CardThread.AskForPriority()}.");
        var nextReading = 0L;
        while (!_ending)
        {
            _wait.Wait(CardEngine.WaitLimit);
            Volatile.Write(ref _wakeups, _wakeups + 1);
            _engine.Step();
            if (_engine.Blocks >= nextReading)
            {
                nextReading = _engine.Blocks + BlocksPerReading;
                Volatile.Write(ref _cpuTicks, CardThread.CpuTime().Ticks);
            }
        }
    }
}
