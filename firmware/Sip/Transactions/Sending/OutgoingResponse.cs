using System.Net;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;

namespace Switchhook.Sip.Transactions.Sending;

/// <summary>What the box answers to a request: all but what is echoed.</summary>
/// <param name="Status">The code, 100 to 699.</param>
/// <param name="Reason">The words; null for the usual ones.</param>
internal sealed record OutgoingResponse(int Status, string? Reason = null)
{
    /// <summary>Headers besides those echoed, in their order.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>What it carries.</summary>
    public MessageBody? Body { get; init; }

    /// <summary>The same with more headers.</summary>
    public OutgoingResponse With(params ReadOnlySpan<HeaderField> more) => this with { Headers = [.. Headers, .. more] };

    /// <summary>The whole message.</summary>
    /// <param name="request">What it answers.</param>
    /// <param name="source">Where that came from.</param>
    /// <param name="toTag">The box's tag; null for none.</param>
    public ReadOnlyMemory<byte> Write(SipMessage request, IPEndPoint source, string? toTag)
    {
        var builder = ResponseBuilder.Start(request, Status, toTag, source, Reason);
        foreach (var header in Headers)
        {
            header.WriteTo(builder);
        }

        return Body is { } body ? builder.Body(body.ContentType, body.Bytes).Build() : builder.Build();
    }
}
