using System.Globalization;
using System.Net;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Building;

/// <summary>
/// The top Via as a server sends it back: with the address that the request really came from if it names another or asks for the port
/// (RFC 3261 §18.2.1), and with the port if it asks for it (RFC 3581 §4).
/// </summary>
internal static class ViaEcho
{
    /// <summary>Writes the first line of Via, which may hold several; one that is malformed goes back as it came.</summary>
    public static void Write(MessageBuilder builder, SipText line, IPEndPoint source)
    {
        var list = new CommaList(line.Span);
        if (!list.TryNext(out var top) || !Via.TryParse(line.Slice(top), out var via))
        {
            builder.Raw(line.Span);
            return;
        }

        var text = via.Text.Span;
        var address = Unmapped(source.Address);
        if (via.RportGap is { } gap)
        {
            builder.Raw(text[..gap.Start]).Raw("="u8).Text(source.Port.ToString(CultureInfo.InvariantCulture)).Raw(text[gap.End..]);
        }
        else
        {
            builder.Raw(text);
        }

        if (via.Received.IsEmpty && (via.WantsRport || !IsHost(via, address)))
        {
            builder.Raw(";received="u8).Text(address.ToString());
        }

        builder.Raw(line.Span[top.End..]);
    }

    private static bool IsHost(Via via, IPAddress address)
    {
        var host = via.Host.Span;
        return IPAddress.TryParse(host is [(byte)'[', .. var inner, (byte)']'] ? inner : host, out var named) && named.Equals(address);
    }

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
