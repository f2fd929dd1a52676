using System.Globalization;
using System.Net;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Building;

/// <summary>
/// Starts responses: the status line and what they echo of the request as it came (RFC 3261 §8.2.6): all Vias, From, To with the box's
/// tag, Call-ID, CSeq; Record-Route where the response makes a dialog; Timestamp with 100.
/// </summary>
internal static class ResponseBuilder
{
    private const int Trying = 100;

    /// <summary>A response to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">The code.</param>
    /// <param name="toTag">The box's tag, taken when To has none; null for none, as with 100.</param>
    /// <param name="source">Where the request came from, for the top Via (RFC 3261 §18.2.1, RFC 3581); null to leave it.</param>
    /// <param name="reason">The words; null for the usual ones.</param>
    public static MessageBuilder Start(
        SipMessage request, int status, string? toTag = null, IPEndPoint? source = null, string? reason = null) =>
        Start(request.Headers, status, request.To.Tag.IsEmpty ? toTag : null, source, reason ?? StatusReasons.Of(status));

    /// <summary>The refusal of a request that could not be read: with its code and words, and what could be read of it.</summary>
    /// <param name="fault">What is wrong; it may be answered.</param>
    /// <param name="toTag">The box's tag; null for none.</param>
    /// <param name="source">Where the request came from.</param>
    public static MessageBuilder Start(SipFault fault, string? toTag, IPEndPoint? source)
    {
        var hasTag = fault.Headers.First(HeaderId.To).Span.IndexOf(";tag="u8) >= 0;
        return Start(fault.Headers, fault.Status, hasTag ? null : toTag, source, fault.Why);
    }

    private static MessageBuilder Start(HeaderTable headers, int status, string? toTag, IPEndPoint? source, string reason)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        var builder = new MessageBuilder().Raw("SIP/2.0 "u8).Text(code).Raw(" "u8).Text(reason).End();
        EchoVias(builder, headers, source);
        if (status is > Trying and < 300)
        {
            Echo(builder, headers, HeaderId.RecordRoute);
        }

        EchoFirst(builder, headers, HeaderId.From);
        EchoTo(builder, headers, toTag);
        EchoFirst(builder, headers, HeaderId.CallId);
        EchoFirst(builder, headers, HeaderId.CSeq);
        if (status == Trying)
        {
            Echo(builder, headers, HeaderId.Timestamp);
        }

        return builder;
    }

    private static void EchoVias(MessageBuilder builder, HeaderTable headers, IPEndPoint? source)
    {
        var isTop = source is not null;
        foreach (var line in headers.All(HeaderId.Via))
        {
            builder.Start(HeaderId.Via);
            if (isTop)
            {
                ViaEcho.Write(builder, line, source!);
            }
            else
            {
                builder.Raw(line.Span);
            }

            builder.End();
            isTop = false;
        }
    }

    private static void EchoTo(MessageBuilder builder, HeaderTable headers, string? tag)
    {
        if (!headers.Has(HeaderId.To))
        {
            return;
        }

        builder.Start(HeaderId.To).Raw(headers.First(HeaderId.To).Span);
        if (tag is not null)
        {
            builder.Raw(";tag="u8).Text(tag);
        }

        builder.End();
    }

    // What may be there once (RFC 3261 §7.3.1) is told once, also where a broken request has more of it.
    private static void EchoFirst(MessageBuilder builder, HeaderTable headers, HeaderId id)
    {
        if (headers.Has(id))
        {
            builder.Header(id, headers.First(id));
        }
    }

    private static void Echo(MessageBuilder builder, HeaderTable headers, HeaderId id)
    {
        foreach (var value in headers.All(id))
        {
            builder.Header(id, value);
        }
    }
}
