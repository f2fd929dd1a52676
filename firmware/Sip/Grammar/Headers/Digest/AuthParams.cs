using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers.Digest;

/// <summary>Scheme and parameters of a challenge or of credentials: <c>Digest realm="x", nonce="y"</c> (RFC 3261 §25.1).</summary>
internal static class AuthParams
{
    /// <summary>Reads them; false when they are malformed.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="scheme">The word in front.</param>
    /// <param name="parameters">What follows, with a comma before each.</param>
    public static bool TryRead(SipText text, out SipText scheme, out HeaderParams parameters)
    {
        var scanner = new Scanner(text.Span);
        var isScheme = scanner.TakeToken(out var word);
        scheme = text.Slice(word);

        // A comma in front of the first parameter, too, makes all of them alike.
        byte[] list = [(byte)',', .. text.Span[scanner.Position..]];
        parameters = new HeaderParams(new SipText(list), ',');
        var rest = new Scanner(list);
        ParameterRead read;
        do
        {
            read = rest.TakeParameter(out _, ',');
        }
        while (read == ParameterRead.Read);
        return isScheme && read == ParameterRead.End;
    }
}
