namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>What both sides agreed on: a session that nobody refreshes ends (RFC 4028).</summary>
/// <param name="Expires">How long the session lasts after each refresh.</param>
/// <param name="WeRefresh">The box refreshes; otherwise the peer.</param>
internal readonly record struct SessionInterval(TimeSpan Expires, bool WeRefresh)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(32);

    /// <summary>When, after the last refresh, the box sends one (§10: half of the interval); null when the peer does.</summary>
    public TimeSpan? RefreshAfter => WeRefresh ? Expires / 2 : null;

    /// <summary>When, after the last refresh, the box says BYE (§10: 32 s or a third of the interval before its end).</summary>
    public TimeSpan EndAfter => Expires - (Expires / 3 < LongestMargin ? Expires / 3 : LongestMargin);
}
