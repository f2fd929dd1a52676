using Switchhook.Sip.Sessions.Refreshing;

namespace Switchhook.Sip.Sessions;

/// <summary>What holds for all sessions.</summary>
internal sealed record SessionOptions
{
    /// <summary>Session timers.</summary>
    public SessionTimerOptions Timers { get; init; } = new();

    /// <summary>A call that is not answered for so long is given up, whatever its user does.</summary>
    public TimeSpan LongestRinging { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A ringing call is told so again this often, so that nobody on the way gives it up (RFC 3261 §13.3.1.1).</summary>
    public TimeSpan RingAgain { get; init; } = TimeSpan.FromMinutes(1);
}
