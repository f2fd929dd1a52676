namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>What the box wants of session timers.</summary>
internal sealed record SessionTimerOptions
{
    /// <summary>The shortest interval of the standard (RFC 4028 §5).</summary>
    public static readonly TimeSpan LeastMinimum = TimeSpan.FromSeconds(90);

    /// <summary>The interval that the box asks for: an hour of a dead call is too much, a refresh each 15 minutes is little.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The shortest interval that the box agrees to.</summary>
    public TimeSpan Minimum { get; init; } = LeastMinimum;
}
