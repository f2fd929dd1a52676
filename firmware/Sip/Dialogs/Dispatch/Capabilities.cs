using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Dialogs.Dispatch;

/// <summary>What the box can do, as it tells others and as it judges requests (RFC 3261 §8.2).</summary>
internal sealed class Capabilities
{
    private readonly HashSet<SipMethod> _methods;

    /// <summary>Of the methods that it serves.</summary>
    public Capabilities(params IReadOnlyList<SipMethod> methods)
    {
        _methods = [.. methods];
        Allow = new HeaderField(HeaderId.Allow, string.Join(", ", methods));
    }

    /// <summary>Extensions that a request may require.</summary>
    public static IReadOnlyList<string> Extensions { get; } = ["100rel", "timer", "replaces", "norefersub"];

    /// <summary>Methods of calls.</summary>
    public static IReadOnlyList<SipMethod> CallMethods { get; } =
    [
        SipMethod.Invite, SipMethod.Ack, SipMethod.Cancel, SipMethod.Bye, SipMethod.Options, SipMethod.Prack, SipMethod.Update,
        SipMethod.Info, SipMethod.Refer,
    ];

    /// <summary>Header Allow.</summary>
    public HeaderField Allow { get; }

    /// <summary>Header Supported.</summary>
    public static HeaderField Supported { get; } = new(HeaderId.Supported, string.Join(", ", Extensions));

    /// <summary>Header Accept.</summary>
    public static HeaderField Accept { get; } = new(HeaderId.Accept, MessageBody.Sdp);

    /// <summary>The answer to OPTIONS (RFC 3261 §11.2).</summary>
    public OutgoingResponse Answer => new OutgoingResponse(200).With(Allow, Supported, Accept);

    /// <summary>Whether it serves a method.</summary>
    public bool Serves(SipMethod method) => _methods.Contains(method);
}
