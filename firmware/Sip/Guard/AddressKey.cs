using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Guard;

/// <summary>
/// Whom the guard takes for one: an IPv4 address, or the /64 of an IPv6 address, as whoever has one address there has all of them.
/// </summary>
public readonly struct AddressKey : IEquatable<AddressKey>
{
    private const ulong OldMark = 0xFFFF_0000_0000;
    private const int Address4At = 4;
    private const int Address6At = 8;

    // Of IPv6 the upper half and 0; of IPv4 0 and the address as ::ffff:a.b.c.d has it, which is never 0.
    private readonly ulong _high;
    private readonly ulong _low;

    private AddressKey(ulong high, ulong low)
    {
        _high = high;
        _low = low;
    }

    /// <summary>The upper half of an IPv6 address; 0 for IPv4.</summary>
    internal ulong High => _high;

    /// <summary>The mark of IPv4 and the address; 0 for IPv6.</summary>
    internal ulong Low => _low;

    /// <summary>Of an address.</summary>
    public static AddressKey Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        return length == 4 ? Old(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : New(bytes);
    }

    /// <summary>Of an address as the kernel writes it.</summary>
    public static AddressKey Of(SocketAddress from)
    {
        var bytes = from.Buffer.Span;
        return from.Family == AddressFamily.InterNetwork
            ? Old(BinaryPrimitives.ReadUInt32BigEndian(bytes[Address4At..]))
            : New(bytes.Slice(Address6At, 16));
    }

    /// <inheritdoc/>
    public bool Equals(AddressKey other) => _high == other._high && _low == other._low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AddressKey other && Equals(other);

    /// <inheritdoc/>
    /// <remarks>Not the same in the next run, so that nobody can choose addresses that collide.</remarks>
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>Such as <c>192.0.2.7</c> or <c>2001:db8:1:2::/64</c>.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (_low != 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)_low);
            return new IPAddress(bytes[..4]).ToString();
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>Same one.</summary>
    public static bool operator ==(AddressKey left, AddressKey right) => left.Equals(right);

    /// <summary>Another.</summary>
    public static bool operator !=(AddressKey left, AddressKey right) => !left.Equals(right);

    private static AddressKey Old(uint address) => new(0, OldMark | address);

    private static AddressKey New(ReadOnlySpan<byte> address)
    {
        var high = BinaryPrimitives.ReadUInt64BigEndian(address);
        var low = BinaryPrimitives.ReadUInt64BigEndian(address[8..]);
        return high == 0 && (low & ~(ulong)uint.MaxValue) == OldMark ? Old((uint)low) : new AddressKey(high, 0);
    }
}
