using Switchhook.Sip.Transport;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks.Targets;

/// <summary>Where a provider says that it is.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">Port; null when none is given.</param>
/// <param name="Transport">How messages travel; null when none is given.</param>
internal sealed record TargetAddress(string Host, int? Port, TransportKind? Transport)
{
    private const int Usual = 5060;
    private const int UsualSecure = 5061;

    /// <summary>Where the messages of a trunk go first.</summary>
    public static TargetAddress Of(TrunkConfig trunk)
    {
        var first = trunk.OutboundProxy ?? trunk.Server;
        return new TargetAddress(first.Host, first.Port, trunk.Transport is { } transport ? KindOf(transport) : null);
    }

    /// <summary>The port where none is given (RFC 3261 §19.1.2).</summary>
    public static int UsualPort(TransportKind transport) => transport == TransportKind.Tls ? UsualSecure : Usual;

    private static TransportKind KindOf(TrunkTransport transport) => transport switch
    {
        TrunkTransport.Udp => TransportKind.Udp,
        TrunkTransport.Tcp => TransportKind.Tcp,
        TrunkTransport.Tls => TransportKind.Tls,
    };
}
