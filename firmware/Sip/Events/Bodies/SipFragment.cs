using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Switchhook.Sip.Events.Bodies;

/// <summary>How a transfer goes: the status line of <c>message/sipfrag</c> (RFC 3420) in a NOTIFY (RFC 3515 §2.4.5).</summary>
/// <param name="Status">100 to 699.</param>
/// <param name="Reason">The words of it, in printable ASCII.</param>
internal sealed record SipFragment(int Status, string Reason)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "message/sipfrag;version=2.0";

    private const int MaxReason = 128;

    /// <summary>The body.</summary>
    public byte[] Write() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"SIP/2.0 {Status} {Reason}\r\n"));

    /// <summary>Reads the first line; what follows is of no interest. Null when it is no status line.</summary>
    public static SipFragment? Parse(ReadOnlySpan<byte> body)
    {
        var prefix = "SIP/2.0 "u8;
        var line = body.TrimStart("\r\n"u8);
        var end = line.IndexOfAny("\r\n"u8);
        line = end < 0 ? line : line[..end];
        if (line.Length < prefix.Length || !Ascii.EqualsIgnoreCase(line[..prefix.Length], prefix))
        {
            return null;
        }

        line = line[prefix.Length..].TrimStart((byte)' ');
        if (!Utf8Parser.TryParse(line, out int status, out var used) || used != 3 || status is < 100 or > 699
            || (line.Length > used && line[used] != ' '))
        {
            return null;
        }

        var reason = line[used..].Trim((byte)' ');
        reason = reason[..Math.Min(reason.Length, MaxReason)];
        return new SipFragment(
            status, string.Concat(Encoding.ASCII.GetString(reason).Select(letter => letter is >= ' ' and <= '~' ? letter : '?')));
    }
}
