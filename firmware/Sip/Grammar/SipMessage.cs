using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Grammar;

/// <summary>
/// A request or response that has all that every message must have (RFC 3261 §8.1.1), read once. It never changes; what else it holds
/// stays bytes until asked for. Any thread.
/// </summary>
internal sealed class SipMessage
{
    /// <summary>What Max-Forwards counts as when it is not there.</summary>
    public const int UsualMaxForwards = 70;

    private readonly AnyUri? _requestUri;

    /// <summary>Made by <see cref="SipParser"/>.</summary>
    internal SipMessage(
        ReadOnlyMemory<byte> bytes, HeaderTable headers, ReadOnlyMemory<byte> body, AnyUri? requestUri, int status, SipText reason)
    {
        (Bytes, Headers, Body) = (bytes, headers, body);
        (_requestUri, StatusCode, Reason) = (requestUri, status, reason);
    }

    /// <summary>The whole message.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A request; if not, a response.</summary>
    public bool IsRequest => StatusCode == 0;

    /// <summary>The request's method; of a response, that of the request it answers.</summary>
    public SipMethod Method => CSeq.Method;

    /// <summary>Where a request goes: a <see cref="SipUri"/>, or one whose scheme is answered 416 or routed.</summary>
    /// <exception cref="InvalidOperationException">It is a response.</exception>
    public AnyUri RequestUri => _requestUri ?? throw new InvalidOperationException("A response has no Request-URI.");

    /// <summary>The response's code, 100 to 699; 0 with a request.</summary>
    public int StatusCode { get; }

    /// <summary>The response's words, maybe empty.</summary>
    public SipText Reason { get; }

    /// <summary>All headers in their order.</summary>
    public HeaderTable Headers { get; }

    /// <summary>The body as Content-Length bounds it; empty without one.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The last stop before the box; of a response, the box itself.</summary>
    public required Via TopVia { get; init; }

    /// <summary>Who sent the request.</summary>
    public required NameAddress From { get; init; }

    /// <summary>Whom the request is for.</summary>
    public required NameAddress To { get; init; }

    /// <summary>Names the dialog together with both tags.</summary>
    public required SipText CallId { get; init; }

    /// <summary>Number and method.</summary>
    public required CSeq CSeq { get; init; }

    /// <summary>How many stops a request may still make, at most 255; 70 when it does not say.</summary>
    public required byte MaxForwards { get; init; }

    /// <summary>The body's kind; null when it does not say, or not rightly.</summary>
    public MediaRange? ContentType => Headers.Read<MediaRange>(HeaderId.ContentType).Is(out var type) ? type : null;

    /// <summary>Whether there is a body of a kind, as <c>application</c> and <c>sdp</c>.</summary>
    public bool HasBody(ReadOnlySpan<byte> type, ReadOnlySpan<byte> subtype) =>
        !Body.IsEmpty && ContentType is { } kind && kind.Type.IsIgnoringCase(type) && kind.Subtype.IsIgnoringCase(subtype);

    /// <summary>The first line, for the log.</summary>
    public override string ToString() => IsRequest ? $"{Method} {RequestUri}" : $"{StatusCode} {Reason} to {Method}";
}
