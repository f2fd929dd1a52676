using System.Net;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>Where the answer to a request goes (RFC 3261 §18.2.2, RFC 3581 §4).</summary>
/// <remarks>
/// Never anywhere but to the address that the request came from: <c>maddr</c> and what Via claims are ignored, so nobody can make the box
/// send to a third party.
/// </remarks>
internal static class ResponseRoute
{
    private const int UsualPort = 5060;
    private const int UsualSecurePort = 5061;

    /// <summary>The first try: the stream that the request came on; by UDP the port it came from, when Via asks for it.</summary>
    public static Hop Of(Via via, Hop from) =>
        from.Transport != TransportKind.Udp || via.WantsRport ? from : ToSentBy(via, from);

    /// <summary>The way when the stream is gone: a new one to the port that Via names. Null when there is no other way.</summary>
    public static Hop? Otherwise(Via via, Hop from) => from.Connection == 0 ? null : ToSentBy(via, from);

    private static Hop ToSentBy(Via via, Hop from)
    {
        var port = via.Port ?? (from.Transport == TransportKind.Tls ? UsualSecurePort : UsualPort);
        return new Hop(from.Transport, port == from.Remote.Port ? from.Remote : new IPEndPoint(from.Remote.Address, port));
    }
}
