using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Signals;
using Switchhook.Calls.Live;
using Switchhook.Flows.Lamps;
using Switchhook.Storage.Logs;
using Switchhook.Web.Api.Lines;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Text;

/// <summary>How a state is shown: colour, icon and word, so that none of them is needed alone.</summary>
/// <param name="Tone">Class of the style sheet: <c>idle</c>, <c>ringing</c>, <c>busy</c>, <c>fault</c>, <c>quiet</c>.</param>
/// <param name="Icon">Name of the icon.</param>
/// <param name="Word">The word.</param>
public sealed record Look(string Tone, string Icon, string Word)
{
    public static readonly Look Fault = new("fault", "warning", "Fault");

    public static readonly Look Alarm = new("fault", "bell", "Alarm");

    public static readonly Look Night = new("quiet", "moon", "Night");

    public static readonly Look Parked = new("ringing", "waiting", "Parked");

    private static readonly Look Unseen = new("quiet", "dot", "Not seen yet");

    public static Look Of(LineStatus? status) => status is { } known ? Of(known) : Unseen;

    public static Look Of(LineGrade grade) => grade switch
    {
        LineGrade.Good => new Look("idle", "check", "Healthy"),
        LineGrade.Watch => new Look("ringing", "warning", "Watch it"),
        LineGrade.Sick => new Look("fault", "warning", "Does not work"),
        LineGrade.Unknown => Unseen,
    };

    public static Look Of(LogLevelName level) => level switch
    {
        LogLevelName.Note => new Look("quiet", "dot", "Note"),
        LogLevelName.Warning => new Look("ringing", "warning", "Warning"),
        LogLevelName.Fault => Fault,
    };

    public static Look Of(PhoneStatus? status) => status is { } known ? Of(known) : Unseen;

    private static Look Of(LineStatus status) => status switch
    {
        LineStatus.Idle => new Look("idle", "check", "Ready"),
        LineStatus.Ringing => new Look("ringing", "bell", "Ringing"),
        LineStatus.InUse => new Look("busy", "phone", "In use"),
        LineStatus.NoBattery => new Look("fault", "unplugged", "No line"),
        LineStatus.OutOfOrder => new Look("fault", "warning", "Out of order"),
        LineStatus.Unreachable => new Look("fault", "unplugged", "Not reachable"),
    };

    private static Look Of(PhoneStatus status) => status switch
    {
        PhoneStatus.Idle => new Look("idle", "check", "Free"),
        PhoneStatus.Ringing => new Look("ringing", "bell", "Ringing"),
        PhoneStatus.OffHook => new Look("busy", "keypad", "Off hook"),
        PhoneStatus.InCall => new Look("busy", "phone", "In a call"),
        PhoneStatus.LeftOffHook => new Look("fault", "warning", "Left off hook"),
        PhoneStatus.OutOfOrder => new Look("fault", "warning", "Out of order"),
        PhoneStatus.NotRegistered => new Look("quiet", "unplugged", "Not connected"),
    };

    public static Look Of(HotlineState state) => state switch
    {
        HotlineState.Idle => new Look("idle", "check", "Quiet"),
        HotlineState.Busy => new Look("busy", "phone", "Everyone busy"),
        HotlineState.Fault => new Look("fault", "warning", "Fault"),
        HotlineState.Ringing => new Look("ringing", "bell", "Ringing"),
        HotlineState.Waiting => new Look("ringing", "waiting", "Caller waits"),
    };

    public static Look Of(QueueSignal signal) => signal switch
    {
        QueueSignal.Idle => new Look("idle", "check", "Quiet"),
        QueueSignal.Busy => new Look("busy", "phone", "Everyone busy"),
        QueueSignal.CallsWaiting => new Look("ringing", "waiting", "Caller waits"),
        QueueSignal.OverTarget => new Look("ringing", "waiting", "Caller waits too long"),
        QueueSignal.NoAgents => new Look("quiet", "user", "No agent there"),
        QueueSignal.Alarm => Alarm,
    };

    public static Look Of(AgentState state) => state switch
    {
        AgentState.LoggedOut => new Look("quiet", "user", "Not there"),
        AgentState.Available => new Look("idle", "check", "Ready"),
        AgentState.Ringing => new Look("ringing", "bell", "Ringing"),
        AgentState.Talking => new Look("busy", "phone", "On a call"),
        AgentState.Holding => new Look("busy", "waiting", "Caller on hold"),
        AgentState.WrapUp => new Look("busy", "keypad", "Finishing"),
        AgentState.Paused => new Look("quiet", "moon", "Paused"),
        AgentState.Unreachable => new Look("fault", "unplugged", "Not reachable"),
    };

    public static Look Of(VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.Waiting => new Look("ringing", "waiting", "Waits"),
        VisitOutcome.Answered => new Look("idle", "check", "Answered"),
        VisitOutcome.Abandoned => new Look("missed", "missed", "Gave up"),
        VisitOutcome.CallbackRequested => new Look("busy", "call-out", "Wants a call"),
        VisitOutcome.MessageLeft => new Look("busy", "speak", "Left a message"),
        VisitOutcome.ExitKey => new Look("quiet", "keypad", "Left by key"),
        VisitOutcome.Overflowed => new Look("quiet", "call-inside", "Sent elsewhere"),
        VisitOutcome.TurnedAway => new Look("missed", "close", "Not let in"),
        VisitOutcome.BoxStopped => new Look("fault", "warning", "The box stopped"),
    };

    public static Look Of(CallRecord call) => (call.EndedAt, call.AnsweredAt) switch
    {
        (null, null) => new Look("ringing", "bell", call.Direction == CallDirection.Inbound ? "Waiting" : "Calling"),
        (null, _) => new Look("busy", "phone", "Talking"),
        (_, null) => new Look("missed", "missed", call.Direction == CallDirection.Inbound ? "Missed" : "Not reached"),
        _ => new Look("idle", "check", "Answered"),
    };

    public static Look Of(SimulatedLineState line) => line.Activity switch
    {
        SimulatedLineActivity.Idle => new Look("idle", "check", "Quiet"),
        SimulatedLineActivity.Ringing => new Look("ringing", "bell", "Rings the box"),
        SimulatedLineActivity.Outgoing => new Look("busy", "call-out", "The box calls out"),
        SimulatedLineActivity.InCall => new Look("busy", "phone", "In a call"),
        SimulatedLineActivity.Clearing => new Look("quiet", "hang-up", "Hung up"),
        SimulatedLineActivity.Unplugged => new Look("fault", "unplugged", "Unplugged"),
    };

    public static Look Of(SimulatedPhoneState phone, bool ringing) =>
        ringing ? new Look("ringing", "bell", "Ringing")
        : phone.Lifted ? new Look("busy", "phone", "Handset lifted")
        : new Look("idle", "check", "On hook");

    public static string DirectionIcon(CallDirection direction) => direction switch
    {
        CallDirection.Inbound => "call-in",
        CallDirection.Outbound => "call-out",
        CallDirection.Internal => "call-inside",
    };

    public static string DirectionWord(CallDirection direction) => direction switch
    {
        CallDirection.Inbound => "Incoming call",
        CallDirection.Outbound => "Outgoing call",
        CallDirection.Internal => "Call within the house",
    };
}
