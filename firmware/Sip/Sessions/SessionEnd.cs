namespace Switchhook.Sip.Sessions;

/// <summary>Why a session ended, or never began.</summary>
/// <param name="By">Who.</param>
/// <param name="Status">The response that refused the INVITE; 0 when none did.</param>
/// <param name="Words">One sentence for the journal.</param>
internal sealed record SessionEnd(EndedBy By, int Status, string Words)
{
    /// <summary>The Reason header as the peer wrote it (RFC 3326), such as <c>Q.850;cause=16</c>; null without one.</summary>
    public string? Reason { get; init; }

    /// <summary>Where a 3xx sends us, best first; nobody follows by itself.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>When a peer that cannot now may be asked again; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
