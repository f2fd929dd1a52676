using System.Net;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Switchhook.Appliance.Alerts;
using Switchhook.Appliance.Hosting.Seams;
using Switchhook.Appliance.LookUps;
using Switchhook.Appliance.Missed;
using Switchhook.Appliance.Network;
using Switchhook.Appliance.Panels;
using Switchhook.Appliance.Prompts;
using Switchhook.Appliance.Queues;
using Switchhook.Appliance.Reports;
using Switchhook.Appliance.Simulator;
using Switchhook.Appliance.Voicemail;
using Switchhook.Audio.Engine;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Flows.Voicemail.Waiting;
using Switchhook.Hardware.Boards;
using Switchhook.Recording;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.History;
using Switchhook.Storage.Journal;
using Switchhook.Storage.Registrations;
using Switchhook.Storage.Secrets;
using Switchhook.Web;
using Switchhook.Web.Certificates;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting;

/// <summary>The running daemon: opens what is on disk, mends what a crash left, starts the core with its clocks, serves the web.</summary>
internal sealed class Box : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PageLimit = TimeSpan.FromSeconds(2);

    private static readonly Random Chance = new UnguessableRandom();

    private readonly BoxOptions _options;
    private readonly Stack<Action> _undo = new();
    private readonly TaskCompletionSource<StopReason> _stopWanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebServer? _web;
    private BoxCore? _core;
    private PanelSet? _panel;
    private SiteKeeper? _keeper;
    private BoxNetwork? _network;
    private ControlLoop? _loop;
    private Action? _forgetAccess;

    private Box(BoxOptions options)
    {
        _options = options;
    }

    /// <summary>Version of the firmware, with the commit that it was built from: <c>0.1.0+ebe3e7e</c>.</summary>
    public static string Version { get; } = Short(
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    /// <summary>Where the pages can be reached; without TLS comes first.</summary>
    public IReadOnlyList<string> Addresses => _web!.Addresses;

    /// <summary>The certificate authority that browsers are to be told of.</summary>
    public BoxAuthority? Authority { get; private set; }

    /// <summary>Where SIP is taken, by UDP and TCP.</summary>
    public IPEndPoint SipAddress => _network!.ListensOn;

    /// <summary>The clock of all sound, for who measures it; null until it is started.</summary>
    public MediaClock? Clock { get; private set; }

    /// <summary>The code for the first account; null when there is one.</summary>
    public string? ClaimCode { get; private set; }

    /// <summary>Completes when the box itself wants to be stopped.</summary>
    public Task<StopReason> StopWanted => _stopWanted.Task;

    /// <summary>Starts a box.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="logs">Where faults go.</param>
    /// <param name="told">Is told in words what a person should know.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="BoxException">It cannot start; the message tells why and what to do.</exception>
    public static async Task<Box> StartAsync(BoxOptions options, ILoggerFactory logs, Action<string> told, CancellationToken cancel)
    {
        var box = new Box(options);
        try
        {
            await box.RunAsync(options, logs, box.AlsoToLog(told), cancel);
            return box;
        }
        catch
        {
            await box.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets who may sign in, people and programs: the next start prints a claim code.</summary>
    public void ForgetAccess() => _forgetAccess?.Invoke();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
        {
            await _web.DisposeAsync();
        }

        if (_keeper is not null)
        {
            await _keeper.StopAsync();
        }

        _panel?.Leave();
        if (_core is { } core && _loop is { } loop)
        {
            var why = _stopWanted.Task.IsCompleted ? (await _stopWanted.Task).InWords() : null;
            var stopped = await loop.InvokeAsync(() => core.StopAsync(why)).WaitAsync(StopLimit, loop.Time);
            await stopped.WaitAsync(BoxCore.HelpLimit + StopLimit, loop.Time);
        }

        if (_network is not null)
        {
            await _network.DisposeAsync();
        }

        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }

    private async Task RunAsync(BoxOptions options, ILoggerFactory logs, Action<string> told, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var data = DataFolder.Open(options.Data);
        var database = Keep(OpenDatabase(data, time));
        var speech = new EspeakSynthesizer(time);
        var file = options.Site is { } path ? new SiteFile(path) : SiteFile.InDataFolder(data);
        var secrets = OpenSecrets(database, time, told);
        var own = new PromptSounds(data.OwnPrompts, time);
        var prompts = PromptsOf(data, speech, own, time);
        var keeper = _keeper = Keep(new SiteKeeper(file, prompts, new SiteVersions(database, time), secrets, StopSoon));
        var (site, yaml, board) = await keeper.LoadAsync(told, cancel);
        TellAll([.. site.Prompts.Missing.Select(MissingInWords), .. site.Prompts.Notices], told);
        var desk = new PromptDesk(keeper, own, new SoundImport(data.SpeechCache, prompts.Command));
        var recovered = BoxMemories.Recover(database, data, site, time, told);
        var store = StartStore(database, time);
        var hardware = Keep(new BoxHardware(board, time, told));
        _loop = new ControlLoop(time, fault => Tell(logs.CreateLogger("box"), fault, "control loop"));
        var live = Keep(new LiveSecrets(secrets, time));
        var network = OpenNetwork(options, data, site, file, logs.CreateLogger("rtp"), told);
        var ids = new IdSource(time, Chance);
        var sip = network.Outside(Keep(new RegistrationStore(database)), live.Get, Chance);
        var lookUps = Keep(new TableLookUps(file.Folder, time));
        var recorder = new CallRecorder(_loop, Keep(new Recorder(data.Path, site.Country.Law, time)), ids);
        var outside = new BoxOutside(ids, store, recorder, sip, Keep(new AlertSender(live.Get, time)))
        {
            Secret = live.Get,
            Mailer = new MessageMailer(live.Get, new RecordingReader(data.Path), time),
            LookUps = lookUps,
            OpenLineIn = hardware.OpenLineIn,
            PromptKeeper = desk,
        };
        var (core, cards, panel) = StartCore(site, board, hardware, outside);
        await _loop!.InvokeAsync(() => Begin(core, database, secrets, recovered));
        await keeper.BeginAsync(_loop, core, yaml);
        await _loop.InvokeAsync(() => BoxMemories.TakeUp(core, database, recovered, time));
        live.Refresh();
        await network.StartAsync(core.Sip.Listener);
        var clock = StartClock(core, cards, time, logs.CreateLogger("media clock"));
        var accounts = new AccountStore(database, time);
        _forgetAccess = () => Forget(accounts, new TokenStore(database, time));
        await ServePanelAsync(panel, board, core, new BoxPulse(_loop, () => clock.LastTickAt, () => store.Health, time), told);
        ClaimCode = new ClaimCode(database, accounts).Issue();
        _web = await StartWebAsync(new BoxWeb(options, data, told), new WebBackend
        {
            Time = time,
            Live = core.Live,
            Queues = core.QueueBoard,
            Desk = new QueueDesk(_loop, core.Queues, core.Watch, core.LostCallers),
            Calls = new CallDeskForWeb(_loop, core.Switchboard.CallDesk, core.Queues),
            Night = new WebNight(_loop, core.Night),
            Database = database,
            Journal = store,
            Accounts = accounts,
            Secrets = secrets,
            Recordings = new WebRecordings(new RecordingReader(data.Path)),
            RecordingDesk = new WebRecordingDesk(_loop, core.Journal, store),
            Site = keeper,
            Prompts = desk,
            Audio = new WebAudioHealth(clock, time),
            Voicemail = new VoicemailForWeb(_loop, core.VoicemailBoard, core.Switchboard),
            Missed = new MissedForWeb(_loop, core.MissedBoard, core.Switchboard.Missed),
            Phones = PhonesOf(core, network, secrets),
            Bans = network.Bans,
            LookUps = lookUps,
            Gate = new WebOutsideGate(_loop, core.Switchboard.Gate),
            Mail = new ReportPost(live.Get, time),
            Simulator = await SimulatorDriver.OpenAsync(board, hardware.Panel, cards, panel, core, SoundsOf(speech, data, cancel)),
            Logs = logs,
            Care = CareOf(cards, clock, data, recovered.Words),
        });
    }

    private Action<string> AlsoToLog(Action<string> told) => words =>
    {
        _options.Log?.Tell(words);
        told(words);
    };

    private SecretStore OpenSecrets(Database database, TimeProvider time, Action<string> told)
    {
        var secrets = SecretStore.Open(database, time);
        _options.Log?.Hide(secrets);
        TellAll(secrets.Notices, told);
        return secrets;
    }

    private PromptLoader PromptsOf(DataFolder data, EspeakSynthesizer speech, PromptSounds own, TimeProvider time) =>
        new(speech, data.SpeechCache, _options.Spoken) { Time = time, Command = new SpeechProcess(time), Sounds = own, Chance = Chance };

    private static string Short(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus && version.Length > plus + 8 ? version[..(plus + 8)] : version;

    private JournalStore StartStore(Database database, TimeProvider time)
    {
        var store = Keep(new JournalStore(database, time));
        store.Start();
        return store;
    }

    private static string MissingInWords(KeyValuePair<string, string> prompt) =>
        $"Prompt {prompt.Key} is missing, calls go on without it: {prompt.Value}";

    private static Task<SimulatorSounds> SoundsOf(EspeakSynthesizer speech, DataFolder data, CancellationToken cancel) =>
        SimulatorSounds.LoadAsync(speech, data.SimulatorSounds, cancel);

    private PhoneSetup PhonesOf(BoxCore core, BoxNetwork network, SecretStore secrets) => new(
        secrets,
        new SipPorts(network.ListensOn.Port, network.ListensOn.Port + 1),
        entry => _loop!.Post(() => core.Journal.Append(entry)));

    private static void TellAll(IEnumerable<string> words, Action<string> told)
    {
        foreach (var sentence in words)
        {
            told(sentence);
        }
    }

    private T Keep<T>(T part)
        where T : IDisposable
    {
        _undo.Push(part.Dispose);
        return part;
    }

    private static Database OpenDatabase(DataFolder data, TimeProvider time)
    {
        try
        {
            return Database.Open(data.Path, time);
        }
        catch (DatabaseException fault)
        {
            throw new BoxException(fault.Message);
        }
    }

    private BoxNetwork OpenNetwork(
        BoxOptions options, DataFolder data, SiteInForce site, SiteFile file, ILogger log, Action<string> told)
    {
        var around = new NetworkSurroundings(
            TimeProvider.System, Chance, _loop!.Post, data.Certificates, file.Folder, told, fault => Tell(log, fault, "RTP thread"));
        return _network = BoxNetwork.Create(options.Sip, site.Model.Sip, around);
    }

    private (BoxCore Core, CardSet Cards, PanelSet Panel) StartCore(SiteInForce site, Board board, BoxHardware hardware, BoxOutside outside)
    {
        var cards = new CardSet([.. board.Cards.Select(config => hardware.Open(config, site.Country, Chance))]);
        var panel = Keep(PanelSet.Create(board, hardware.Panel, cards.Fxo, TimeProvider.System));
        cards.PutBehind(panel.PowerFail);
        _panel = panel;
        var core = new BoxCore(_loop!, cards, panel.Lamps, site, outside with { Relays = panel.Relays });
        _core = core;
        if (_options.Log is { } log)
        {
            core.Journal.Appended += log.Take;
        }

        _loop!.Start();
        _undo.Push(_loop.Dispose);
        _undo.Push(cards.Dispose);
        _undo.Push(core.Dispose);
        return (core, cards, panel);
    }

    private async Task ServePanelAsync(PanelSet panel, Board board, BoxCore core, BoxPulse pulse, Action<string> told)
    {
        TellAll(panel.Faults, told);
        var service = Keep(new PanelService(
            panel, _loop!, core, StopWith, () => _stopWanted.TrySetResult(StopReason.PowerEnds)));
        if (board.Watchdog is { } part)
        {
            var watchdog = Keep(new WatchdogService(part, pulse, TimeProvider.System, told));
            service.Watch("the watchdog", () => watchdog.Fault);
        }

        await _loop!.InvokeAsync(service.Start);
    }

    private static void Forget(AccountStore accounts, TokenStore tokens)
    {
        accounts.ForgetAll();
        tokens.RevokeAll();
    }

    // The page that tells of it is to be there with its scripts before the box is gone.
    private void StopSoon(StopReason reason) =>
        Keep(TimeProvider.System.CreateTimer(_ => _stopWanted.TrySetResult(reason), null, PageLimit, Timeout.InfiniteTimeSpan));

    private void StopWith(bool forgetAccess) =>
        _stopWanted.TrySetResult(forgetAccess ? StopReason.RestartWithoutAccess : StopReason.Restart);

    private WebBoxCare CareOf(CardSet cards, MediaClock clock, DataFolder data, string lastStop) => new(
        cards, clock, _network, _options.Log, TimeProvider.System, data.Path, _keeper!.Folder, lastStop,
        () => StopSoon(StopReason.RestartByPage));

    private MediaClock StartClock(BoxCore core, CardSet cards, TimeProvider time, ILogger log)
    {
        var clock = new MediaClock(cards.Ticker(time), core.Tick, time, fault => Tell(log, fault, "media clock"))
        {
            AfterTick = Keep(new GarbageTiming()).AfterTick,
        };
        Keep(clock).Start();
        return Clock = clock;
    }

    private async Task<WebServer> StartWebAsync(BoxWeb web, WebBackend backend)
    {
        var (server, authority) = await web.StartAsync(backend);
        Authority = authority;
        if (authority?.Trouble is { } trouble)
        {
            _loop!.Post(() => _core!.Journal.Append(new FaultSeen("certificates", trouble)));
        }

        return server;
    }

    private static void Begin(BoxCore core, Database database, SecretStore secrets, RecoveryReport recovered)
    {
        core.Journal.Append(new BoxStarted(Version, recovered.Words));
        foreach (var notice in database.Notices)
        {
            core.Journal.Append(new FaultSeen("store", notice));
        }

        foreach (var notice in secrets.Notices)
        {
            core.Journal.Append(new FaultSeen("secrets", notice));
        }

        var journal = new JournalReader(database);
        if (journal.LastNight() is { On: true } night)
        {
            core.Night.Set(on: true, night.By, night.Since);
        }

        foreach (var entry in journal.LastDiversions(core.Site.Model.Phones.Keys))
        {
            core.Journal.Append(entry);
        }

        // What mailboxes hold is counted again.
        foreach (var messages in journal.LastMessages().Where(one => one is not { New: 0, Old: 0 } and not { By: VoicemailLamps.By }))
        {
            core.Journal.Append(messages);
        }
    }

    // A fault is a bug of ours; it goes to the log with its trace and to the journal in words.
    private void Tell(ILogger log, Exception fault, string where)
    {
        log.LogError(fault, "A fault in the {Where}; what it did not touch goes on.", where);
        _loop?.Post(() => _core?.Journal.Append(new FaultSeen(where, fault.Message)));
    }
}
