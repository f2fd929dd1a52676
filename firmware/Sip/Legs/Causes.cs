using Switchhook.Calls;
using Switchhook.Sip.Sessions;

namespace Switchhook.Sip.Legs;

/// <summary>
/// Why a SIP session ended as the causes of calls, and the way back: which status and reason tell a peer of a cause. Pure.
/// </summary>
internal static class Causes
{
    /// <summary>The cause of a session's end, for the leg of a party.</summary>
    public static Cause Of(SessionEnd end, Party party) => end switch
    {
        { Status: 486 or 600 } => new Cause(CauseCode.Busy, $"{party.Capitalised} is busy."),
        { Status: 480 or 408, By: EndedBy.Peer } => new Cause(CauseCode.NoAnswer, end.Words),
        { Status: 603 } => new Cause(CauseCode.Declined, $"{party.Capitalised} declined the call."),
        { Status: 403 or 404 or 410 or 484 or 488 or 604 or 606 } => new Cause(CauseCode.Refused, end.Words),
        { Status: >= 300 } or { By: EndedBy.Silence or EndedBy.Wire } => new Cause(CauseCode.LineFault, end.Words),
        { By: EndedBy.Box } => new Cause(CauseCode.HungUp, end.Words),
        _ => Cause.HungUp(party.Capitalised),
    };

    /// <summary>The status that refuses a call of a peer for a cause.</summary>
    public static int StatusOf(Cause cause) => cause.Code switch
    {
        CauseCode.Busy => 486,
        CauseCode.Refused => 404,
        CauseCode.Declined => 603,
        CauseCode.NoLine or CauseCode.LineFault or CauseCode.Preempted or CauseCode.BoxStopped => 503,
        CauseCode.Fault => 500,
        CauseCode.HungUp or CauseCode.NoAnswer or CauseCode.AnsweredElsewhere or CauseCode.FlowEnded or CauseCode.Transferred => 480,
    };

    /// <summary>
    /// The header Reason (RFC 3326) for a cause: of ITU-T Q.850, and for "answered elsewhere" of SIP, so that phones list no missed call.
    /// </summary>
    public static string ReasonOf(Cause cause) => cause.Code switch
    {
        CauseCode.AnsweredElsewhere => "SIP;cause=200;text=\"Call completed elsewhere\"",
        CauseCode.Busy => "Q.850;cause=17",
        CauseCode.NoAnswer => "Q.850;cause=19",
        CauseCode.Refused or CauseCode.Declined => "Q.850;cause=21",
        CauseCode.NoLine => "Q.850;cause=34",
        CauseCode.LineFault or CauseCode.Fault => "Q.850;cause=41",
        CauseCode.Preempted => "Q.850;cause=8",
        CauseCode.HungUp or CauseCode.FlowEnded or CauseCode.BoxStopped or CauseCode.Transferred => "Q.850;cause=16",
    };
}
