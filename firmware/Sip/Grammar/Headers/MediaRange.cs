using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>A kind of body: Content-Type, or one value of Accept, where a star stands for any (RFC 3261 §20.1, §20.15).</summary>
internal sealed class MediaRange : IHeaderValue<MediaRange>
{
    private MediaRange(SipText type, SipText subtype, HeaderParams parameters) => (Type, Subtype, Params) = (type, subtype, parameters);

    /// <summary>Before the slash.</summary>
    public SipText Type { get; }

    /// <summary>Behind the slash.</summary>
    public SipText Subtype { get; }

    /// <summary>What follows, as <c>boundary</c> or <c>q</c>.</summary>
    public HeaderParams Params { get; }

    /// <summary>Whether it is this kind, or a range that has it in it.</summary>
    public bool Covers(ReadOnlySpan<byte> type, ReadOnlySpan<byte> subtype) =>
        (Type.Is("*"u8) || Type.IsIgnoringCase(type)) && (Subtype.Is("*"u8) || Subtype.IsIgnoringCase(subtype));

    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out MediaRange value)
    {
        value = null;
        var scanner = new Scanner(text.Span);
        if (!scanner.TakeToken(out var type) || !scanner.Take('/') || !scanner.TakeToken(out var subtype))
        {
            return false;
        }

        var parameters = new HeaderParams(new SipText(text.Bytes[scanner.Position..]));
        if (!HeaderParams.AreWellFormed(ref scanner))
        {
            return false;
        }

        value = new MediaRange(text.Slice(type), text.Slice(subtype), parameters);
        return true;
    }

    /// <summary>Type and subtype.</summary>
    public override string ToString() => $"{Type}/{Subtype}";
}
