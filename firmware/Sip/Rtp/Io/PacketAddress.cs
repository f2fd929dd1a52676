using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Rtp.Io;

/// <summary>Address and port of the other side as a value, so that a packet costs no allocation. IPv4 is kept mapped into IPv6.</summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
/// <param name="Port">0 means: nowhere.</param>
/// <param name="Scope">Zone of a link-local address.</param>
internal readonly record struct PacketAddress(ulong High, ulong Low, ushort Port, uint Scope = 0)
{
    /// <summary>Octets that the kernel's form takes at most (<c>sockaddr_in6</c>).</summary>
    public const int MaxSocketAddress = 28;

    private const int SocketAddress4 = 16;
    private const ulong Mapped = 0xFFFF_0000_0000;

    /// <summary>True when packets can be sent there: not port 0, nor the address 0.0.0.0 of old-style hold.</summary>
    public bool IsReachable => Port != 0 && ((High | Low) != 0) && (High != 0 || Low != Mapped);

    private bool Is4 => High == 0 && (Low & 0xFFFF_FFFF_0000_0000) == Mapped;

    /// <summary>The value of an end point.</summary>
    public static PacketAddress From(IPEndPoint end)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = end.Address.MapToIPv6().TryWriteBytes(bytes, out _);
        var scope = end.Address.AddressFamily == AddressFamily.InterNetworkV6 ? (uint)end.Address.ScopeId : 0;
        return Of(bytes, (ushort)end.Port, scope);
    }

    /// <summary>Reads the kernel's form: <c>sockaddr_in</c> or <c>sockaddr_in6</c>.</summary>
    public static PacketAddress Read(ReadOnlySpan<byte> address)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(address[2..]);
        return BitConverter.ToUInt16(address) == Interop.LibC.AddressInternet
            ? new PacketAddress(0, Mapped | BinaryPrimitives.ReadUInt32BigEndian(address[4..]), port)
            : Of(address.Slice(8, 16), port, BitConverter.ToUInt32(address[24..]));
    }

    /// <summary>Writes the kernel's form and returns its length.</summary>
    /// <param name="address">Room for <see cref="MaxSocketAddress"/> octets.</param>
    /// <param name="is6">True for a socket of IPv6 alone.</param>
    public int WriteTo(Span<byte> address, bool is6 = false)
    {
        BinaryPrimitives.WriteUInt16BigEndian(address[2..], Port);
        if (Is4 && !is6)
        {
            _ = BitConverter.TryWriteBytes(address, (ushort)Interop.LibC.AddressInternet);
            BinaryPrimitives.WriteUInt32BigEndian(address[4..], (uint)Low);
            return SocketAddress4;
        }

        _ = BitConverter.TryWriteBytes(address, (ushort)Interop.LibC.AddressInternet6);
        address.Slice(4, 4).Clear();
        BinaryPrimitives.WriteUInt64BigEndian(address[8..], High);
        BinaryPrimitives.WriteUInt64BigEndian(address[16..], Low);
        _ = BitConverter.TryWriteBytes(address[24..], Scope);
        return MaxSocketAddress;
    }

    /// <summary>True when both are the same host, whatever the ports.</summary>
    public bool IsHostOf(PacketAddress other) => High == other.High && Low == other.Low && Scope == other.Scope;

    /// <summary>The same host, another port.</summary>
    public PacketAddress WithPort(int port) => this with { Port = (ushort)port };

    /// <summary>As an end point; allocates.</summary>
    public IPEndPoint ToEndPoint()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        return new IPEndPoint(Is4 ? new IPAddress(bytes[12..]) : new IPAddress(bytes, Scope), Port);
    }

    /// <inheritdoc/>
    public override string ToString() => ToEndPoint().ToString();

    private static PacketAddress Of(ReadOnlySpan<byte> bytes, ushort port, uint scope) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), port, scope);
}
