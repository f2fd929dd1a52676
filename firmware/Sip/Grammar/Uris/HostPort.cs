using System.Globalization;
using System.Net;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Uris;

/// <summary>Host and port (RFC 3261 §25.1).</summary>
internal static class HostPort
{
    /// <summary>Reads a host and, behind a colon, its port; false when they are malformed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the host starts; afterwards the byte behind all.</param>
    /// <param name="host">The host, an IPv6 address with its brackets.</param>
    /// <param name="port">The port; null when none is written.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int at, out Part host, out ushort? port)
    {
        (host, port) = (default, null);
        var end = EndOfHost(text, at);
        if (end < 0)
        {
            return false;
        }

        host = Part.Between(at, end);
        at = end;
        if (at >= text.Length || text[at] != ':')
        {
            return true;
        }

        var length = text[(at + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var endOfPort = length < 0 ? text.Length : at + 1 + length;
        if (!Numbers.TryReadPort(text[(at + 1)..endOfPort], out var number))
        {
            return false;
        }

        (port, at) = (number, endOfPort);
        return true;
    }

    /// <summary>Host and port as they are written in URIs and Via: an IPv6 address in brackets.</summary>
    public static string Write(string host, int? port = null)
    {
        var written = host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]" : host;
        return port is null ? written : string.Create(CultureInfo.InvariantCulture, $"{written}:{port}");
    }

    private static int EndOfHost(ReadOnlySpan<byte> text, int start)
    {
        if (start < text.Length && text[start] == '[')
        {
            var close = text[start..].IndexOf((byte)']');
            return close > 0 && IPAddress.TryParse(text[(start + 1)..(start + close)], out _) ? start + close + 1 : -1;
        }

        var length = text[start..].IndexOfAnyExcept(Characters.Host);
        var end = length < 0 ? text.Length : start + length;
        return end > start ? end : -1;
    }
}
