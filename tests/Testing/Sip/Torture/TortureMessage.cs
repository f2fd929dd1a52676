using System.Text;
using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Torture;

/// <summary>
/// Makes a message of RFC 4475 fit to be sent: its top Via gets the transport that carries it, a branch of its own, so that a repetition is
/// a new transaction, and rport, so that the answer comes back to where it was sent from. Its Call-ID gets an end of its own, or a server
/// that still knows the last one refuses it as merged (482). All else stays, byte by byte.
/// </summary>
public static partial class TortureMessage
{
    // The magic cookie alone is what badbranch is about.
    private const string Cookie = "z9hG4bK";

    /// <summary>Makes a message.</summary>
    /// <param name="message">The bytes of the RFC.</param>
    /// <param name="transport">UDP or TCP.</param>
    /// <param name="number">What makes branch and Call-ID unique.</param>
    public static byte[] Prepare(ReadOnlySpan<byte> message, string transport, long number)
    {
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var via = TopVia().Match(text, 0, end < 0 ? text.Length : end);
        if (!via.Success)
        {
            return message.ToArray();
        }

        var value = Branch().Replace(
            via.Groups["rest"].Value,
            branch => branch.Groups["id"].Value == Cookie ? branch.Value : $"{branch.Value}-{number}",
            1);
        var rport = value.Contains(";rport", StringComparison.OrdinalIgnoreCase) ? "" : ";rport";
        var sent = $"{text[..via.Groups["transport"].Index]}{transport}{value}{rport}{text[(via.Index + via.Length)..]}";
        return Encoding.Latin1.GetBytes(CallId().Replace(sent, id => $"{id.Value}-{number}", 1));
    }

    // The first value of the first Via, over folded lines, up to a comma or the end of the header.
    [GeneratedRegex(
        @"(?<=\r\n)(Via|v)[ \t]*:\s*SIP\s*/\s*2\.0\s*/\s*(?<transport>\w+)(?<rest>([^,\r]|\r\n[ \t])*)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TopVia();

    [GeneratedRegex(@"(?<=\r\n)(Call-ID|i)[ \t]*:[ \t]*[^\s]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CallId();

    [GeneratedRegex(@";\s*branch\s*=\s*(?<id>[^;,\s]*)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Branch();
}
