using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Transport.Datagrams;

/// <summary>
/// Gives the same endpoint object for the same sender again, so that a datagram of a known sender allocates nothing. A table of fixed size;
/// of one socket's thread.
/// </summary>
internal sealed class EndPointCache
{
    private const int Slots = 1024;
    private const int PortAt = 2;
    private const int Address4At = 4;
    private const int Address6At = 8;
    private const int ScopeAt = 24;

    private readonly IPEndPoint?[] _slots = new IPEndPoint?[Slots];
    private readonly UInt128[] _addresses = new UInt128[Slots];

    /// <summary>The endpoint that an address as the kernel wrote it stands for.</summary>
    public IPEndPoint Get(SocketAddress from)
    {
        var bytes = from.Buffer.Span;
        var isOld = from.Family == AddressFamily.InterNetwork;
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[PortAt..]);
        var raw = isOld ? bytes.Slice(Address4At, 4) : bytes.Slice(Address6At, 16);
        var address = isOld ? BinaryPrimitives.ReadUInt32BigEndian(raw) : BinaryPrimitives.ReadUInt128BigEndian(raw);
        var scope = isOld ? 0 : ReadScope(bytes);
        var slot = (int)((uint)HashCode.Combine(address, port) % Slots);
        if (_slots[slot] is { } known && known.Port == port && _addresses[slot] == address && (isOld || known.Address.ScopeId == scope))
        {
            return known;
        }

        var made = new IPEndPoint(isOld ? new IPAddress(raw) : new IPAddress(raw, scope), port);
        _slots[slot] = made;
        _addresses[slot] = address;
        return made;
    }

    // The kernel writes the number of the interface in the machine's own order.
    private static long ReadScope(ReadOnlySpan<byte> bytes) => BitConverter.ToUInt32(bytes[ScopeAt..]);
}
