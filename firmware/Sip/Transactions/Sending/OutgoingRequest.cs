using System.Net;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>A request of the box before it is known how it travels: all but its Via.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Uri">Where it goes in the end.</param>
/// <param name="CallId">Names the dialog.</param>
/// <param name="Sequence">Number of CSeq.</param>
internal sealed record OutgoingRequest(SipMethod Method, AnyUri Uri, string CallId, uint Sequence)
{
    /// <summary>Who sends it, with the box's tag.</summary>
    public required NameAddress From { get; init; }

    /// <summary>Whom it is for, with the tag of the peer in a dialog.</summary>
    public required NameAddress To { get; init; }

    /// <summary>Stops on the way, in their order.</summary>
    public IReadOnlyList<SipText> Routes { get; init; } = [];

    /// <summary>More headers, in their order.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>What it carries.</summary>
    public MessageBody? Body { get; init; }

    /// <summary>The same with more headers.</summary>
    public OutgoingRequest With(params ReadOnlySpan<HeaderField> more) => this with { Headers = [.. Headers, .. more] };

    /// <summary>The ACK to a response 3xx to 6xx, which goes the same way and under the same branch (RFC 3261 §17.1.1.3).</summary>
    public OutgoingRequest AckOfFailure(SipMessage response) =>
        this with { Method = SipMethod.Ack, To = response.To, Headers = [], Body = null };

    /// <summary>The CANCEL, which goes the same way and under the same branch (RFC 3261 §9.1).</summary>
    /// <param name="headers">Such as Reason.</param>
    public OutgoingRequest Cancel(IReadOnlyList<HeaderField> headers) =>
        this with { Method = SipMethod.Cancel, Headers = headers, Body = null };

    /// <summary>The whole message for one way.</summary>
    /// <param name="branch">Names the transaction.</param>
    /// <param name="hop">How it travels.</param>
    /// <param name="local">The box's address on that way.</param>
    public ReadOnlyMemory<byte> Write(string branch, Hop hop, IPEndPoint local)
    {
        var transport = hop.Transport switch
        {
            TransportKind.Udp => "UDP",
            TransportKind.Tcp => "TCP",
            TransportKind.Tls => "TLS",
        };
        var builder = RequestBuilder.Start(Method, Uri)
            .Header(HeaderId.Via, $"SIP/2.0/{transport} {HostPort.Write(local.Address.ToString(), local.Port)};rport;branch={branch}")
            .Header(HeaderId.MaxForwards, SipMessage.UsualMaxForwards);
        foreach (var route in Routes)
        {
            builder.Header(HeaderId.Route, route);
        }

        builder.Header(HeaderId.From, From).Header(HeaderId.To, To).Header(HeaderId.CallId, CallId).Header(new CSeq(Sequence, Method));
        foreach (var header in Headers)
        {
            header.WriteTo(builder);
        }

        return Body is { } body ? builder.Body(body.ContentType, body.Bytes).Build() : builder.Build();
    }
}
