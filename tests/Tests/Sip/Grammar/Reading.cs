using System.Text;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>Short ways to read messages and headers.</summary>
internal static class Reading
{
    /// <summary>A request that has what it must, with lines of one's own.</summary>
    public static string Options(string lines = "") => Text(
        $"""
        OPTIONS sip:box@192.0.2.10 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.21;branch=z9hG4bK1;rport
        From: <sip:a@example.org>;tag=1
        To: <sip:b@example.org>
        Call-ID: c1
        CSeq: 7 OPTIONS
        Max-Forwards: 70
        {lines}
        """).TrimEnd() + "\r\n\r\n";

    /// <summary>Lines that end as on the wire.</summary>
    public static string Text(string lines) => lines.ReplaceLineEndings("\r\n");

    /// <summary>What comes of reading a datagram.</summary>
    public static ParseResult Parse(string text) => Parse(text, Framing.Datagram);

    /// <summary>What comes of reading.</summary>
    public static ParseResult Parse(string text, Framing framing, ParseLimits? limits = null) =>
        SipParser.Parse(Encoding.UTF8.GetBytes(text), limits ?? ParseLimits.Default, framing);

    /// <summary>A message that must be read.</summary>
    public static SipMessage Message(string text) => Message(Encoding.UTF8.GetBytes(text));

    /// <summary>A message that must be read.</summary>
    public static SipMessage Message(ReadOnlyMemory<byte> bytes)
    {
        var result = SipParser.Parse(bytes, ParseLimits.Default, Framing.Datagram);
        Assert.True(result.Is(out var message, out var fault), fault?.Why);
        return message;
    }

    /// <summary>A message of RFC 4475; null where there are none.</summary>
    public static SipMessage? Torture(string name) =>
        TortureCorpus.Messages.SingleOrDefault(message => message.Name == name) is { } found ? Message(found.Bytes) : null;

    /// <summary>A header's value that must be read.</summary>
    public static T Header<T>(string text)
        where T : IHeaderValue<T>
    {
        Assert.True(T.TryParse(SipText.Of(text), out var value), $"Not read: {text}");
        return value;
    }

    /// <summary>Whether a header's value can be read.</summary>
    public static bool IsHeader<T>(string text)
        where T : IHeaderValue<T> => T.TryParse(SipText.Of(text), out _);
}
