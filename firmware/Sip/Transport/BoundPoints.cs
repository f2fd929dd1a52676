using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Transport;

/// <summary>Where the wire really listens, and which of its places serves which peer. Immutable.</summary>
internal sealed class BoundPoints
{
    private const int UsualPort = 5060;
    private const int UsualTlsPort = 5061;

    private readonly Dictionary<(TransportKind Transport, AddressFamily Family), IPEndPoint[]> _points;
    private readonly LocalAddresses _addresses;

    /// <summary>Sorts them.</summary>
    public BoundPoints(IEnumerable<ListenPoint> points, LocalAddresses addresses)
    {
        _addresses = addresses;
        _points = points.GroupBy(point => (point.Transport, point.At.AddressFamily))
            .ToDictionary(group => group.Key, group => group.Select(point => point.At).ToArray());
    }

    /// <summary>The place that a peer is served from; null when the box listens to none like it.</summary>
    public IPEndPoint? For(Hop peer)
    {
        var points = _points.GetValueOrDefault((peer.Transport, peer.Remote.AddressFamily), []);
        if (points.Length < 2)
        {
            return points.Length == 0 ? null : points[0];
        }

        var towards = _addresses.Route(peer.Remote.Address);
        return Array.Find(points, point => point.Address.Equals(towards))
            ?? Array.Find(points, point => LocalAddresses.IsAny(point.Address))
            ?? points[0];
    }

    /// <summary>How the box names itself to a peer.</summary>
    /// <param name="peer">The other side.</param>
    /// <param name="onStream">The box's address on a stream with it, if there is one.</param>
    public IPEndPoint NameFor(Hop peer, IPAddress? onStream)
    {
        var place = For(peer);
        var port = place?.Port ?? (peer.Transport == TransportKind.Tls ? UsualTlsPort : UsualPort);
        return new IPEndPoint(_addresses.Towards(peer.Remote.Address, onStream ?? place?.Address ?? AnyLike(peer.Remote)), port);
    }

    /// <summary>The address to call a peer from; that of any, when the kernel may choose.</summary>
    public IPAddress CallFrom(Hop peer) => For(peer)?.Address ?? AnyLike(peer.Remote);

    private static IPAddress AnyLike(IPEndPoint remote) =>
        remote.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;
}
