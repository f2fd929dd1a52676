using System.Globalization;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>Number and method of a request in its dialog (RFC 3261 §20.16).</summary>
/// <param name="Number">Rises from request to request.</param>
/// <param name="Method">The method, also of what a response answers.</param>
internal readonly record struct CSeq(uint Number, SipMethod Method) : IHeaderValue<CSeq>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, out CSeq value)
    {
        var scanner = new Scanner(text.Span);
        value = default;
        if (!Numbers.TryRead(scanner.TakeWord().In(text.Span), out var number) || !scanner.TakeToken(out var method)
            || method.Length > ParseLimits.LongestName || !scanner.AtEnd)
        {
            return false;
        }

        value = new CSeq(number, SipMethod.Of(method.In(text.Span)));
        return true;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Method}");
}
