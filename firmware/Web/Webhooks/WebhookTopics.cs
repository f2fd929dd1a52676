using System.Collections.Frozen;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Missed;

namespace Switchhook.Web.Webhooks;

/// <summary>What a webhook can be told of.</summary>
internal static class WebhookTopics
{
    /// <summary>A test; no webhook can choose it or leave it out.</summary>
    public const string Ping = "ping";

    /// <summary>An agent's phone begins to ring for a caller.</summary>
    public const string ScreenPop = "screen-pop";

    /// <summary>Names, in the order in which they are shown, with what each tells.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> All =
    [
        (ScreenPop, "An agent's phone begins to ring for a caller: number, name and desk."),
        ("call.started", "A call begins."),
        ("call.answered", "Two parties of a call talk."),
        ("call.ended", "A call is over."),
        ("call.missed", "A caller has reached nobody and is on the list of missed callers."),
        ("queue.entered", "A caller enters a queue."),
        ("callback.owed", "A caller is promised a call back."),
        ("voicemail.left", "A message is in a mailbox."),
        ("recording.ready", "The recording of a call is complete."),
        ("survey.answered", "A caller has answered a question of a survey."),
        ("agent.changed", "An agent logs in or out, pauses, or is ready."),
        ("alarm", "An alarm of a queue begins or is over; phones are kept from calling outside."),
        ("box.trouble", "A line, trunk or part does not work, a part works again, or there is a fault of the box's own."),
        ("emergency", "Somebody of the house calls for help, or that call is over."),
    ];

    private static readonly FrozenSet<string> Names = All.Select(one => one.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the name of a topic that can be chosen.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>The topic of an entry; null for what no webhook is told.</summary>
    public static string? Of(JournalEntry entry) => entry switch
    {
        QueueOffered => ScreenPop,
        CallStarted => "call.started",
        CallConnected => "call.answered",
        CallEnded => "call.ended",
        QueueEntered => "queue.entered",
        CallbackOwed { Tries: 0 } => "callback.owed",
        VoicemailLeft { Length: not null } => "voicemail.left",
        RecordingEnded => "recording.ready",
        SurveyAnswered => "survey.answered",
        AgentChanged => "agent.changed",
        AlarmChanged or OutsideStopped => "alarm",
        PartChanged or FaultSeen or LineChanged { Status: LineStatus.NoBattery or LineStatus.OutOfOrder or LineStatus.Unreachable } =>
            "box.trouble",
        EmergencyCalled or EmergencyEnded => "emergency",
        _ => null,
    };

    /// <summary>True when a call that has ended puts its caller on the list of missed callers, by the rules of that list.</summary>
    /// <param name="events">All events of the call.</param>
    public static bool IsMissed(IEnumerable<JournalEvent> events) =>
        !events.Aggregate(MissedSnapshot.Empty, MissedProjection.Apply).Callers.IsEmpty;
}
