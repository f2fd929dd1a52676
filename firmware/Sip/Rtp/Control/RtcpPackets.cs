using System.Buffers.Binary;

namespace Switchhook.Sip.Rtp.Control;

/// <summary>Walks over the packets of a compound RTCP packet (RFC 3550 §6.1) as the network brought it.</summary>
/// <remarks>Nothing is believed beyond the datagram's length; types that the box does not know are walked over.</remarks>
internal ref struct RtcpPackets(ReadOnlySpan<byte> compound)
{
    /// <summary>Sender report.</summary>
    public const byte SenderReport = 200;

    /// <summary>Receiver report.</summary>
    public const byte ReceiverReport = 201;

    /// <summary>Source description.</summary>
    public const byte SourceDescription = 202;

    /// <summary>A source leaves.</summary>
    public const byte Goodbye = 203;

    /// <summary>Octets of the header that all types share.</summary>
    public const int HeaderOctets = 4;

    private const int FirstType = 192;
    private const int LastType = 223;
    private const int VersionMask = 0xC0;
    private const int Version2 = 0x80;
    private const int PaddingBit = 0x20;
    private const int CountMask = 0x1F;

    private ReadOnlySpan<byte> _rest = compound;

    /// <summary>Type of the current packet.</summary>
    public byte Type { get; private set; }

    /// <summary>How many reports, sources or whatever its type counts are in it; as it says, not as it is long.</summary>
    public int Count { get; private set; }

    /// <summary>What follows its header, without padding.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>True when a datagram is RTCP and not RTP, where both share a port (RFC 5761 §4).</summary>
    public static bool IsControl(ReadOnlySpan<byte> datagram) =>
        datagram.Length >= 2 * HeaderOctets && (datagram[0] & VersionMask) == Version2 && datagram[1] is >= FirstType and <= LastType;

    /// <summary>Goes to the next packet.</summary>
    /// <returns>False at the end, or where the rest is no RTCP.</returns>
    public bool MoveNext()
    {
        if (_rest.Length < HeaderOctets || (_rest[0] & VersionMask) != Version2 || _rest[1] is < FirstType or > LastType)
        {
            return false;
        }

        var length = HeaderOctets * (1 + BinaryPrimitives.ReadUInt16BigEndian(_rest[2..]));
        if (length > _rest.Length)
        {
            return false;
        }

        var body = _rest[HeaderOctets..length];
        if ((_rest[0] & PaddingBit) != 0)
        {
            if (body.IsEmpty || body[^1] == 0 || body[^1] > body.Length)
            {
                return false;
            }

            body = body[..^body[^1]];
        }

        (Type, Count) = (_rest[1], _rest[0] & CountMask);
        Body = body;
        _rest = _rest[length..];
        return true;
    }
}
