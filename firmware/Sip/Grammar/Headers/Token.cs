using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;
namespace Switchhook.Sip.Grammar.Headers;

/// <summary>One value of Allow, Supported, Require, Proxy-Require, Unsupported, Allow-Events or Privacy.</summary>
/// <param name="Text">The token, maybe with parameters, as written.</param>
internal readonly record struct Token(SipText Text) : IHeaderValue<Token>
{
    /// <inheritdoc/>
    /// <remarks>An empty value is taken: <c>Supported:</c> says "nothing", and a comma too many does no harm.</remarks>
    public static bool TryParse(SipText text, out Token value)
    {
        value = new Token(text);
        var scanner = new Scanner(text.Span);
        return text.IsEmpty || (scanner.TakeToken(out _) && HeaderParams.AreWellFormed(ref scanner));
    }

    /// <summary>As written.</summary>
    public override string ToString() => Text.ToString();
}
