using System.Collections.Immutable;
using System.Text.Json;
using Switchhook.Appliance.Hosting;
using Switchhook.Appliance.Panels;
using Switchhook.Audio.Waiting;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Testing.Fakes;
using Switchhook.Testing.Sip.InMemory;

namespace Switchhook.Testing;

/// <summary>The whole telephony of a box on a simulated card, under a clock that only the test moves.</summary>
public sealed class TestBox : IDisposable
{
    private readonly CardSet _cards;
    private readonly PanelSet _panel;
    private readonly MemoryStore _store = new();

    /// <summary>A box that serves a site.</summary>
    /// <param name="site">The site; prompts that it names are missing unless given.</param>
    /// <param name="prompts">Its prompts.</param>
    /// <param name="recorder">Makes its recorder on the box's loop and with its ids; none records nothing.</param>
    /// <param name="seed">Makes ids and noise.</param>
    /// <param name="settings">Settings of the simulated card.</param>
    /// <param name="cards">Makes other cards than the simulated one; what they want between media ticks is for the test to do.</param>
    /// <param name="start">The time at which it starts; null for that of the clock of tests.</param>
    /// <param name="lineIn">Opens devices of music on hold, and gets what brings their sound, for the test to turn.</param>
    /// <param name="promptKeeper">Keeps announcements that are recorded at a phone; null for a box that keeps none.</param>
    /// <param name="lookUps">Looks values up in its tables; null for a box that reads none.</param>
    public TestBox(
        SiteModel site,
        PromptLibrary? prompts = null,
        Func<ControlLoop, IdSource, ICallRecorder>? recorder = null,
        int seed = 1,
        SimulatedCardSettings? settings = null,
        Func<ManualTimeProvider, CardSet>? cards = null,
        DateTimeOffset? start = null,
        ILookUps? lookUps = null,
        (Func<string, ISoundInput> Open, Action<LineInFeed> Run)? lineIn = null,
        IPromptKeeper? promptKeeper = null)
    {
        Driver = start is { } at ? new LoopDriver(new ManualTimeProvider(at)) : new LoopDriver();
        var country = CountryTable.Get(site.Country);
        var card = new CardConfig("card", 4, 4, 1, 1, settings ?? new SimulatedCardSettings(null, null, null, null, null));
        var board = new Board(site.Board, [card])
        {
            Relays = ImmutableSortedDictionary<string, RelayPart>.Empty.Add("bell", new RelayPart("bell", "pin of bell", false, null)),
            Lamps = site.Lamps.ToImmutableSortedDictionary(
                lamp => lamp.Key, lamp => new LampPart(lamp.Key, new LampWiring.OneColour(new Wire.Pin($"pin of {lamp.Key}")))),
        };
        _cards = cards?.Invoke(Driver.Time)
            ?? new CardSet([new SimulatedCard(SimulatedCardOptions.From(card), country, Driver.Time, new Random(seed))]);
        _panel = PanelSet.Create(board, new SimulatedPanelHardware(Driver.Time), _cards.Fxo, Driver.Time);
        var ids = new IdSource(Driver.Time, new Random(seed));
        Network = new TestNetwork(Driver.Time, Driver.Loop.Post, seed);
        foreach (var phone in site.Phones.Values.Where(phone => phone.Sip is not null))
        {
            Network.Secrets[$"phone/{phone.Number}"] = SecretOf(phone.Number);
        }

        var outside = new BoxOutside(ids, _store, recorder?.Invoke(Driver.Loop, ids) ?? new NoRecorder(), Network.Outside, Alerts)
        {
            Relays = _panel.Relays,
            LookUps = lookUps ?? new NoLookUps(),
            OpenLineIn = lineIn?.Open ?? (device => throw new IOException($"There is no sound device {device}.")),
            PromptKeeper = promptKeeper ?? new NoPromptKeeper(),
            RunLineIn = lineIn?.Run ?? (_ => { }),
            Mailer = Mail,
            Secret = name => Network.Secrets.TryGetValue(name, out var secret) ? secret : null,
        };
        var inForce = new SiteInForce(site, country, prompts ?? PromptLibrary.Empty);
        Core = new BoxCore(Driver.Loop, _cards, _panel.Lamps, inForce, outside);
        Network.Box.Listener = Core.Sip.Listener;
        Driver.Do(() => Core.Apply(inForce, "the test", SiteSummary.Of(site)));
        Driver.MediaTick = Tick;
        Advance(1);
    }

    /// <summary>Moves time.</summary>
    public LoopDriver Driver { get; }

    /// <summary>The box.</summary>
    public BoxCore Core { get; }

    /// <summary>The network that its SIP phones and trunks are on.</summary>
    public TestNetwork Network { get; }

    /// <summary>Who gets its alerts.</summary>
    public FakeAlertSender Alerts { get; } = new();

    /// <summary>Who gets the messages of its mailboxes as mail.</summary>
    public FakeMessageMailer Mail { get; } = new();

    /// <summary>All events so far.</summary>
    public IReadOnlyList<JournalEvent> Journal => _store.Events;

    /// <summary>The journal as JSON lines, for comparing runs.</summary>
    public string JournalText =>
        string.Join('\n', Journal.Select(one => JsonSerializer.Serialize(one, JournalJson.Default.JournalEvent)));

    /// <summary>All entries of a kind so far.</summary>
    public IEnumerable<T> Entries<T>()
        where T : JournalEntry => Journal.Select(one => one.Entry).OfType<T>();

    /// <summary>The exchange behind a port, from 1.</summary>
    public SimulatedExchangeLine Line(int port) => _cards.ExchangeLines[$"fxo{port}"];

    /// <summary>The telephone on a port, from 1.</summary>
    public SimulatedPhone Phone(int port) => _cards.Phones[$"fxs{port}"];

    /// <summary>A lamp of the board: the lamps are those that the site names.</summary>
    public PatternLamp Lamp(string name) => _panel.Lamps.Single(lamp => lamp.Name == name);

    /// <summary>The one free relay of the board.</summary>
    public IRelay Bell => _panel.Relays.Single();

    /// <summary>The password of a SIP phone.</summary>
    public static string SecretOf(string number) => $"secret-of-{number}";

    /// <summary>Lets time pass.</summary>
    public void Advance(double seconds) => Driver.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass until something is true.</summary>
    /// <exception cref="TimeoutException">It did not become true; the message holds the journal's last words.</exception>
    public void Until(Func<bool> condition, double limitSeconds, string what)
    {
        try
        {
            Driver.AdvanceUntil(condition, TimeSpan.FromSeconds(limitSeconds), what);
        }
        catch (TimeoutException late)
        {
            var last = Journal.TakeLast(25).Select(one => $"{one.At:HH:mm:ss.fff} {one.Entry.Words}");
            throw new TimeoutException($"{late.Message}\n{string.Join('\n', last)}", late);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Core.Dispose();
        Driver.Drain();
        Network.Dispose();
        _panel.Dispose();
        _cards.Dispose();
        Driver.Dispose();
    }

    private void Tick()
    {
        Core.Tick();
        Network.Tick();
    }

    private sealed class MemoryStore : IJournalStore
    {
        public List<JournalEvent> Events { get; } = [];

        public long LastSeq => 0;

        public void Write(JournalEvent journalEvent) => Events.Add(journalEvent);
    }
}
