using System.Globalization;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>Which provisional response a PRACK confirms (RFC 3262 §7.2).</summary>
/// <param name="RSeq">The response's number.</param>
/// <param name="CSeq">CSeq of the request that it answered.</param>
internal readonly record struct RAck(uint RSeq, CSeq CSeq) : IHeaderValue<RAck>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, out RAck value)
    {
        var scanner = new Scanner(text.Span);
        value = default;
        if (!Numbers.TryRead(scanner.TakeWord().In(text.Span), out var rseq)
            || !Headers.CSeq.TryParse(new SipText(text.Bytes[scanner.Position..]), out var cseq))
        {
            return false;
        }

        value = new RAck(rseq, cseq);
        return true;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RSeq} {CSeq}");
}
