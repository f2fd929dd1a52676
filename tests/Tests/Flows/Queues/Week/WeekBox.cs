using Switchhook.Appliance.Queues;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Flows.Queues.Board;
using Switchhook.Flows.Stations;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines;
using Switchhook.Site;
using Switchhook.Storage;
using Switchhook.Storage.Journal;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;
using Switchhook.Tests.Storage;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>
/// A start of the box, from its data folder to a kill or its end: loop, lines, phones, flows, queues, store and boards as the daemon puts
/// them together, over ports without cards and media without sound.
/// </summary>
internal sealed class WeekBox : IStationFactory, IDisposable
{
    private readonly AnalogStationFactory _analog;
    private readonly SiteInForce _site;

    public WeekBox(string folder, WeekPorts ports, int start)
    {
        var model = WeekSite.Make();
        _site = new SiteInForce(model, CountryTable.Get(model.Country), PromptLibrary.Empty);
        Driver = new LoopDriver(ports.Time);
        Database = Database.Open(folder, ports.Time);
        Recovered = new Recovery(Database, ports.Time, model.TimeZone, _ => null).Run();
        Store = new JournalStore(Database, ports.Time, StoreBox.NoReserve);
        Journal = new CallJournal(ports.Time, Store, Live);
        Journal.Appended += Board.Apply;
        var ids = new IdSource(ports.Time, new Random(start));
        var lines = new LineServices(_site.Country, Driver.Loop, Media, ids, Journal);
        _analog = new AnalogStationFactory(ports.Fxo, ports.Fxs, lines, () => Switchboard!, () => model.TimeZone);
        Stations = new StationSet(this, Driver.Loop, Journal);
        var services = new FlowServices(Driver.Loop, Media, new CallTable(ids, Journal), new NoRecorder(), Stations);
        Switchboard = new Switchboard(
            services, () => _site, new NightSwitch(Driver.Loop, Journal, Live, () => _site.Hours), Journal, Live);
        Stations.Incoming += Switchboard.TakeCall;
        Watch = new QueueWatch(Driver.Loop, Journal, Board, Live);
    }

    public LoopDriver Driver { get; }

    public FakeMediaEngine Media { get; } = new();

    public Database Database { get; }

    public RecoveryReport Recovered { get; }

    public JournalStore Store { get; }

    public CallJournal Journal { get; }

    public LiveBoard Live { get; } = new();

    public QueueBoard Board { get; } = new();

    public QueueHost Queues => Switchboard.Queues;

    private StationSet Stations { get; }

    private Switchboard Switchboard { get; }

    private QueueWatch Watch { get; }

    /// <summary>Puts the site in force and takes up what was before, in the daemon's order.</summary>
    public void Begin() => Driver.Do(() =>
    {
        var now = Driver.Time.GetUtcNow();
        Journal.Append(new BoxStarted("test", Recovered.Words));
        Stations.Apply(_site.Model);
        Queues.Apply(_site.Model);
        Watch.Apply(_site.Model);
        AgentMemories.Restore(Queues, _site.Model, Database, Recovered.LastSign, Journal, now);
        OwedMemories.Restore(Board, Switchboard, Database, now);
    });

    public PhoneStatus? StatusOf(string phone) => Live.Current.Phones.GetValueOrDefault(phone)?.Status;

    public ExchangeLine CreateLine(LineConfig config) => _analog.CreateLine(config);

    public Phone CreatePhone(PhoneConfig config) => _analog.CreatePhone(config, config.Port!);

    public ExchangeLine CreateTrunk(TrunkConfig config) => throw new NotSupportedException("The clinic has no trunk.");

    /// <summary>The process is gone: nothing more is written, nothing more runs.</summary>
    public void Dispose()
    {
        Database.Dispose();
        Watch.Dispose();
        Driver.Dispose();
    }
}

/// <summary>The sockets of the clinic's box, which outlive it.</summary>
internal sealed class WeekPorts
{
    public WeekPorts(ManualTimeProvider time)
    {
        Time = time;
        var site = WeekSite.Make();
        Lines = site.Lines.Values.ToDictionary(line => line.Name, line => new FakeFxoPort(line.Port, time), StringComparer.Ordinal);
        Phones = site.Phones.Values.ToDictionary(
            phone => phone.Number, phone => new FakeFxsPort(phone.Port!, time), StringComparer.Ordinal);
    }

    public ManualTimeProvider Time { get; }

    /// <summary>By the line's name.</summary>
    public Dictionary<string, FakeFxoPort> Lines { get; }

    /// <summary>By the phone's number.</summary>
    public Dictionary<string, FakeFxsPort> Phones { get; }

    public IReadOnlyDictionary<string, IFxoPort> Fxo => Lines.Values.ToDictionary(port => port.Name, IFxoPort (port) => port);

    public IReadOnlyDictionary<string, IFxsPort> Fxs => Phones.Values.ToDictionary(port => port.Name, IFxsPort (port) => port);

    /// <summary>What a box without power does: its lines are on-hook, its phones do not ring.</summary>
    public void LosePower()
    {
        foreach (var line in Lines.Values)
        {
            line.SetOffHook(false);
            line.HasBattery = true;
        }

        foreach (var phone in Phones.Values)
        {
            phone.SetFeed(LineFeed.Forward);
        }
    }
}
