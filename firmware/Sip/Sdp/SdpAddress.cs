using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Switchhook.Sip.Sdp;

/// <summary>What a c= line says: an address, or a text that is none (a host name, or nothing at all).</summary>
/// <remarks>
/// Host names are legal (RFC 8866 §5.7) and practically not seen. The box looks none up: it would be made to ask DNS for whatever a
/// stranger names before it can answer.
/// </remarks>
/// <param name="Address">The address; null when the text is none.</param>
/// <param name="Text">As it came, without time to live and count.</param>
internal readonly record struct SdpAddress(IPAddress? Address, ReadOnlyMemory<byte> Text)
{
    private static readonly SearchValues<byte> Ip6Letters = SearchValues.Create("0123456789abcdefABCDEF:."u8);

    /// <summary>The old way to say hold (RFC 3264 §8.4): nothing is to be sent, RTCP neither.</summary>
    public bool IsUnspecified => Address is not null && (Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any));

    /// <summary>False for groups and broadcasts, to which a phone's sound is never sent.</summary>
    public bool IsUnicast => Address is { AddressFamily: AddressFamily.InterNetworkV6 }
        ? !Address.IsIPv6Multicast
        : Address is not null && Address.GetAddressBytes()[0] < 224;

    /// <summary>Reads the last word of a c= or rtcp line.</summary>
    public static SdpAddress Parse(ReadOnlyMemory<byte> text)
    {
        var slash = text.Span.IndexOf((byte)'/');
        var address = slash < 0 ? text : text[..slash];
        return new SdpAddress(ParseIp4(address.Span) ?? ParseIp6(address.Span), address);
    }

    // Four decimal numbers. Zeros in front do not make them octal, as the framework's parser has it: some devices pad to three digits.
    private static IPAddress? ParseIp4(ReadOnlySpan<byte> text)
    {
        Span<byte> octets = stackalloc byte[4];
        var at = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            if (i > 0 && (at >= text.Length || text[at++] != '.'))
            {
                return null;
            }

            var start = at;
            var number = 0;
            while (at < text.Length && at - start < 3 && char.IsAsciiDigit((char)text[at]))
            {
                number = (number * 10) + text[at++] - '0';
            }

            if (at == start || number > 255)
            {
                return null;
            }

            octets[i] = (byte)number;
        }

        return at == text.Length ? new IPAddress(octets) : null;
    }

    // A zone (%eth0) would make the framework ask the kernel, a bracket would let a port follow.
    private static IPAddress? ParseIp6(ReadOnlySpan<byte> text) =>
        text.Contains((byte)':') && text.Length <= 45 && text.IndexOfAnyExcept(Ip6Letters) < 0
        && IPAddress.TryParse(text, out var address)
            ? address
            : null;
}
