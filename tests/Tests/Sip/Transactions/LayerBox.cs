using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Receiving;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Transactions;

/// <summary>A transaction layer on a wire in memory, a peer beside it, and notes of what the layer's user was told.</summary>
internal sealed class LayerBox : IRequestUser, IClientUser, IServerUser, IMessageGuard, IDisposable
{
    public const string Alice = "sip:alice@192.0.2.1:5060";

    public LayerBox(TransactionLimits? limits = null, TransportKind transport = TransportKind.Udp)
    {
        limits ??= new TransactionLimits();
        Network = new MemoryNetwork(Driver.Time);
        Wire = Network.Join("192.0.2.1:5060");
        Services = new TransactionServices(Wire, new DeadlineQueue(Driver.Loop), new SipIds(new Random(1)), TransactionTimes.Standard);
        var refusals = new RateLimit(Driver.Time, limits.RefusalsPerSecond, limits.RefusalsPerSecond);
        Layer = new TransactionLayer(Services, limits, refusals, this);
        Receiver = new SipReceiver(Driver.Loop, Wire, this, Layer, limits);
        Wire.Listener = Receiver;
        Peer = new ScriptedPeer(Driver, Network.Join("192.0.2.7:5060"), Wire.By(transport));
    }

    public LoopDriver Driver { get; } = new();

    public MemoryNetwork Network { get; }

    public MemoryWire Wire { get; }

    public TransactionServices Services { get; }

    public TransactionLayer Layer { get; }

    public SipReceiver Receiver { get; }

    public ScriptedPeer Peer { get; }

    public List<ServerTransaction> Requests { get; } = [];

    /// <summary>What was told, in order: responses, faults, CANCELs, ACKs.</summary>
    public List<string> Told { get; } = [];

    public bool IsGuardOpen { get; set; } = true;

    /// <summary>What is done with each new request.</summary>
    public Action<ServerTransaction>? Answers { get; set; }

    public ClientTransaction Send(SipMethod method, SendTarget? target = null, int padding = 0) => Driver.Do(() =>
        ClientTransaction.Send(Services, Request(method, padding), target ?? Peer.Wire.By(TransportKind.Udp), this));

    public OutgoingRequest Request(SipMethod method, int padding = 0) =>
        new(method, SipUri.Parse("sip:bob@192.0.2.7")!, Services.Ids.CallId(), 1)
        {
            From = NameAddress.Create("Alice", SipUri.Parse(Alice)!, ("tag", "alice")),
            To = NameAddress.Create(null, SipUri.Parse("sip:bob@192.0.2.7")!),
            Headers = padding == 0 ? [] : [new HeaderField(HeaderId.Subject, new string('x', padding))],
        };

    public void OnRequest(ServerTransaction transaction)
    {
        Requests.Add(transaction);
        transaction.User = this;
        Answers?.Invoke(transaction);
    }

    public void OnAck(SipMessage ack, Hop from) => Told.Add("ACK of a dialog");

    public void OnResponse(SipMessage response, ClientTransaction transaction) => Told.Add($"{response.StatusCode} {response.Method}");

    public void OnFault(TransactionFault fault, ClientTransaction transaction) => Told.Add(fault.Kind + ": " + fault.Words);

    public void OnCancel(SipMessage cancel) => Told.Add("CANCEL");

    public void OnAck(SipMessage ack) => Told.Add("ACK of a transaction");

    public void OnNoAck() => Told.Add("no ACK");

    public bool Allows(Hop from, SipMessage message) => IsGuardOpen;

    public bool AllowsRefusal(Hop from, SipFault fault) => IsGuardOpen;

    public void Dispose()
    {
        Services.Deadlines.Dispose();
        Driver.Dispose();
    }
}
