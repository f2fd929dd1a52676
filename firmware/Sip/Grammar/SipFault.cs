using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar;

/// <summary>What is wrong with a message, and what a refusal needs of it.</summary>
internal sealed class SipFault
{
    private SipFault(int status, string why, HeaderTable headers, SipMethod? method) =>
        (Status, Why, Headers, Method) = (status, why, headers, method);

    /// <summary>The status code to refuse with: 400, 413, 505, 513.</summary>
    public int Status { get; }

    /// <summary>What is wrong, in few words; fit for a reason phrase.</summary>
    public string Why { get; }

    /// <summary>The headers that could be read, for the echo in the refusal.</summary>
    public HeaderTable Headers { get; }

    /// <summary>The request's method; null with a response and with what is no SIP at all.</summary>
    public SipMethod? Method { get; }

    /// <summary>True when the message may have more headers than were read.</summary>
    public bool IsCut { get; private init; }

    /// <summary>
    /// Whether a refusal can and may be sent: to a request but ACK, with a Via to send it back by, and with all that it must echo (RFC 3261
    /// §8.2.6) unless the sender left that out himself (RFC 4475 §3.3.1).
    /// </summary>
    public bool MayBeAnswered => Method is { } method && method != SipMethod.Ack && Headers.Has(HeaderId.Via) && (!IsCut || HasAllEchoed);

    private bool HasAllEchoed =>
        Headers.Has(HeaderId.From) && Headers.Has(HeaderId.To) && Headers.Has(HeaderId.CallId) && Headers.Has(HeaderId.CSeq);

    /// <summary>The top Via; null when it is malformed.</summary>
    public Via? TopVia => Headers.ReadTop<Via>(HeaderId.Via).Is(out var via) ? via : null;

    /// <summary>A bad request.</summary>
    public static SipFault Request(int status, string why, HeaderTable headers, SipMethod method, bool isCut = false) =>
        new(status, why, headers, method) { IsCut = isCut };

    /// <summary>A bad response.</summary>
    public static SipFault Response(string why, HeaderTable headers) => new(400, why, headers, null);

    /// <summary>No SIP message.</summary>
    public static SipFault NotSip(string why) => new(400, why, default, null);

    /// <summary>For the log.</summary>
    public override string ToString() => $"{(Method is { } method ? method.ToString() : "Message")}: {Why}";
}
