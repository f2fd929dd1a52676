using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Queues.Board;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Journal;
using Switchhook.Storage.Secrets;
using Switchhook.Web.Seams;
using Switchhook.Web.Seams.Care;
using Switchhook.Web.Seams.Missed;
using Switchhook.Web.Seams.People;
using Switchhook.Web.Seams.Recordings;
using Switchhook.Web.Seams.Reports;

namespace Switchhook.Web;

/// <summary>Everything that the web needs from the rest of the box. The daemon fills it in.</summary>
public sealed class WebBackend
{
    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>What the box is doing now.</summary>
    public required LiveBoard Live { get; init; }

    /// <summary>What the queues are doing now.</summary>
    public required QueueBoard Queues { get; init; }

    /// <summary>Moves agents and callers of queues.</summary>
    public required IQueueDesk Desk { get; init; }

    /// <summary>What people do with calls.</summary>
    public required ICallDesk Calls { get; init; }

    /// <summary>Switches between day and night.</summary>
    public required INightSwitch Night { get; init; }

    /// <summary>The box's database, from which the web reads calls, journal, sessions and keys.</summary>
    public required Database Database { get; init; }

    /// <summary>Tells when events are on disk.</summary>
    public required JournalStore Journal { get; init; }

    /// <summary>The people who may sign in.</summary>
    public required AccountStore Accounts { get; init; }

    /// <summary>Seals the keys of second factors; null where there are none.</summary>
    public SecretStore? Secrets { get; init; }

    /// <summary>Sound of recordings.</summary>
    public required IRecordingSounds Recordings { get; init; }

    /// <summary>Keeps who listens, and notes.</summary>
    public required IRecordingDesk RecordingDesk { get; init; }

    /// <summary>The site in force.</summary>
    public required ISiteAdmin Site { get; init; }

    /// <summary>The prompts of the site; null where they cannot be changed.</summary>
    public IPromptDesk? Prompts { get; init; }

    /// <summary>How the audio clock is.</summary>
    public required IAudioHealth Audio { get; init; }

    /// <summary>What lets phones on the network set themselves up; null without SIP.</summary>
    public PhoneSetup? Phones { get; init; }

    /// <summary>Phones that may not call outside now.</summary>
    public required IOutsideGate Gate { get; init; }

    /// <summary>Who is kept out of SIP; null without it.</summary>
    public INetworkBans? Bans { get; init; }

    /// <summary>The mailboxes; null for a box without.</summary>
    public IVoicemailDesk? Voicemail { get; init; }

    /// <summary>Who called and got nobody; null where it is not kept.</summary>
    public IMissedDesk? Missed { get; init; }

    /// <summary>Looks values up for callers on paper, as for calls.</summary>
    public ILookUps LookUps { get; init; } = new NoLookUps();

    /// <summary>The simulated exchange and phones; null on real hardware.</summary>
    public ISimulatorDriver? Simulator { get; init; }

    /// <summary>Has an entry written to the journal, by the way of the phones' set-up. Any thread; does not wait.</summary>
    public Action<JournalEntry> Note => Phones?.Note ?? (_ => { });

    /// <summary>Sends reports as mail; null where none is sent.</summary>
    public IReportPost? Mail { get; init; }

    /// <summary>What the daemon tells of itself; null where nobody looks after it by page.</summary>
    public IBoxCare? Care { get; init; }

    /// <summary>Where the web logs.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;
}
