using System.Text;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Dialogs.Dispatch;

/// <summary>What every request is asked before anybody sees it (RFC 3261 §8.2, in its order). Pure.</summary>
/// <remarks>Max-Forwards of 0 is no fault: the box is where requests end, not a proxy.</remarks>
internal static class RequestChecks
{
    /// <summary>The refusal; null when there is nothing against the request.</summary>
    public static OutgoingResponse? Check(SipMessage request, Capabilities can) =>
        CheckMethod(request, can) ?? CheckUri(request) ?? CheckExtensions(request) ?? CheckBody(request) ?? CheckAccept(request);

    private static OutgoingResponse? CheckMethod(SipMessage request, Capabilities can) =>
        can.Serves(request.Method) ? null
        : new OutgoingResponse(request.Method.Kind == MethodKind.Other ? 501 : 405).With(can.Allow);

    private static OutgoingResponse? CheckUri(SipMessage request) => request.RequestUri is OtherUri ? new OutgoingResponse(416) : null;

    private static OutgoingResponse? CheckExtensions(SipMessage request)
    {
        List<string>? unsupported = null;
        foreach (var id in (ReadOnlySpan<HeaderId>)[HeaderId.Require, HeaderId.ProxyRequire])
        {
            var required = request.Headers.ReadAll<Token>(id);
            if (required.IsMalformed)
            {
                return new OutgoingResponse(400, $"Malformed {HeaderNames.Text(id)}");
            }

            foreach (var token in required.Or([]))
            {
                // What a proxy should do, the box, which is none, cannot.
                if (!token.Text.IsEmpty && (id == HeaderId.ProxyRequire || !IsSupported(token)))
                {
                    (unsupported ??= []).Add(token.ToString());
                }
            }
        }

        return unsupported is null
            ? null
            : new OutgoingResponse(420).With(new HeaderField(HeaderId.Unsupported, string.Join(", ", unsupported)));
    }

    private static bool IsSupported(Token token)
    {
        foreach (var extension in Capabilities.Extensions)
        {
            if (Ascii.EqualsIgnoreCase(token.Text.Span, extension))
            {
                return true;
            }
        }

        return false;
    }

    // Other methods' bodies are judged by who reads them, or not read at all.
    private static OutgoingResponse? CheckBody(SipMessage request)
    {
        if (request.Body.IsEmpty)
        {
            return null;
        }

        var encoding = request.Headers.First(HeaderId.ContentEncoding);
        if (!encoding.IsEmpty && !encoding.IsIgnoringCase("identity"u8))
        {
            return new OutgoingResponse(415).With(new HeaderField(HeaderId.AcceptEncoding, "identity"));
        }

        var isDescription = request.Method.Kind is MethodKind.Invite or MethodKind.Update or MethodKind.Prack;
        return !isDescription || request.HasBody("application"u8, "sdp"u8) || IsOptional(request)
            ? null
            : new OutgoingResponse(415).With(Capabilities.Accept);
    }

    private static bool IsOptional(SipMessage request)
    {
        var disposition = request.Headers.First(HeaderId.ContentDisposition);
        return disposition.ToString().Contains("handling=optional", StringComparison.OrdinalIgnoreCase);
    }

    private static OutgoingResponse? CheckAccept(SipMessage request)
    {
        if (request.Method != SipMethod.Invite || !request.Headers.ReadAll<MediaRange>(HeaderId.Accept).Is(out var ranges))
        {
            return null;
        }

        foreach (var range in ranges)
        {
            if (range.Covers("application"u8, "sdp"u8))
            {
                return null;
            }
        }

        return new OutgoingResponse(406).With(Capabilities.Accept);
    }
}
