using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Uris;

/// <summary>A telephone number as a URI (RFC 3966).</summary>
internal sealed class TelUri : AnyUri
{
    private readonly Part _number;
    private readonly Part _params;

    private TelUri(ReadOnlyMemory<byte> bytes, int schemeLength, Part number, Part parameters)
        : base(bytes, schemeLength) => (_number, _params) = (number, parameters);

    /// <summary>Whether it is a number of the world, which starts with a plus.</summary>
    public bool IsGlobal => _number.In(Text.Span)[0] == '+';

    /// <summary>The number without the characters that only please the eye.</summary>
    public string Number => string.Concat(Text.Slice(_number).ToString().Where(character => character is not ('-' or '.' or '(' or ')')));

    /// <summary>What follows the number; <c>phone-context</c> with a local one.</summary>
    public UriParams Params => new(Text.Slice(_params));

    internal static TelUri? ParseRest(ReadOnlyMemory<byte> bytes, int colon)
    {
        var text = bytes.Span;
        var start = colon + 1;
        var end = text.IndexOf((byte)';');
        end = end < 0 ? text.Length : end;
        if (!Characters.AreAll(text[start..end], Characters.TelephoneNumber))
        {
            return null;
        }

        return new TelUri(bytes, colon, Part.Between(start, end), Part.Between(end, text.Length));
    }
}
