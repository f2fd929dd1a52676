using System.Net;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Dialogs;

/// <summary>Where a request in a dialog goes. Pure.</summary>
internal static class TargetHop
{
    private const int UsualPort = 5060;
    private const int UsualSecurePort = 5061;

    /// <summary>
    /// The hop of a URI. One whose host is a name goes to where the peer's messages come from: the neighbour that put it there is the one
    /// that sends them, and no look-up can fail while a call goes on.
    /// </summary>
    /// <param name="uri">The first route, or the peer's target; null for one that is no SIP URI.</param>
    /// <param name="source">Where the peer's messages come from.</param>
    public static Hop Of(SipUri? uri, Hop source)
    {
        if (uri is null || !uri.TryGetAddress(out var address))
        {
            return source;
        }

        var transport = uri.IsSecure || uri.Transport.IsIgnoringCase("tls"u8) ? TransportKind.Tls
            : uri.Transport.IsIgnoringCase("tcp"u8) ? TransportKind.Tcp
            : uri.Transport.IsIgnoringCase("udp"u8) ? TransportKind.Udp
            : source.Transport;
        var port = uri.Port ?? (transport == TransportKind.Tls ? UsualSecurePort : UsualPort);

        // The stream that the peer opened stays in use; its port is none that the peer listens on.
        return new Hop(transport, new IPEndPoint(address, port), transport == source.Transport ? source.Connection : 0);
    }
}
