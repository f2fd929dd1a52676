using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Grammar.Building;

/// <summary>Starts requests.</summary>
internal static class RequestBuilder
{
    /// <summary>The request line (RFC 3261 §7.1). Via, From, To, Call-ID, CSeq and Max-Forwards are to follow.</summary>
    public static MessageBuilder Start(SipMethod method, AnyUri uri) =>
        new MessageBuilder().Text(method.ToString()).Raw(" "u8).Raw(uri.Text.Span).Raw(" SIP/2.0"u8).End();
}
