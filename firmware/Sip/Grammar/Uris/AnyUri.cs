using System.Text;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Uris;

/// <summary>A URI as it stood in a message: <see cref="SipUri"/>, <see cref="TelUri"/> or another by its text.</summary>
internal abstract class AnyUri
{
    private protected AnyUri(ReadOnlyMemory<byte> bytes, int schemeLength)
    {
        Text = new SipText(bytes);
        Scheme = new SipText(bytes[..schemeLength]);
    }

    /// <summary>The whole URI.</summary>
    public SipText Text { get; }

    /// <summary>What stands before the first colon, as written.</summary>
    public SipText Scheme { get; }

    /// <summary>Reads a URI; null when it is none.</summary>
    /// <param name="bytes">The URI and nothing else.</param>
    public static AnyUri? Parse(ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Span;
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || text.Length > Part.LongestText || !Characters.AreAll(text, Characters.Uri))
        {
            return null;
        }

        var scheme = text[..colon];
        if (Ascii.EqualsIgnoreCase(scheme, "sip"u8) || Ascii.EqualsIgnoreCase(scheme, "sips"u8))
        {
            return SipUri.ParseRest(bytes, colon);
        }

        if (Ascii.EqualsIgnoreCase(scheme, "tel"u8))
        {
            return TelUri.ParseRest(bytes, colon);
        }

        return Characters.AreAll(scheme, Characters.Scheme) && char.IsAsciiLetter((char)scheme[0]) ? new OtherUri(bytes, colon) : null;
    }

    /// <summary>As it stood there.</summary>
    public override string ToString() => Text.ToString();
}
