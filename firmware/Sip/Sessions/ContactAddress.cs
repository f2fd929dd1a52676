using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Sessions;

/// <summary>Where the box wants a peer's requests.</summary>
internal static class ContactAddress
{
    /// <summary>Header Contact for a peer that is reached by a hop.</summary>
    /// <param name="wire">Knows the box's address on that way.</param>
    /// <param name="user">The user part.</param>
    /// <param name="hop">The way.</param>
    /// <param name="isSecure">The peer used a SIPS URI, so the box does too (RFC 3261 §12.1.1).</param>
    public static HeaderField Of(ISipWire wire, string user, Hop hop, bool isSecure)
    {
        var local = wire.LocalFor(hop);
        var uri = hop.Transport switch
        {
            TransportKind.Udp => SipUri.Create(user, local),
            TransportKind.Tcp => SipUri.Create(user, local, ("transport", "tcp")),
            TransportKind.Tls => SipUri.Create(user, local, ("transport", "tls")),
        };
        var text = uri.ToString();
        return new HeaderField(HeaderId.Contact, isSecure ? $"<sips{text[3..]}>" : $"<{text}>");
    }
}
