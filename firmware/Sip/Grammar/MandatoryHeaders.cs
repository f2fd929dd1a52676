using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar;

/// <summary>
/// The headers that every message must have (RFC 3261 §8.1.1), checked once here. Tolerated as in RFC 2543: no branch in Via, no tag in
/// From, no Max-Forwards.
/// </summary>
internal readonly ref struct MandatoryHeaders
{
    /// <summary>The first thing that is missing or malformed; null when all are well.</summary>
    public string? Wrong { get; private init; }

    /// <summary>The top Via.</summary>
    public Via? TopVia { get; private init; }

    /// <summary>From.</summary>
    public NameAddress? From { get; private init; }

    /// <summary>To.</summary>
    public NameAddress? To { get; private init; }

    /// <summary>Call-ID.</summary>
    public SipText CallId { get; private init; }

    /// <summary>CSeq.</summary>
    public CSeq CSeq { get; private init; }

    /// <summary>Max-Forwards.</summary>
    public byte MaxForwards { get; private init; }

    /// <summary>Reads them.</summary>
    public static MandatoryHeaders Read(HeaderTable table)
    {
        if (!table.ReadTop<Via>(HeaderId.Via).Is(out var via))
        {
            return Bad(table, HeaderId.Via);
        }

        if (!table.Read<NameAddress>(HeaderId.From).Is(out var from))
        {
            return Bad(table, HeaderId.From);
        }

        if (!table.Read<NameAddress>(HeaderId.To).Is(out var to))
        {
            return Bad(table, HeaderId.To);
        }

        var callId = table.First(HeaderId.CallId);
        if (callId.IsEmpty || callId.Span.ContainsAny(Characters.Space))
        {
            return Bad(table, HeaderId.CallId);
        }

        if (!table.Read<CSeq>(HeaderId.CSeq).Is(out var cseq))
        {
            return Bad(table, HeaderId.CSeq);
        }

        uint forwards = SipMessage.UsualMaxForwards;
        if (table.Has(HeaderId.MaxForwards) && !Numbers.TryReadClamped(table.First(HeaderId.MaxForwards).Span, out forwards))
        {
            return Bad(table, HeaderId.MaxForwards);
        }

        return new MandatoryHeaders
        {
            TopVia = via,
            From = from,
            To = to,
            CallId = callId,
            CSeq = cseq,
            MaxForwards = (byte)Math.Min(forwards, byte.MaxValue),
        };
    }

    private static MandatoryHeaders Bad(HeaderTable table, HeaderId id) =>
        new() { Wrong = $"{(table.Has(id) ? "Malformed" : "Missing")} {HeaderNames.Text(id)}" };
}
