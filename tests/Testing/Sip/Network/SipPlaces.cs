using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Network;

/// <summary>
/// Puts other ports of 127.0.0.1 into a SIP message, where it tells the receiver where to send: request line, Contact, and the session
/// description. Whatever else is in it stays, byte by byte.
/// </summary>
public static partial class SipPlaces
{
    /// <summary>Whether bytes begin as a SIP message does.</summary>
    public static bool IsSip(ReadOnlySpan<byte> bytes)
    {
        var line = bytes.IndexOf("\r\n"u8);
        return line > 0 && (bytes.StartsWith("SIP/2.0 "u8) || bytes[..line].EndsWith(" SIP/2.0"u8));
    }

    /// <summary>The Call-ID; empty if there is none.</summary>
    public static string CallId(ReadOnlySpan<byte> message) => CallIdLine().Match(Encoding.Latin1.GetString(message)).Groups["id"].Value;

    /// <summary>The port of the first audio stream; null without one, 0 for one that is refused.</summary>
    public static int? AudioPort(ReadOnlySpan<byte> message)
    {
        var line = AudioLine().Match(Encoding.Latin1.GetString(message));
        return line.Success ? int.Parse(line.Groups["port"].Value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Rewrites a message.</summary>
    /// <param name="message">A whole SIP message.</param>
    /// <param name="ports">Ports to replace, each with what stands for it.</param>
    /// <param name="routePort">A Route header with this port is taken away: it named the link.</param>
    /// <param name="audioPort">The port for the first audio stream, with the next for its RTCP; null to leave it.</param>
    public static byte[] Rewrite(ReadOnlySpan<byte> message, IReadOnlyDictionary<int, int> ports, int routePort, int? audioPort)
    {
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
        if (audioPort is { } port)
        {
            body = AudioLine().Replace(body, $"m=audio {port}", 1);
            body = RtcpLine().Replace(body, $"a=rtcp:{port + 1}", 1);
        }

        var lines = head.Split("\r\n")
            .Where((line, index) => index == 0 || !(IsRoute(line) && line.Contains($":{routePort}", StringComparison.Ordinal)))
            .Select((line, index) => index == 0 || IsContact(line) ? Place().Replace(line, place => Port(place, ports)) : line)
            .Select(line => LengthLine().Replace(line, length => length.Groups["name"].Value + body.Length));
        return Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + (end < 0 ? "" : "\r\n\r\n" + body));
    }

    private static string Port(Match place, IReadOnlyDictionary<int, int> ports) =>
        ports.TryGetValue(int.Parse(place.Groups["port"].Value, CultureInfo.InvariantCulture), out var other)
            ? $"127.0.0.1:{other}"
            : place.Value;

    private static bool IsRoute(string line) => line.StartsWith("Route:", StringComparison.OrdinalIgnoreCase);

    private static bool IsContact(string line) =>
        line.StartsWith("Contact:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("m:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"127\.0\.0\.1:(?<port>\d{1,5})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^m=audio (?<port>\d{1,5})", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex AudioLine();

    [GeneratedRegex(@"^a=rtcp:\d{1,5}", RegexOptions.Multiline, 1000)]
    private static partial Regex RtcpLine();

    [GeneratedRegex(@"^(?<name>(Content-Length|l)\s*:\s*)\d+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LengthLine();

    [GeneratedRegex(
        @"^(Call-ID|i)\s*:\s*(?<id>[^\r\n]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex CallIdLine();
}
