using Switchhook.Audio;
using Switchhook.Appliance.Hosting;
using Switchhook.Audio.Engine;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Stations;
using Switchhook.Flows.Talking;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Simulated;
using Switchhook.Lines;
using Switchhook.Testing;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Flows.Talking;

/// <summary>
/// One line and phones 101 to 104 on a simulated card, with the product's sound, lines, phones and conversations. Calls on the line ring
/// phone 101; dialling a phone rings it; dialling 8, a mode from 0 and a phone supervises it.
/// </summary>
internal sealed class SupervisedHouse : IPhoneHost, IStations, IDisposable
{
    private readonly LoopDriver _driver = new();
    private readonly CardSet _cards;
    private readonly MemoryStore _store = new();
    private readonly Dictionary<string, Phone> _phones;
    private readonly ExchangeLine _line;
    private readonly CallTable _calls;
    private readonly SiteInForce _site = new(Sites.Clinic(), Sites.UnitedStates, PromptLibrary.Empty);

    /// <param name="echoReturnLossDb">How much weaker the box hears itself, in dB. Most tests are not about echo.</param>
    public SupervisedHouse(double echoReturnLossDb = 80)
    {
        var settings = new SimulatedCardSettings(-90, echoReturnLossDb, null, null, null) { FarEchoReturnLossDb = 80 };
        var config = new CardConfig("card", 4, 4, 1, 1, settings);
        _cards = new CardSet(
            [new SimulatedCard(SimulatedCardOptions.From(config), Sites.UnitedStates, _driver.Time, new Random(1))]);
        var engine = new MediaEngine(_cards.Cards, Sites.UnitedStates, _driver.Loop.Post);
        var ids = new IdSource(_driver.Time, new Random(1));
        var journal = new CallJournal(_driver.Time, _store, Live);
        var lines = new LineServices(Sites.UnitedStates, _driver.Loop, engine, ids, journal);
        var factory = new AnalogStationFactory(_cards.Fxo, _cards.Fxs, lines, () => this, () => TimeZoneInfo.Utc);
        _calls = new CallTable(ids, journal);
        Conversations = new Conversations(new FlowServices(_driver.Loop, engine, _calls, new NoRecorder(), this));
        (_line, _phones) = _driver.Do(() => (
            factory.CreateLine(_site.Model.Lines["main-1"]),
            _site.Model.Phones.ToDictionary(phone => phone.Key, phone => factory.CreatePhone(phone.Value, phone.Value.Port!))));
        _line.Incoming += (_, incoming) => _driver.Loop.Watch(RingAsync(
            _calls.Begin(CallDirection.Inbound, incoming.Leg, incoming.Caller, null), incoming.Leg, "101"));
        _driver.MediaTick = engine.Tick;
        Advance(1);
    }

    public LiveBoard Live { get; } = new();

    public Conversations Conversations { get; }

    /// <summary>What <see cref="Conversations.Supervise"/> has returned, in the order of the tries.</summary>
    public List<string?> Answers { get; } = [];

    public IEnumerable<ExchangeLine> Lines => [_line];

    public SimulatedExchangeLine Caller => _cards.ExchangeLines["fxo1"];

    public SimulatedPhone this[string number] => _cards.Phones[$"fxs{number[^1]}"];

    public IEnumerable<T> Entries<T>()
        where T : JournalEntry => _store.Events.Select(one => one.Entry).OfType<T>();

    /// <summary>What the journal tells of supervision, in the order of the events.</summary>
    public IEnumerable<string> Told => Entries<StepTaken>().Where(step => step.Step == "supervision").Select(step => step.Why);

    public Phone? Phone(string number) => _phones.GetValueOrDefault(number);

    public ExchangeLine? Line(string name) => name == _line.Name ? _line : null;

    public Prompt? NoticeAt(string phone) => null;

    public bool HasMessages(string phone) => false;

    public DialVerdict Classify(string digits) =>
        digits.Length == (digits[0] == '8' ? 5 : 3) ? DialVerdict.Complete : DialVerdict.Incomplete;

    public void Dial(Leg leg, string digits)
    {
        var call = _calls.Begin(CallDirection.Internal, leg, new CallerIdentity(leg.Party.Name, null, "A phone."), digits);
        if (digits[0] != '8')
        {
            _driver.Loop.Watch(RingAsync(call, leg, digits));
            return;
        }

        var answer = Conversations.Supervise(leg, digits[2..], (SupervisionMode)(digits[1] - '0'));
        Answers.Add(answer);
        if (answer is not null)
        {
            call.End(new Cause(CauseCode.Refused, answer));
        }
    }

    public void Transfer(Leg held, Leg active) => Conversations.Transfer(held, active);

    public void Conference(Leg held, Leg active) => Conversations.Conference(held, active);

    public Task<Cause?> BlindTransferAsync(Leg leg, string digits) => throw new NotSupportedException("By SIP only.");

    public void Replace(Leg old, Leg fresh) => throw new NotSupportedException("By SIP only.");

    public bool TryPickUp(string ringing, Leg by) => throw new NotSupportedException("By SIP only.");

    /// <summary>A customer on the line talks with phone 101.</summary>
    public void Connect()
    {
        Caller.Ring(new SimulatedCaller { Number = "3125550142" });
        Until(() => this["101"].IsRinging, 15, "Phone 101 rings");
        this["101"].Lift();
        Until(() => Entries<CallConnected>().Any(), 3, "The two are connected");
        Advance(1);
    }

    /// <summary>A phone dials.</summary>
    public void Dial(string phone, string digits)
    {
        this[phone].Lift();
        Advance(1);
        this[phone].Dial(digits);
        Advance(2);
    }

    public void Supervise(string phone, SupervisionMode mode, string watched = "101") => Dial(phone, $"8{(int)mode}{watched}");

    public void Advance(double seconds) => _driver.Advance(TimeSpan.FromSeconds(seconds));

    public void Until(Func<bool> condition, double limitSeconds, string what) =>
        _driver.AdvanceUntil(condition, TimeSpan.FromSeconds(limitSeconds), what);

    public void Dispose()
    {
        _driver.Do(() =>
        {
            _line.Dispose();
            foreach (var phone in _phones.Values)
            {
                phone.Dispose();
            }
        });
        _cards.Dispose();
        _driver.Dispose();
    }

    private async Task RingAsync(Call call, Leg origin, string number)
    {
        var leg = Phone(number)!.Offer(new Offer(call.Caller, CallWaiting: true))!;
        call.Add(leg, $"Rings phone {number}.");
        if (await leg.Answered)
        {
            origin.Answer();
            var conversation = leg.Call == call ? Conversations.Begin(call, _site) : null;
            conversation?.Join(origin);
            conversation?.Join(leg);
            call.Connected(leg.Party);
        }
    }

    private sealed class MemoryStore : IJournalStore
    {
        public List<JournalEvent> Events { get; } = [];

        public long LastSeq => 0;

        public void Write(JournalEvent journalEvent) => Events.Add(journalEvent);
    }
}
