using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Calling;

/// <summary>Whom the box calls, and what it says of itself.</summary>
/// <param name="Uri">Whom.</param>
/// <param name="Target">Where the INVITE goes.</param>
/// <param name="From">Who calls, as the peer is to see it; without a tag.</param>
internal sealed record CallRequest(AnyUri Uri, SendTarget Target, NameAddress From)
{
    /// <summary>Who is called, when it is not the URI.</summary>
    public NameAddress? To { get; init; }

    /// <summary>Stops on the way, as a registration named them (Path, Service-Route).</summary>
    public IReadOnlyList<SipText> Routes { get; init; } = [];

    /// <summary>More headers: P-Asserted-Identity, Privacy, Diversion, Alert-Info, Replaces.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>The peer shall make the offer, in its 2xx.</summary>
    public bool IsLateOffer { get; init; }
}
