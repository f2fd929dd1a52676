using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

public sealed class IncomingCallTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void A_call_rings_is_answered_and_hung_up_by_the_caller()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        var ringing = Peer.Expect("180 INVITE");
        Assert.Empty(ringing.Body);
        _box.Driver.Do(() => _box.Incoming!.Answer());
        var answer = Peer.Expect("200 INVITE");
        Assert.Equal("answer to offer of peer", answer.Body);
        Assert.Equal("<sip:alice@192.0.2.1:5060>", answer["Contact"]);
        Assert.Equal(ringing["To"], answer["To"]);
        call.Join(answer).Ack();
        call.Bye("Reason: Q.850;cause=16\n");
        Peer.Expect("200 BYE");
        Assert.Equal(["ended by Peer: The peer hung up (Q.850;cause=16)."], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void Early_media_goes_with_the_ringing()
    {
        PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(183, hasMedia: true));
        Assert.Equal("answer to offer of peer", Peer.Expect("183 INVITE").Body);
    }

    [Fact]
    public void Ringing_is_told_again_each_minute()
    {
        PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        _box.After(125);
        Assert.Equal(3, Peer.Wire.Received.Count(message => message.FirstLine.Contains("180", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_answer_is_repeated_until_the_ACK_comes_over_a_stream_too()
    {
        using var box = new SessionBox(transport: Switchhook.Sip.Transport.TransportKind.Tcp);
        var call = PeerCall.Out(box.Peer, SessionBox.Alice, "offer of peer");
        box.Step();
        box.Driver.Do(() => box.Incoming!.Answer());
        call.Join(box.Peer.Expect("200 INVITE"));
        box.After(4);
        Assert.Equal(4, box.Peer.Wire.Received.Count(message => message.FirstLine.StartsWith("SIP/2.0 200", StringComparison.Ordinal)));
        call.Ack();
        box.After(10);
        Assert.Equal(4, box.Peer.Wire.Received.Count(message => message.FirstLine.StartsWith("SIP/2.0 200", StringComparison.Ordinal)));
        Assert.Equal(SessionPhase.Talking, box.Session.Phase);
    }

    [Fact]
    public void Without_ACK_the_call_ends_by_BYE_after_64_T1()
    {
        PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Answer());
        Peer.Expect("200 INVITE");
        var bye = Peer.Expect("BYE", TimeSpan.FromSeconds(33));
        Peer.Answer(bye, 481);
        Assert.Equal(["ended by Silence: The caller never acknowledged that the call was answered."], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void No_BYE_goes_before_the_ACK_has_come()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Answer());
        call.Join(Peer.Expect("200 INVITE"));
        _box.HangUp();
        Peer.ExpectNothing(TimeSpan.FromSeconds(2));
        call.Ack();
        Peer.Answer(Peer.Expect("BYE"), 200);
        Assert.Empty(_box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void A_late_offer_is_made_in_the_answer_and_answered_in_the_ACK()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice);
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(183, hasMedia: true));
        Assert.Empty(Peer.Expect("183 INVITE").Body);
        _box.Driver.Do(() => _box.Incoming!.Answer());
        var answer = Peer.Expect("200 INVITE");
        Assert.Equal("offer of box", answer.Body);
        call.Join(answer).Ack("answer of peer");
        _box.Step();
        Assert.Equal(["told: answer of peer"], _box.Media.Log);
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    [Fact]
    public void A_late_offer_that_is_not_answered_ends_the_call()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice);
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Answer());
        call.Join(Peer.Expect("200 INVITE")).Ack();
        Peer.Answer(Peer.Expect("BYE"), 200);
        Assert.Equal(["ended by Box: The peer did not answer the offer of sound."], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void An_offer_that_cannot_be_met_is_refused_before_anybody_hears_of_the_call()
    {
        _box.Media.Refusal = "No codec in common.";
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        var refusal = Peer.Expect("488 INVITE");
        Assert.Equal("399 switchhook \"No codec in common.\"", refusal["Warning"]);
        call.AckFailure(refusal);
        Assert.Null(_box.Incoming);
        _box.IsQuiet();
    }

    [Theory]
    [InlineData(486)]
    [InlineData(603)]
    public void A_refusal_goes_with_its_headers(int status)
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Session.HangUp(
            new SessionEnd(EndedBy.Box, status, "Busy."), new HeaderField(HeaderId.Reason, "Q.850;cause=17")));
        var refusal = Peer.Expect($"{status} INVITE");
        Assert.Equal("Q.850;cause=17", refusal["Reason"]);
        call.AckFailure(refusal);
        _box.IsQuiet();
    }

    [Fact]
    public void A_call_that_nobody_answers_is_refused_after_the_longest_time()
    {
        using var box = new SessionBox(new SessionOptions { LongestRinging = TimeSpan.FromSeconds(90) });
        PeerCall.Out(box.Peer, SessionBox.Alice, "offer of peer");
        box.Peer.Expect("100 INVITE");
        box.Peer.Expect("480 INVITE", TimeSpan.FromSeconds(91));
        Assert.Equal(EndedBy.Box, box.End!.By);
        box.IsQuiet();
    }

    [Fact]
    public void A_peer_behind_NAT_gets_requests_where_its_own_come_from()
    {
        _box.SessionPeer = _box.SessionPeer with { Options = new() { IsBehindNat = true } };
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer", "Contact: <sip:bob@10.0.0.5:5062>\n");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Answer());
        call.Join(Peer.Expect("200 INVITE")).Ack();
        _box.Step();
        _box.HangUp();
        Assert.Equal("BYE sip:bob@10.0.0.5:5062 SIP/2.0", Peer.Expect("BYE").FirstLine);
    }

    public void Dispose() => _box.Dispose();
}
