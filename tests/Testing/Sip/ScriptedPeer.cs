using System.Globalization;
using Switchhook.Sip.Transport;

namespace Switchhook.Testing.Sip;

/// <summary>A SIP party that does what a test says, message by message, over a wire in memory.</summary>
/// <remarks>
/// <see cref="Expect"/> tells a story: it takes what arrives in its order, and fails when something else comes. What arrives a second time,
/// byte for byte, is passed over; a test of repetitions looks at <see cref="Wire"/>.
/// </remarks>
public sealed class ScriptedPeer(LoopDriver driver, MemoryWire wire, Hop box, string user = "bob")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HashSet<string> _seen = [];
    private int _read;
    private int _branches;

    /// <summary>Its wire.</summary>
    public MemoryWire Wire => wire;

    /// <summary>Where the box is.</summary>
    public Hop Box { get; set; } = box;

    /// <summary>Its address, as From and To name it.</summary>
    public string Address => $"sip:{user}@{wire.Local}";

    /// <summary>Its transport, as Via names it.</summary>
    public string Transport => Box.Transport.ToString().ToUpperInvariant();

    /// <summary>Where it wants requests of a dialog.</summary>
    public string Contact => Box.Transport == TransportKind.Udp ? $"<{Address}>" : $"<{Address};transport={Transport.ToLowerInvariant()}>";

    /// <summary>Takes the next message, which must be this one.</summary>
    /// <param name="name">A method, or status and method: <c>INVITE</c>, <c>180 INVITE</c>.</param>
    /// <param name="within">How long it may take; 3 s unless said.</param>
    public PeerMessage Expect(string name, TimeSpan? within = null)
    {
        PeerMessage? next = null;
        driver.AdvanceUntil(() => (next ??= TakeNext()) is not null, within ?? Patience, $"{name} to {user}");
        return next!.Name == name ? next : throw new InvalidOperationException($"{user} expected {name} and got:\n{next.Text}");
    }

    /// <summary>Takes the next message, which must be a final answer to a request of this method.</summary>
    public PeerMessage ExpectAnswer(string method)
    {
        PeerMessage? next = null;
        driver.AdvanceUntil(() => (next ??= TakeNext()) is not null, Patience, $"an answer to {method} of {user}");
        return next is { Status: >= 200 } && next.Method == method
            ? next
            : throw new InvalidOperationException($"{user} expected an answer to {method} and got:\n{next!.Text}");
    }

    /// <summary>Nothing new arrives for a while.</summary>
    public void ExpectNothing(TimeSpan during)
    {
        driver.Advance(during);
        if (TakeNext() is { } unexpected)
        {
            throw new InvalidOperationException($"{user} expected nothing and got:\n{unexpected.Text}");
        }
    }

    /// <summary>The next message of a name among those that have arrived; those before it are passed over. Null without one.</summary>
    public PeerMessage? TryTake(string name)
    {
        while (TakeNext() is { } next)
        {
            if (next.Name == name)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>Everything that has arrived and was not taken counts as taken.</summary>
    public void Forget()
    {
        while (TakeNext() is not null)
        {
        }
    }

    /// <summary>Sends text as it is; line ends may be plain.</summary>
    public void Send(string text, Hop? to = null) => wire.Send(text.ReplaceLineEndings("\r\n"), to ?? Box);

    /// <summary>A new top Via.</summary>
    public string NewVia() =>
        string.Create(CultureInfo.InvariantCulture, $"SIP/2.0/{Transport} {wire.Local};branch=z9hG4bK-{user}-{++_branches};rport");

    /// <summary>Text of a request outside of a dialog.</summary>
    public string Request(string method, string uri, string callId, string more = "", string body = "", int sequence = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $"{method} {uri} SIP/2.0\nVia: {NewVia()}\nMax-Forwards: 70\nFrom: <{Address}>;tag=from-{callId}\nTo: <{uri}>\nCall-ID: {callId}\n"
        + $"CSeq: {sequence} {method}\n{Lines(more, body)}\n") + body;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">Status code.</param>
    /// <param name="more">Header lines.</param>
    /// <param name="body">A session description, or nothing.</param>
    /// <param name="tag">Tag of To, unless the request has one.</param>
    public void Answer(PeerMessage request, int status, string more = "", string body = "", string tag = "peer")
    {
        var to = request["To"];
        var text = $"SIP/2.0 {status} Words\r\n"
            + string.Concat(request.All("Via").Select(via => $"Via: {via}\r\n"))
            + string.Concat(request.All("Record-Route").Select(route => $"Record-Route: {route}\r\n"))
            + $"From: {request["From"]}\r\n"
            + $"To: {(status == 100 || to.Contains(";tag=", StringComparison.Ordinal) ? to : $"{to};tag={tag}")}\r\n"
            + $"Call-ID: {request["Call-ID"]}\r\n"
            + $"CSeq: {request["CSeq"]}\r\n"
            + (HasContact(request.Method, status) && !more.Contains("Contact:", StringComparison.Ordinal) ? $"Contact: {Contact}\r\n" : "")
            + Lines(more, body).ReplaceLineEndings("\r\n") + "\r\n" + body;
        wire.Send(text, Box.Transport == TransportKind.Udp ? Box : request.From);
    }

    internal static string Lines(string more, string body)
    {
        var lines = more.Length == 0 ? "" : more.TrimEnd() + "\n";
        var type = body.Length == 0 || more.Contains("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/sdp\n";
        return string.Create(CultureInfo.InvariantCulture, $"{lines}{type}Content-Length: {body.Length}\n");
    }

    private static bool HasContact(string method, int status) =>
        method is "INVITE" or "UPDATE" or "SUBSCRIBE" or "REFER" && status is > 100 and < 300;

    private PeerMessage? TakeNext()
    {
        while (_read < wire.Received.Count)
        {
            var arrived = wire.Received[_read++];
            if (_seen.Add(arrived.Text))
            {
                return new PeerMessage(arrived);
            }
        }

        return null;
    }
}
