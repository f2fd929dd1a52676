using Switchhook.Audio.Engine;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.Lamps;
using Switchhook.Flows.Missed;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Flows.Queues.Board;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Stations;
using Switchhook.Flows.Talking;
using Switchhook.Flows.Voicemail;
using Switchhook.Flows.Voicemail.Mail;
using Switchhook.Flows.Voicemail.Waiting;
using Switchhook.Hardware.Panel;
using Switchhook.Lines;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Serving;

namespace Switchhook.Appliance.Hosting;

/// <summary>
/// The telephony of the box, put together: sound, lines, phones, flows, journal. The daemon runs it with real clocks, tests with a clock of
/// their own; it is the same code.
/// </summary>
public sealed class BoxCore : IDisposable
{
    /// <summary>So long a stop waits for calls for help to end: less than what systems give a program to stop (90 s).</summary>
    public static readonly TimeSpan HelpLimit = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan RecordingLimit = TimeSpan.FromSeconds(3);

    private readonly ControlLoop _loop;
    private readonly ICallRecorder _recorder;
    private readonly HotlineLamps _lamps;
    private readonly AlertDesk _alerts;
    private readonly VoicemailLamps _mailLamps;
    private readonly MessagePost? _mail;
    private readonly RtpEngine _rtp;
    private readonly LineInSet _lineIns;
    private volatile SiteInForce _site;

    /// <summary>A box at rest: nothing happens until <see cref="Apply"/>.</summary>
    /// <param name="loop">The control loop.</param>
    /// <param name="cards">The line cards.</param>
    /// <param name="site">The site; its country holds as long as the box lives.</param>
    /// <param name="lamps">The lamps of the board.</param>
    /// <param name="outside">What leads out of the core.</param>
    public BoxCore(ControlLoop loop, CardSet cards, IReadOnlyList<PatternLamp> lamps, SiteInForce site, BoxOutside outside)
    {
        _loop = loop;
        _recorder = outside.Recorder;
        _site = WithNight(site);
        Engine = new MediaEngine(cards.Cards, site.Country, loop.Post);
        Journal = new CallJournal(loop.Time, outside.Store, Live);
        Journal.Appended += QueueBoard.Apply;
        Journal.Appended += VoicemailBoard.Apply;
        Journal.Appended += MissedBoard.Apply;
        var lines = new LineServices(site.Country, loop, Engine, outside.Ids, Journal);
        _rtp = outside.Sip.Rtp;
        Sip = new SipServer(new SipParts(
            outside.Sip, loop, Engine, outside.Ids, Journal, Live, site.Country, () => Switchboard!, () => _site.Model.Sip));
        var analog = new AnalogStationFactory(cards.Fxo, cards.Fxs, lines, () => Switchboard!, () => _site.Model.TimeZone);
        Night = new NightSwitch(loop, Journal, Live, () => _site.Hours);
        Stations = new StationSet(new StationFactory(analog, Sip), loop, Journal);
        Calls = new CallTable(outside.Ids, Journal);
        _lineIns = new LineInSet(loop, Journal, outside.OpenLineIn, outside.RunLineIn);
        var services = new FlowServices(loop, Engine, Calls, outside.Recorder, Stations)
        {
            Secret = outside.Secret,
            LookUps = outside.LookUps,
            LineIns = _lineIns,
            PromptKeeper = outside.PromptKeeper,
            Random = outside.Sip.Random,
            DiversionOf = phone => Live.Current.DiversionOf(phone),
        };
        Switchboard = new Switchboard(services, () => _site, Night, Journal, Live, VoicemailBoard, MissedBoard);
        Stations.Incoming += Switchboard.TakeCall;
        _mail = outside.Mailer is { } mailer ? new MessagePost(loop, Journal, Switchboard.Voicemail, mailer, () => _site) : null;
        _mailLamps = new VoicemailLamps(loop, Journal, Live, Stations, VoicemailBoard, () => _site);
        Watch = new QueueWatch(loop, Journal, QueueBoard, Live);
        _lamps = new HotlineLamps(Live, Watch, () => _site, lamps);
        _alerts = new AlertDesk(loop, Journal, outside.Alerts, outside.Relays);
    }

    /// <summary>The site that new calls begin with; any thread.</summary>
    public SiteInForce Site => _site;

    /// <summary>Moves the sound of the cards, of bridges and of what is played.</summary>
    public MediaEngine Engine { get; }

    /// <summary>Phones and trunks by SIP.</summary>
    public SipServer Sip { get; }

    /// <summary>What the box is doing now.</summary>
    public LiveBoard Live { get; } = new();

    /// <summary>What the queues are doing now.</summary>
    public QueueBoard QueueBoard { get; } = new();

    /// <summary>What is in the mailboxes now.</summary>
    public VoicemailBoard VoicemailBoard { get; } = new();

    /// <summary>Who called and got nobody.</summary>
    public MissedBoard MissedBoard { get; } = new();

    /// <summary>Signals and alarms of the queues.</summary>
    public QueueWatch Watch { get; }

    /// <summary>Where history is written.</summary>
    public CallJournal Journal { get; }

    /// <summary>The switch between day and night.</summary>
    public NightSwitch Night { get; }

    /// <summary>Lines and phones.</summary>
    public StationSet Stations { get; }

    /// <summary>Where callers wait for agents.</summary>
    public QueueHost Queues => Switchboard.Queues;

    /// <summary>Calls back who was lost.</summary>
    public LostCallers LostCallers => Switchboard.LostCallers;

    /// <summary>Calls in progress.</summary>
    public CallTable Calls { get; }

    /// <summary>Where calls go.</summary>
    public Switchboard Switchboard { get; }

    /// <summary>Moves all sound by 20 ms; ticked by the media clock.</summary>
    public void Tick()
    {
        Engine.Tick();
        _rtp.Flush();
    }

    /// <summary>Puts a site in force; calls in progress go on with the one they began with. Control loop only.</summary>
    public void Apply(SiteInForce site, string by, string summary)
    {
        _site = WithNight(site);
        Journal.Append(new SiteApplied(by, summary));
        TellFaults(site.Prompts);
        _lineIns.Apply(site.Model);
        Stations.Apply(site.Model);
        Queues.Apply(site.Model);
        Watch.Apply(site.Model);
        _alerts.Apply(site.Model);
        Switchboard.TestEmergencyCalls(by);
        Night.Look();
        _mailLamps.Update();
    }

    /// <summary>Puts changed prompts of the site in force, for new calls. Control loop only.</summary>
    public void UsePrompts(PromptLibrary prompts, PromptChanged change)
    {
        _site = _site with { Prompts = prompts };
        Journal.Append(change);
    }

    /// <summary>Puts prompts of the same site in force of which more are spoken, for new calls. Control loop only.</summary>
    public void UseSpoken(PromptLibrary prompts)
    {
        _site = _site with { Prompts = prompts };
        TellFaults(prompts);
    }

    /// <summary>Switches between the ways of day and night; calls in progress go on as they are. Control loop only.</summary>
    /// <param name="on">True for night.</param>
    /// <param name="by">Who or what switches, to follow "by".</param>
    /// <returns>What it is now.</returns>
    public bool SetNight(bool on, string by) => Night.Set(on, by);

    /// <summary>Lets the partner's keys in for a time, or no longer. Control loop only.</summary>
    /// <param name="length">For how long from now on; null closes at once.</param>
    /// <param name="by">Who or what switches, to follow "by".</param>
    public void SetPartnerAccess(TimeSpan? length, string by) =>
        Journal.Append(new PartnerAccessChanged(length is { } open ? _loop.Time.GetUtcNow() + open : null, by));

    /// <summary>
    /// Ends all calls, those for help last and after a wait, waits a few seconds for the ends of their recordings, and writes the stop into
    /// the journal. Control loop only.
    /// </summary>
    /// <param name="why">Why it stops, as a sentence; null when it was told to from outside.</param>
    public async Task StopAsync(string? why = null)
    {
        var stopped = new Cause(CauseCode.BoxStopped, "The box was stopped.");
        await Switchboard.CloseAsync(stopped, HelpLimit);
        foreach (var call in Calls.InProgress.ToList())
        {
            call.End(stopped);
        }

        try
        {
            await _recorder.FinishAsync().WaitAsync(RecordingLimit, _loop.Time);
        }
        catch (TimeoutException)
        {
            // A disk that stalls: the next start repairs what is not finished.
        }

        // Trunks and phones are told while the network is still there.
        Stations.Dispose();
        Journal.Append(new BoxStopped(why));
    }

    // When all is there that will come, so that each is told once.
    private void TellFaults(PromptLibrary prompts)
    {
        if (!prompts.Pending.IsEmpty)
        {
            return;
        }

        foreach (var (prompt, why) in prompts.Missing)
        {
            Journal.Append(new FaultSeen($"prompt {prompt}", $"It is missing, calls go on without it: {why}"));
        }

        foreach (var notice in prompts.Notices)
        {
            Journal.Append(new FaultSeen("speech", notice));
        }
    }

    private SiteInForce WithNight(SiteInForce site) => site with { Night = () => NightSwitch.PeriodOf(Live.Current, site.Hours) };

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Post(Stations.Dispose);
        _loop.Post(Sip.Dispose);
        _loop.Post(_lamps.Dispose);
        _loop.Post(Watch.Dispose);
        _loop.Post(_alerts.Dispose);
        _loop.Post(_lineIns.Dispose);
        _loop.Post(() => _mail?.Dispose());
        _loop.Post(Night.Dispose);
    }
}
