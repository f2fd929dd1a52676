using Switchhook.Audio.Waiting;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Flows.Voicemail.Mail;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Panel;
using Switchhook.Sip.Serving;

namespace Switchhook.Appliance.Hosting;

/// <summary>What leads out of the telephony core.</summary>
/// <param name="Ids">Makes ids of calls and legs.</param>
/// <param name="Store">Keeps the journal.</param>
/// <param name="Recorder">Keeps the sound.</param>
/// <param name="Sip">The network.</param>
/// <param name="Alerts">Sends alerts over the network.</param>
public sealed record BoxOutside(IdSource Ids, IJournalStore Store, ICallRecorder Recorder, SipOutside Sip, IAlertSender Alerts)
{
    /// <summary>The free relays of the board.</summary>
    public IReadOnlyList<IRelay> Relays { get; init; } = [];

    /// <summary>Looks values up in the tables of the site.</summary>
    public ILookUps LookUps { get; init; } = new NoLookUps();

    /// <summary>Opens a device whose sound is music on hold, by its name.</summary>
    public Func<string, ISoundInput> OpenLineIn { get; init; } = device => throw new IOException($"This box has no sound device {device}.");

    /// <summary>Starts what brings the sound of such a device.</summary>
    public Action<LineInFeed> RunLineIn { get; init; } = feed => feed.Start();

    /// <summary>Sends messages of mailboxes as mail; null where none is sent.</summary>
    public IMessageMailer? Mailer { get; init; }

    /// <summary>Keeps announcements that are recorded at a phone.</summary>
    public IPromptKeeper PromptKeeper { get; init; } = new NoPromptKeeper();

    /// <summary>Gives a secret by its name; null when there is none.</summary>
    public Func<string, string?> Secret { get; init; } = _ => null;
}
