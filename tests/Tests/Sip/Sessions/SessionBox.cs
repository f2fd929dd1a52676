using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Answering;
using Switchhook.Sip.Sessions.Calling;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Receiving;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>The whole stack up to sessions on a wire in memory, a peer beside it, and one user that notes what it is told.</summary>
internal sealed class SessionBox : ISessionUser, IRequestHandler, IMessageGuard, IChallengeAnswerer, IDisposable
{
    public const string Alice = "sip:alice@192.0.2.1:5060";

    private readonly SessionBox? _beside;

    /// <summary>A box at 192.0.2.1 with its peer at 192.0.2.7; or one at 192.0.2.2 on the network of another box.</summary>
    public SessionBox(SessionOptions? options = null, TransportKind transport = TransportKind.Udp, SessionBox? beside = null)
    {
        _beside = beside;
        Driver = beside?.Driver ?? new LoopDriver();
        Network = beside?.Network ?? new MemoryNetwork(Driver.Time);
        Wire = Network.Join(beside is null ? "192.0.2.1:5060" : "192.0.2.2:5060");
        var deadlines = new DeadlineQueue(Driver.Loop);
        Transactions = new TransactionServices(Wire, deadlines, new SipIds(new Random(7)), TransactionTimes.Standard);
        var capabilities = new Capabilities(Capabilities.CallMethods);
        var dispatcher = new RequestDispatcher(capabilities, Dialogs);
        dispatcher.Serve(SipMethod.Invite, this);
        dispatcher.Serve(SipMethod.Options, this);
        var limits = new TransactionLimits();
        Layer = new TransactionLayer(Transactions, limits, new RateLimit(Driver.Time, 100, 100), dispatcher);
        Wire.Listener = new SipReceiver(Driver.Loop, Wire, this, Layer, limits);
        Services = new SessionServices(Driver.Loop, Transactions, Dialogs, capabilities, options ?? new SessionOptions());
        Peer = new ScriptedPeer(Driver, Network.Join(beside is null ? "192.0.2.7:5060" : "192.0.2.8:5060"), Wire.By(transport));
    }

    public LoopDriver Driver { get; }

    public MemoryNetwork Network { get; }

    public MemoryWire Wire { get; }

    public TransactionServices Transactions { get; }

    public TransactionLayer Layer { get; }

    public DialogTable Dialogs { get; } = new();

    public SessionServices Services { get; }

    public ScriptedPeer Peer { get; }

    public FakeSessionMedia Media { get; } = new();

    /// <summary>What the user was told, in order.</summary>
    public List<string> Told { get; } = [];

    public SessionEnd? End { get; private set; }

    public Session Session { get; private set; } = null!;

    public IncomingCall? Incoming { get; private set; }

    public Referral? Referral { get; private set; }

    public SessionPeer SessionPeer { get; set; } = new(new PeerOptions(), "alice");

    /// <summary>Credentials to answer challenges with, one after the other.</summary>
    public Queue<string> Passwords { get; } = new();

    /// <summary>Calls the peer.</summary>
    public PeerMessage Call(Func<CallRequest, CallRequest>? change = null)
    {
        var uri = SipUri.Parse(Peer.Address)!;
        var call = new CallRequest(uri, Peer.Wire.By(Peer.Box.Transport), NameAddress.Create("Alice", SipUri.Parse(Alice)!));
        Driver.Do(() => Start(change?.Invoke(call) ?? call));
        return Peer.Expect("INVITE");
    }

    /// <summary>Forgets the calls before.</summary>
    public void Forget()
    {
        Told.Clear();
        Incoming = null;
    }

    /// <summary>Calls, whoever is there.</summary>
    public void Start(CallRequest call) => Session = OutgoingCall.Start(Services, SessionPeer, call, Media, this);

    /// <summary>Calls the peer, which answers; the box's ACK is taken.</summary>
    public PeerCall Talk(string more = "")
    {
        var invite = Call();
        Peer.Answer(invite, 200, more, "answer of peer");
        Peer.Expect("ACK");
        return PeerCall.In(Peer, invite);
    }

    /// <summary>The peer calls, the box answers.</summary>
    public PeerCall BeTalkedTo(string more = "", string body = "offer of peer")
    {
        var call = PeerCall.Out(Peer, Alice, body, more);
        Step();
        Driver.Do(() => Incoming!.Answer());
        call.Join(Peer.Expect("200 INVITE"));
        call.Ack();
        Step();
        return call;
    }

    /// <summary>What is on its way arrives.</summary>
    public void Step() => Driver.Advance(TimeSpan.FromMilliseconds(1));

    public void After(double seconds) => Driver.Advance(TimeSpan.FromSeconds(seconds));

    public void HangUp(string words = "Hung up.") => Driver.Do(() => Session.HangUp(new SessionEnd(EndedBy.Box, 0, words)));

    /// <summary>Nothing is left of any call.</summary>
    public void IsQuiet()
    {
        After(70);
        Assert.Equal(0, Dialogs.Count);
        Assert.Equal(0, Layer.Count);
    }

    public void OnRequest(ServerTransaction transaction)
    {
        if (transaction.Request.Method == SipMethod.Options)
        {
            transaction.Answer(Services.Capabilities.Answer);
            return;
        }

        Incoming = IncomingCall.Take(Services, transaction, SessionPeer, Media, this);
        Session = Incoming?.Session ?? Session;
    }

    public void OnTrying() => Told.Add("100");

    public void OnProgress(SipMessage response, bool hasMedia) => Told.Add($"{response.StatusCode}{(hasMedia ? " with media" : "")}");

    public void OnAnswered(SipMessage response) => Told.Add("answered");

    public void OnChanged(SipMessage request) => Told.Add($"changed by {request.Method}");

    public void OnModified(string? refusal) => Told.Add(refusal is null ? "modified" : $"not modified: {refusal}");

    public void OnInfo(ServerTransaction info)
    {
        Told.Add("INFO");
        info.Answer(200);
    }

    public void OnRefer(Referral referral)
    {
        Told.Add($"REFER to {referral.Target.Uri}");
        Referral = referral;
    }

    public void OnEnded(SessionEnd end)
    {
        Told.Add($"ended by {end.By}: {end.Words}");
        End = end;
    }

    public bool Allows(Hop from, SipMessage message) => true;

    public bool AllowsRefusal(Hop from, SipFault fault) => true;

    public IReadOnlyList<HeaderField> Answer(SipMessage challenge, OutgoingRequest request) =>
        Passwords.TryDequeue(out var password)
            ? [new HeaderField(challenge.StatusCode == 401 ? HeaderId.Authorization : HeaderId.ProxyAuthorization, $"Digest {password}")]
            : [];

    public void Dispose()
    {
        Transactions.Deadlines.Dispose();
        if (_beside is null)
        {
            Driver.Dispose();
        }
    }
}
