using Switchhook.Sip.Sessions;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>100rel and PRACK (RFC 3262), both sides.</summary>
public sealed class ReliableRingingTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void The_box_confirms_each_reliable_response_once_and_in_order()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 183, "Require: 100rel\nRSeq: 7", "answer of peer");
        var prack = Peer.Expect("PRACK");
        Assert.Equal($"7 {invite.Sequence} INVITE", prack["RAck"]);
        Assert.Equal(invite.Sequence + 1, prack.Sequence);
        Peer.Answer(prack, 200);
        Peer.Answer(invite, 183, "Require: 100rel\nRSeq: 7", "answer of peer");
        Peer.Answer(invite, 180, "Require: 100rel\nRSeq: 9");
        Peer.ExpectNothing(TimeSpan.FromMilliseconds(100));
        Peer.Answer(invite, 180, "Require: 100rel\nRSeq: 8");
        Peer.Answer(Peer.Expect("PRACK"), 200);
        Peer.Answer(invite, 200);
        Peer.Expect("ACK");
        Assert.Equal(["183 with media", "180 with media", "answered"], _box.Told);
    }

    [Fact]
    public void Each_place_where_a_call_rings_has_its_own_numbers()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 180, "Require: 100rel\nRSeq: 7", tag: "desk");
        Peer.Answer(Peer.Expect("PRACK"), 200);
        Peer.Answer(invite, 180, "Require: 100rel\nRSeq: 100", tag: "door");
        var prack = Peer.Expect("PRACK");
        Assert.EndsWith(";tag=door", prack["To"], StringComparison.Ordinal);
        Peer.Answer(prack, 200);
        Peer.Answer(invite, 200, body: "answer of desk", tag: "desk");
        Assert.EndsWith(";tag=desk", Peer.Expect("ACK")["To"], StringComparison.Ordinal);
        Peer.Answer(invite, 200, body: "answer of door", tag: "door");
        Assert.EndsWith(";tag=door", Peer.Expect("ACK")["To"], StringComparison.Ordinal);
        var bye = Peer.Expect("BYE");
        Assert.EndsWith(";tag=door", bye["To"], StringComparison.Ordinal);
        Peer.Answer(bye, 200);
        Assert.Equal(["180", "180", "answered"], _box.Told);
        _box.HangUp();
        Peer.Answer(Peer.Expect("BYE"), 200);
        _box.IsQuiet();
    }

    [Fact]
    public void A_reliable_offer_is_answered_by_PRACK()
    {
        var invite = _box.Call(call => call with { IsLateOffer = true });
        Peer.Answer(invite, 183, "Require: 100rel\nRSeq: 1", "offer of peer");
        var prack = Peer.Expect("PRACK");
        Assert.Equal("answer to offer of peer", prack.Body);
        Peer.Answer(prack, 200);
        Peer.Answer(invite, 200);
        Assert.Empty(Peer.Expect("ACK").Body);
        Assert.Equal(["183", "answered"], _box.Told);
    }

    [Fact]
    public void A_caller_that_demands_it_gets_reliable_ringing_until_it_confirms()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer", "Require: 100rel\n");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        var ringing = Peer.Expect("180 INVITE");
        Assert.Equal("100rel", ringing["Require"]);
        _box.Driver.Do(() => _box.Incoming!.Ring(183, hasMedia: true));
        Peer.ExpectNothing(TimeSpan.FromSeconds(4));
        Assert.Equal(4, Peer.Wire.Received.Count);
        call.Join(ringing);
        call.Prack("999");
        Peer.Expect("481 PRACK");
        call.Prack(ringing["RSeq"]);
        Peer.Expect("200 PRACK");
        var early = Peer.Expect("183 INVITE");
        Assert.Equal(int.Parse(ringing["RSeq"]) + 1, int.Parse(early["RSeq"]));
    }

    [Fact]
    public void The_answer_waits_until_the_description_in_the_ringing_is_confirmed()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer", "Require: 100rel\n");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(183, hasMedia: true));
        var ringing = Peer.Expect("183 INVITE");
        Assert.Equal("answer to offer of peer", ringing.Body);
        _box.Driver.Do(() => _box.Incoming!.Answer());
        Peer.ExpectNothing(TimeSpan.FromMilliseconds(100));
        call.Join(ringing).Prack(ringing["RSeq"]);
        Peer.Expect("200 PRACK");
        var answer = Peer.Expect("200 INVITE");
        Assert.Empty(answer.Body);
        call.Ack();
        _box.Step();
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    [Fact]
    public void An_answer_without_description_in_the_ringing_does_not_wait()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer", "Require: 100rel\n");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        Peer.Expect("180 INVITE");
        _box.Driver.Do(() => _box.Incoming!.Answer());
        call.Join(Peer.Expect("200 INVITE")).Ack();
        _box.After(2);
        Assert.Equal(2, Peer.Wire.Received.Count);
    }

    [Fact]
    public void A_late_offer_is_made_in_reliable_ringing_and_answered_by_PRACK()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, more: "Require: 100rel\n");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        var ringing = Peer.Expect("180 INVITE");
        Assert.Equal("offer of box", ringing.Body);
        call.Join(ringing).Prack(ringing["RSeq"], "answer of peer");
        Peer.Expect("200 PRACK");
        Assert.Equal(["told: answer of peer"], _box.Media.Log);
        _box.Driver.Do(() => _box.Incoming!.Answer());
        Assert.Empty(Peer.Expect("200 INVITE").Body);
        call.Ack();
        _box.Step();
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    [Fact]
    public void Ringing_that_is_never_confirmed_ends_the_call()
    {
        PeerCall.Out(Peer, SessionBox.Alice, "offer of peer", "Require: 100rel\n");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        Peer.Expect("180 INVITE");
        Peer.Expect("504 INVITE", TimeSpan.FromSeconds(33));
        Assert.Equal(EndedBy.Silence, _box.End!.By);
        _box.IsQuiet();
    }

    public void Dispose() => _box.Dispose();
}
