using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Grammar;

/// <summary>
/// Reads messages (RFC 3261 §7, §25). Everything comes from outside, so nothing throws, and each limit is one of <see cref="ParseLimits"/>.
/// Lines may end in a line feed alone; the rest of a datagram behind Content-Length is not read.
/// </summary>
internal static class SipParser
{
    // What may be there once only: a second one is an attack or a mistake, and which of them counts would be a guess.
    private const ulong Single = (1UL << (int)HeaderId.From) | (1UL << (int)HeaderId.To) | (1UL << (int)HeaderId.CallId)
        | (1UL << (int)HeaderId.CSeq) | (1UL << (int)HeaderId.MaxForwards) | (1UL << (int)HeaderId.ContentLength)
        | (1UL << (int)HeaderId.ContentType);

    /// <summary>Reads one message.</summary>
    /// <param name="bytes">The whole message; the result keeps it, so it may not change any more.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="framing">What tells where it ends.</param>
    public static ParseResult Parse(ReadOnlyMemory<byte> bytes, ParseLimits limits, Framing framing)
    {
        var isTooLong = bytes.Length > limits.MessageBytes;
        bytes = isTooLong ? bytes[..limits.MessageBytes] : bytes;
        var text = bytes.Span;

        // Line ends before a message keep a connection open and say nothing (RFC 3261 §7.5).
        var start = text.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0)
        {
            return ParseResult.Of(SipFault.NotSip("Nothing but line ends"));
        }

        var end = text[start..].IndexOf((byte)'\n') + start;
        if (end < start)
        {
            return ParseResult.Of(SipFault.NotSip("No SIP message"));
        }

        var line = StartLine.Read(text, start, text[end - 1] == '\r' ? end - 1 : end);
        if (line.Kind == StartLineKind.NotSip)
        {
            return ParseResult.Of(SipFault.NotSip(line.Wrong!));
        }

        var reader = new HeaderReader(bytes, end + 1, limits);
        var wrong = isTooLong ? "The message is too long"
            : line.Wrong
            ?? (end - start > limits.LineBytes ? "The first line is too long" : null)
            ?? reader.Wrong
            ?? Repeated(reader.Repeated & Single);
        if (wrong is not null)
        {
            return Refuse(line, reader.Table, wrong, isTooLong ? 513 : line.Refusal, isTooLong || reader.IsCut);
        }

        return Finish(bytes, line, reader, limits, framing);
    }

    private static ParseResult Finish(
        ReadOnlyMemory<byte> bytes, in StartLine line, in HeaderReader reader, ParseLimits limits, Framing framing)
    {
        var table = reader.Table;
        var bodyLength = BodyLength(table, bytes.Length - reader.BodyStart, framing);
        if (bodyLength < 0)
        {
            return Refuse(line, table, "Content-Length does not fit the message");
        }

        if (bodyLength > limits.BodyBytes)
        {
            return Refuse(line, table, "The body is too long", 413);
        }

        var uri = line.Kind == StartLineKind.Request ? AnyUri.Parse(bytes.Slice(line.Uri.Start, line.Uri.Length)) : null;
        if (line.Kind == StartLineKind.Request && uri is null or SipUri { Headers.IsEmpty: false })
        {
            return Refuse(line, table, "A malformed Request-URI");
        }

        if (CountVias(table, limits.Vias) > limits.Vias)
        {
            return Refuse(line, table, "Too many Vias");
        }

        var edge = MandatoryHeaders.Read(table);
        if (edge.Wrong is not null)
        {
            return Refuse(line, table, edge.Wrong);
        }

        if (line.Kind == StartLineKind.Request && edge.CSeq.Method != line.Method)
        {
            return Refuse(line, table, "CSeq names another method");
        }

        var body = bytes.Slice(reader.BodyStart, bodyLength);
        var reason = new SipText(bytes.Slice(line.Reason.Start, line.Reason.Length));
        return ParseResult.Of(new SipMessage(bytes, table, body, uri, line.Status, reason)
        {
            TopVia = edge.TopVia!,
            From = edge.From!,
            To = edge.To!,
            CallId = edge.CallId,
            CSeq = edge.CSeq,
            MaxForwards = edge.MaxForwards,
        });
    }

    private static ParseResult Refuse(in StartLine line, HeaderTable table, string wrong, int status = 400, bool isCut = false) =>
        ParseResult.Of(line.Kind == StartLineKind.Request
            ? SipFault.Request(status, wrong, table, line.Method, isCut)
            : SipFault.Response(wrong, table));

    // -1 when Content-Length is no number or promises more than there is.
    private static int BodyLength(HeaderTable table, int available, Framing framing)
    {
        if (!table.Has(HeaderId.ContentLength))
        {
            return framing == Framing.Datagram ? available : 0;
        }

        var isNumber = Numbers.TryRead(table.First(HeaderId.ContentLength).Span, out var length);
        return isNumber && length <= (uint)available ? (int)length : -1;
    }

    private static int CountVias(HeaderTable table, int limit)
    {
        var count = 0;
        for (var i = 0; i < table.Count && count <= limit; i++)
        {
            var line = table[i];
            count += line.Id == HeaderId.Via ? 1 + line.Value.Span.Count((byte)',') : 0;
        }

        return count;
    }

    private static string? Repeated(ulong ids) =>
        ids == 0 ? null : $"More than one {HeaderNames.Text((HeaderId)System.Numerics.BitOperations.TrailingZeroCount(ids))}";
}
