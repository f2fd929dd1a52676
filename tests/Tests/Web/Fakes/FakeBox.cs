using Microsoft.Data.Sqlite;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Queues.Board;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.History;
using Switchhook.Storage.Journal;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes.Care;
using Switchhook.Tests.Web.Fakes.Reports;
using Switchhook.Tests.Web.Fakes.Network;
using Switchhook.Web;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>
/// A box behind the web: the real store in a folder of its own, a journal that a test writes, and stand-ins for the rooms that the web does
/// not know.
/// </summary>
internal sealed class FakeBox : IDisposable
{
    public const string Owner = "admin";
    public const string Password = "correct horse battery";

    private readonly string _folder;
    private readonly Database _database;
    private readonly CallJournal _journal;

    /// <param name="simulated">With simulated hardware.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="folder">A data folder that has been written before, its own from now on; null for an empty one.</param>
    public FakeBox(bool simulated = true, TimeProvider? time = null, string? folder = null)
    {
        _folder = folder ?? Directory.CreateTempSubdirectory("switchhook-web-").FullName;
        Time = time ?? new ManualTimeProvider();
        _database = Database.Open(_folder, Time);
        Store = new JournalStore(_database, Time);
        Accounts = new AccountStore(_database, Time, iterations: 1);
        Secrets = SecretStore.Open(_database, Time);
        CallDesk = new FakeCallDesk(entry => Write(entry));
        Care = new FakeCare(_folder);
        Site = new FakeSite(new SiteVersions(_database, Time));
        _journal = new CallJournal(Time, Store, Live);
        _journal.Appended += Queues.Apply;
        _journal.Appended += Voicemail.Board.Apply;
        _journal.Appended += Missed.Board.Apply;
        Backend = new WebBackend
        {
            Time = Time,
            Live = Live,
            Queues = Queues,
            Gate = Gate,
            Desk = Desk,
            Calls = CallDesk,
            Night = new FakeNight(entry => Write(entry)),
            Database = _database,
            Journal = Store,
            Accounts = Accounts,
            Secrets = Secrets,
            Recordings = Recordings,
            RecordingDesk = new FakeRecordingDesk(this),
            Site = Site,
            Prompts = Prompts,
            Audio = Audio,
            Simulator = simulated ? Simulator : null,
            Bans = Bans,
            LookUps = LookUps,
            Voicemail = Voicemail,
            Care = Care,
            Missed = Missed,
            Mail = Mail,
            Phones = new PhoneSetup(Secrets, new SipPorts(5060, 5061), entry => Write(entry)),
        };
    }

    public TimeProvider Time { get; }

    public string Folder => _folder;

    public WebBackend Backend { get; }

    public LiveBoard Live { get; } = new();

    public QueueBoard Queues { get; } = new();

    public FakeDesk Desk { get; } = new();

    public FakeCallDesk CallDesk { get; }

    public JournalStore Store { get; }

    public AccountStore Accounts { get; }

    public SecretStore Secrets { get; }

    public FakeRecordings Recordings { get; } = new();

    public FakeSite Site { get; }

    public FakePrompts Prompts { get; } = new();

    public FakeAudio Audio { get; } = new();

    public FakeBans Bans { get; } = new();

    public FakeLookUps LookUps { get; } = new();

    public FakeGate Gate { get; } = new();

    public FakeSimulator Simulator { get; } = new();

    public FakeVoicemail Voicemail { get; } = new();

    public FakeCare Care { get; }

    public FakeMissed Missed { get; } = new();

    public FakeReportPost Mail { get; } = new();

    /// <summary>The code of the first start.</summary>
    public string ClaimCode() => new ClaimCode(_database, Accounts).Issue()!;

    /// <summary>Makes the owner's account.</summary>
    public void Claim() => Assert(Accounts.Create(Owner, Password) == AccountOutcome.Done);

    /// <summary>A session of the owner or somebody else, as the cookie has it.</summary>
    public string Session(string account = Owner) =>
        new SessionStore(_database, Time).Begin(account, "Mozilla/5.0 (Windows) Firefox/140.0");

    /// <summary>A key for a program.</summary>
    public IssuedToken Key(bool partner = false, Rights? rights = null, DateTimeOffset? endsAt = null) =>
        new TokenStore(_database, Time).Create("reports", Owner, partner, rights, endsAt)!;

    /// <summary>Writes events and commits them.</summary>
    public void Write(params JournalEntry[] entries)
    {
        foreach (var entry in entries)
        {
            _journal.Append(entry);
        }

        Assert(Store.WritePending());
    }

    /// <summary>What the journal says of phones that were set up.</summary>
    public IReadOnlyList<string> SetUps() =>
    [
        .. new JournalReader(_database).After(0, JournalReader.Most).Select(read => read.Entry)
            .Where(entry => entry is PhoneProvisioned or PhoneAddressRenewed).Select(entry => entry.Words),
    ];

    /// <summary>A caller rings a line; nobody has answered.</summary>
    public CallId Ring(
        string id = "20261123-080000-aaaaaa", string? name = "Ann Clark", string? number = "+13125550142", string line = "main-1")
    {
        var call = new CallId(id);
        Write(
            new LineChanged(line, LineStatus.Ringing, "A caller rings."),
            new CallStarted(call, CallDirection.Inbound, Party.Line(line), number, name, "The exchange sent the caller's number.", null),
            new LegStarted(call, $"{id}-1", Party.Line(line), LegOrigin.Party, $"The caller is on line {line}."));
        return call;
    }

    /// <summary>A phone answers, and the call is recorded.</summary>
    public void Answer(CallId call, string phone = "101")
    {
        var party = Party.Phone(phone);
        Write(
            new LegStarted(call, $"{call}-2", party, LegOrigin.Box, $"Phone {phone} is the one that has been idle longest."),
            new LegAnswered(call, $"{call}-2", party),
            new RecordingStarted(call, $"rec-{call}", $"2026/11/{call}.wav"),
            new CallConnected(call, party),
            new PhoneChanged(phone, PhoneStatus.InCall, "Talks with the caller."));
    }

    /// <summary>The caller hangs up.</summary>
    public void End(CallId call, TimeSpan? recorded = null)
    {
        if (recorded is { } length)
        {
            Write(new RecordingEnded(call, $"rec-{call}", length, "The recording is complete."));
        }

        Write(new CallEnded(call, Cause.HungUp("The caller")));
    }

    public void Dispose()
    {
        Store.Dispose();
        _database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Assert(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("The store of the test did not take it.");
        }
    }
}
