using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Torture;

/// <summary>A message of RFC 4475, and what may be answered.</summary>
/// <param name="Name">Its name in the RFC.</param>
/// <param name="Section">Where it stands there.</param>
/// <param name="Title">What is odd about it.</param>
/// <param name="Kind">Whether it must be understood.</param>
/// <param name="Statuses">Status codes that are right; empty where the RFC leaves them open.</param>
/// <param name="IsUnanswered">No reply is right.</param>
/// <param name="Message">Its bytes.</param>
public sealed partial record TortureCase(
    string Name,
    string Section,
    string Title,
    TortureKind Kind,
    IReadOnlyList<int> Statuses,
    bool IsUnanswered,
    ReadOnlyMemory<byte> Message)
{
    /// <summary>Whether it is a response, which nothing answers.</summary>
    public bool IsResponse => Message.Span.StartsWith("SIP/2.0 "u8);

    /// <summary>
    /// Whether a stream has to wait for more of it: its headers do not end, or its Content-Length is more than there is (RFC 4475
    /// §3.1.2.2).
    /// </summary>
    public bool HasNoEnd
    {
        get
        {
            var end = Message.Span.IndexOf("\r\n\r\n"u8);
            return end < 0
                || (LengthHeader().Match(Encoding.Latin1.GetString(Message.Span[..end])) is { Success: true } length
                    && long.TryParse(length.Groups["octets"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var octets)
                    && octets > Message.Length - end - 4);
        }
    }

    [GeneratedRegex(
        @"^(Content-Length|l)\s*:\s*(?<octets>\d{1,18})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LengthHeader();
}
