using Switchhook.Acd;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Dialling.Emergency;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Missed;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Steps;
using Switchhook.Flows.Steps.People;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail;
using Switchhook.Flows.Voicemail.Callbacks;

namespace Switchhook.Flows;

/// <summary>Where calls arrive and get their story.</summary>
/// <remarks>
/// <para>The path of one call, from the caller's exchange to the row in the call list:</para>
/// <code>
///   exchange ~~~ 1 FXO port ── 2 FxoLine ──► 3 Switchboard ──► 4 InboundFlow: play, ring …
///                 (Hardware)     (Lines)        (Flows)               │ 5 hunt group picks phones
///                     ▲                                               ▼
///                     │ 9 media clock: port ⇄ channel ⇄ bridge   6 FxsPhone rings ~~~ phone is lifted
///                     │      (Audio)      └─► 10 tap ─► WAV           │ (Lines)
///                     │                        (Recording)            ▼
///                     └──────────────────────────────────── 7 Conversation joins the legs in a Bridge
///                                                                     │ (Flows, Calls)
///   12 pages, API ◄── 11 SQLite: journal and rows ◄── CallJournal ◄── 8 every decision is an entry
///       (Web)            (Storage)                      (Calls)
/// </code>
/// <para>
/// At 5 a queue may stand instead of a hunt group (<see cref="QueueHost"/>): the engine in Acd decides who is rung, and the call waits in a
/// <c>CallVisit</c> until an agent is joined.
/// </para>
/// <para>Calls from phones enter at 6 with their digits: <see cref="Dial"/> takes the place of 3 and 4.</para>
/// </remarks>
public sealed class Switchboard : IPhoneHost
{
    /// <summary>So long after an emergency call whoever calls back on its line reaches the phone that called.</summary>
    public static readonly TimeSpan EmergencyCallbackTime = EmergencyDesk.CallbackTime;

    private static readonly TimeSpan ClosePoll = TimeSpan.FromMilliseconds(100);

    private static readonly Cause Stopping = new(CauseCode.BoxStopped, "The box is about to stop: only calls for help are made.");

    private readonly FlowServices _services;
    private readonly Func<SiteInForce> _site;
    private readonly NightSwitch _night;
    private readonly LiveBoard _live;
    private readonly Conversations _conversations;
    private readonly InboundFlow _inbound;
    private readonly PhoneDialling _dialling;
    private readonly BlindTransfer _transfers;
    private readonly CallbackDesk _callbacks;
    private readonly MessageDesk _messages;
    private readonly EmergencyDesk _emergency;
    private readonly EmergencyWatch _emergencyWatch;
    private readonly EmergencyLines _emergencyLines;
    private readonly VoicemailDialling _voicemail;
    private readonly CallPickUp _pickUp;
    private bool _isClosing;

    /// <summary>A switchboard for the lines and phones of the services.</summary>
    /// <param name="services">What flows work with.</param>
    /// <param name="site">The version of the site that new calls begin with.</param>
    /// <param name="night">Tells whether new calls go the night way, and is turned by a code of the phones.</param>
    /// <param name="journal">Where the queues write what they decide.</param>
    /// <param name="live">Tells the queues what lines and phones do.</param>
    /// <param name="mailboxes">What is in the mailboxes, as the journal tells it; null where there are none.</param>
    /// <param name="missed">Who was missed, as the journal tells it; null where nobody looks.</param>
    public Switchboard(
        FlowServices services,
        Func<SiteInForce> site,
        NightSwitch night,
        CallJournal journal,
        LiveBoard live,
        VoicemailBoard? mailboxes = null,
        MissedBoard? missed = null)
    {
        _services = services;
        _site = site;
        _night = night;
        _live = live;
        _conversations = new Conversations(services);
        var outside = new OutsideDialling(services);
        var talk = new OutgoingTalk(services, _conversations);
        Queues = new QueueHost(services, outside, site, journal, live);
        _callbacks = new CallbackDesk(services, Queues, outside, talk, site, live);
        _messages = new MessageDesk(services, Queues, outside, talk, _callbacks, site);
        LostCallers = new LostCallers(services.Loop.Time, _callbacks, site);
        Voicemail = new VoicemailDesk(services, journal, mailboxes ?? new VoicemailBoard(), site, _messages);
        var people = new PeopleSteps(services, _conversations, Queues, _callbacks, _messages, outside, talk, Voicemail);
        _inbound = new InboundFlow(services, people);
        var agents = new AgentDialling(Queues, _conversations);
        Gate = new OutsideGate(services, journal, () => night.IsOn);
        var way = new OutsideWay(Gate, outside, new PinEntry(services, Gate));
        _emergencyLines = new EmergencyLines(services);
        _emergency = new EmergencyDesk(services, _conversations, talk, _emergencyLines, new EmergencyNotice(services), journal);
        _emergencyWatch = new EmergencyWatch(services.Loop, _emergency, _emergencyLines, journal);
        _pickUp = new CallPickUp(services.Calls);
        var pins = new PinAttempts(services.Secret, services.Loop.Time);
        var parking = new ParkingLot(services, _conversations);
        PhoneCodeDialling? phoneCodes = null;
        var codes = new CodeDialling(agents, () => phoneCodes!, () => _voicemail!);
        var house = new HouseDialling(services, _conversations, way, Gate, talk);
        _dialling = new PhoneDialling(services, house, way, Gate, _emergency, codes);
        phoneCodes = new PhoneCodeDialling(
            services,
            night,
            new Diversions(journal, live),
            Gate,
            _pickUp,
            parking,
            new LastCallers(services.Calls, journal),
            new PromptDialling(services, pins),
            _dialling.RunAsync);
        var phones = new PhoneFirst(services, site, _dialling.RunAsync);
        VoicemailCaller = new VoicemailCaller(Voicemail, phones);
        Missed = new MissedDesk(journal, missed ?? new MissedBoard(), phones);
        CallDesk = new CallDesk(phones, _conversations, Queues, journal, site);
        _voicemail = new VoicemailDialling(services, Voicemail, pins, phone => Queues.AgentAt(phone)?.Name, _dialling.RunAsync);
        _transfers = new BlindTransfer(services, _conversations, parking, way);
    }

    /// <summary>Where callers wait for agents.</summary>
    public QueueHost Queues { get; }

    /// <summary>The gate of calls to the outside.</summary>
    public OutsideGate Gate { get; }

    /// <summary>Keeps the messages of the mailboxes.</summary>
    public VoicemailDesk Voicemail { get; }

    /// <summary>Calls back who has left a message, for a page.</summary>
    public VoicemailCaller VoicemailCaller { get; }

    /// <summary>What people do with missed callers.</summary>
    public MissedDesk Missed { get; }

    /// <summary>What people do with calls at a page.</summary>
    public CallDesk CallDesk { get; }

    /// <summary>Calls back who was lost.</summary>
    public LostCallers LostCallers { get; }

    /// <summary>Looks soon whether an emergency call would go out. Control loop only.</summary>
    /// <param name="by">What it is looked for, for the journal.</param>
    public void TestEmergencyCalls(string by) => _emergencyWatch.LookSoon(by);

    /// <summary>Takes up whom whoever calls back after an emergency call reaches. Control loop only.</summary>
    /// <param name="events">The emergency calls of the last hour with the beginnings of their legs, in order.</param>
    public void RestoreEmergencies(IEnumerable<JournalEvent> events) => _emergency.Restore(events);

    /// <summary>
    /// The box is about to stop: ends all calls but those for help, lets no others begin, and waits for those for help. Control loop only.
    /// </summary>
    /// <param name="why">Why calls end.</param>
    /// <param name="patience">Longest wait.</param>
    public async Task CloseAsync(Cause why, TimeSpan patience)
    {
        _isClosing = true;
        foreach (var call in _services.Calls.InProgress.Where(call => !_emergencyLines.IsProtected(call)).ToList())
        {
            call.End(why);
        }

        var time = _services.Loop.Time;
        var begun = time.GetTimestamp();
        while (_services.Calls.InProgress.Any(_emergencyLines.IsProtected) && time.GetElapsedTime(begun) < patience)
        {
            await Task.Delay(ClosePoll, time, CancellationToken.None);
        }
    }

    /// <summary>Takes up the messages that waited before a restart. Control loop only.</summary>
    public void RestoreMessages(IEnumerable<MessageOwed> owed) => _messages.Restore(owed);

    /// <summary>Takes up the calls that were owed before a restart. Control loop only.</summary>
    public void RestoreCallbacks(IEnumerable<CallbackOwed> owed) => _callbacks.Restore(owed);

    /// <summary>Step 3: a caller rings on a line. Subscribed to <see cref="ExchangeLine.Incoming"/> of each line.</summary>
    public void TakeCall(ExchangeLine line, IncomingCall incoming)
    {
        var call = _services.Calls.Begin(CallDirection.Inbound, incoming.Leg, incoming.Caller, incoming.Dialled ?? line.Number);
        var site = _site();
        if (_emergency.PhoneToCallBack(line, incoming) is { } phone)
        {
            _services.Loop.Watch(CallBackAsync(line, incoming, call, phone, site));
            return;
        }

        if (_isClosing)
        {
            call.End(Stopping);
            return;
        }

        Route(line, incoming, call, site);
    }

    private async Task CallBackAsync(ExchangeLine line, IncomingCall incoming, Call call, string phone, SiteInForce site)
    {
        if (!await _emergency.CallBackAsync(call, incoming, phone, site))
        {
            Route(line, incoming, call, site);
        }
    }

    private void Route(ExchangeLine line, IncomingCall incoming, Call call, SiteInForce site)
    {
        if (site.Model.FlowOf(line.Name, incoming.Dialled, _night.IsOn) is not { } flow)
        {
            call.End(new Cause(CauseCode.Fault, $"{incoming.Leg.Party.Capitalised} is not in the site file any more."));
            return;
        }

        if (_night.IsOn && site.Model.FlowOf(line.Name, incoming.Dialled, night: false) is { } byDay && byDay != flow)
        {
            call.Note("night", $"It is night: calls on {incoming.Leg.Party} go through flow {flow} instead of {byDay}.");
        }

        _services.Loop.Watch(_inbound.RunAsync(new FlowCall(call, incoming.Leg, incoming.Caller, site), flow));
    }

    /// <inheritdoc/>
    public DialVerdict Classify(string digits) => _site().DialPlan.Classify(digits);

    /// <inheritdoc/>
    public Prompt? NoticeAt(string phone) => Queues.AgentAt(phone) is { State: AgentState.Paused, IsPausedByBox: true }
        ? _site().Prompts.Announcements.Make(Phrase.PausedForNoAnswer).Prompt
        : null;

    /// <inheritdoc/>
    public bool HasMessages(string phone) => _live.Current.WaitingMessages.GetValueOrDefault(phone) is { New: > 0 };

    /// <inheritdoc/>
    public void Dial(Leg leg, string digits)
    {
        var site = _site();
        if (_isClosing && site.DialPlan.Find(digits) is not DialTarget.Emergency)
        {
            leg.HangUp(Stopping);
            return;
        }

        _services.Loop.Watch(_dialling.RunAsync(leg, digits, site));
    }

    /// <inheritdoc/>
    public void Transfer(Leg held, Leg active) => _conversations.Transfer(held, active);

    /// <inheritdoc/>
    public void Conference(Leg held, Leg active) => _conversations.Conference(held, active);

    /// <inheritdoc/>
    public Task<Cause?> BlindTransferAsync(Leg leg, string digits) => _transfers.RunAsync(leg, digits, _site());

    /// <inheritdoc/>
    public void Replace(Leg old, Leg fresh) => _conversations.Replace(old, fresh);

    /// <inheritdoc/>
    public bool TryPickUp(string ringing, Leg by) => _pickUp.TryTake(leg => leg.Id == ringing, by);
}
