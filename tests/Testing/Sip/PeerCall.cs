namespace Switchhook.Testing.Sip;

/// <summary>One call of a scripted peer: its dialog's names and numbers, and the requests in it.</summary>
public sealed class PeerCall
{
    private readonly ScriptedPeer _peer;
    private readonly string _callId;
    private readonly string _local;
    private string _remote;
    private string _target;
    private int _sequence;
    private string _inviteVia = "";
    private int _inviteSequence;

    private PeerCall(ScriptedPeer peer, string callId, string local, string remote, string target)
    {
        (_peer, _callId, _local, _remote, _target) = (peer, callId, local, remote, target);
    }

    /// <summary>A call that the peer makes: sends INVITE.</summary>
    /// <param name="peer">Who calls.</param>
    /// <param name="uri">Whom.</param>
    /// <param name="body">Its offer; none for a late one.</param>
    /// <param name="more">More header lines.</param>
    /// <param name="callId">Its Call-ID.</param>
    public static PeerCall Out(ScriptedPeer peer, string uri, string body = "", string more = "", string callId = "call-of-peer")
    {
        var call = new PeerCall(peer, callId, $"<{peer.Address}>;tag=caller", $"<{uri}>", uri);
        call.Invite(body, more);
        return call;
    }

    /// <summary>A call that came to the peer, which answers with the given tag.</summary>
    public static PeerCall In(ScriptedPeer peer, PeerMessage invite, string tag = "peer") =>
        new(peer, invite["Call-ID"], $"{invite["To"]};tag={tag}", invite["From"], invite.UriOf("Contact"));

    /// <summary>Route lines of the dialog; empty without a proxy.</summary>
    public string Route { get; set; } = "";

    /// <summary>Takes tag and target from a response to the peer's INVITE.</summary>
    public PeerCall Join(PeerMessage response)
    {
        _remote = response["To"];
        _target = response["Contact"].Length > 0 ? response.UriOf("Contact") : _target;
        return this;
    }

    /// <summary>Sends INVITE, the first or another.</summary>
    public void Invite(string body = "", string more = "")
    {
        _inviteSequence = ++_sequence;
        _inviteVia = _peer.NewVia();
        var contact = more.Contains("Contact:", StringComparison.Ordinal) ? "" : $"Contact: {_peer.Contact}\n";
        Send("INVITE", _target, _inviteVia, _inviteSequence, contact + more, body);
    }

    /// <summary>Acknowledges 2xx.</summary>
    public void Ack(string body = "", string more = "") => Send("ACK", _target, _peer.NewVia(), _inviteSequence, more, body);

    /// <summary>Acknowledges a failure, in the transaction of the INVITE.</summary>
    public void AckFailure(PeerMessage response)
    {
        var remote = _remote;
        _remote = response["To"];
        Send("ACK", _target, _inviteVia, _inviteSequence, "", "");
        _remote = remote;
    }

    /// <summary>Takes the INVITE back.</summary>
    public void Cancel(string more = "") => Send("CANCEL", _target, _inviteVia, _inviteSequence, more, "");

    /// <summary>Acknowledges an earlier INVITE than the last.</summary>
    /// <param name="back">How many INVITEs ago.</param>
    /// <param name="body">An answer.</param>
    public void AckOf(int back, string body = "") => Send("ACK", _target, _peer.NewVia(), _inviteSequence - back, "", body);

    /// <summary>Confirms reliable ringing.</summary>
    /// <param name="number">Its RSeq.</param>
    /// <param name="body">An answer, or an offer.</param>
    public void Prack(string number, string body = "") => Request("PRACK", $"RAck: {number} {_inviteSequence} INVITE\n", body);

    /// <summary>Sends another request of the dialog.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="more">Header lines.</param>
    /// <param name="body">A session description.</param>
    /// <param name="sequence">Its number; the next unless said.</param>
    public void Request(string method, string more = "", string body = "", int? sequence = null) =>
        Send(method, _target, _peer.NewVia(), sequence ?? ++_sequence, more, body);

    /// <summary>Hangs up.</summary>
    public void Bye(string more = "") => Request("BYE", more);

    private void Send(string method, string uri, string via, int sequence, string more, string body) => _peer.Send(
        $"{method} {uri} SIP/2.0\nVia: {via}\n{Route}Max-Forwards: 70\nFrom: {_local}\nTo: {_remote}\nCall-ID: {_callId}\n"
        + $"CSeq: {sequence} {method}\n{ScriptedPeer.Lines(more, body)}\n".ReplaceLineEndings("\n") + body);
}
