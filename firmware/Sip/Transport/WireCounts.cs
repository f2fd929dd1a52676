namespace Switchhook.Sip.Transport;

/// <summary>What went over the wire since it began, and what is there now.</summary>
/// <param name="Received">Messages that were handed on.</param>
/// <param name="Sent">Messages that the kernel took.</param>
/// <param name="Failed">Messages that could not be sent.</param>
/// <param name="Streams">TCP and TLS connections now.</param>
public readonly record struct WireCounts(long Received, long Sent, long Failed, int Streams);
