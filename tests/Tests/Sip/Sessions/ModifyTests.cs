using Switchhook.Sip.Sessions;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>re-INVITE and UPDATE of both sides, and their collisions.</summary>
public sealed class ModifyTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void The_box_offers_again_and_acknowledges()
    {
        _box.Talk();
        Modify("hold");
        var invite = Peer.Expect("INVITE");
        Assert.Equal("offer of hold", invite.Body);
        Assert.Contains(";tag=peer", invite["To"], StringComparison.Ordinal);
        Peer.Answer(invite, 200, body: "answer to hold");
        Peer.Expect("ACK");
        Assert.Equal(["answered", "modified"], _box.Told);
        Assert.Equal("told: answer to hold", _box.Media.Log[^1]);
    }

    [Fact]
    public void What_is_wanted_meanwhile_goes_with_the_next()
    {
        _box.Talk();
        Modify("hold");
        var first = Peer.Expect("INVITE");
        Modify("resume");
        Modify("hold again");
        Peer.ExpectNothing(TimeSpan.FromMilliseconds(100));
        Peer.Answer(first, 200, body: "answer");
        Peer.Expect("ACK");
        Assert.Equal("offer of hold again", Peer.Expect("INVITE").Body);
    }

    [Fact]
    public void What_is_wanted_before_the_answer_waits_for_it()
    {
        var invite = _box.Call();
        Modify("hold");
        Peer.ExpectNothing(TimeSpan.FromMilliseconds(100));
        Peer.Answer(invite, 200, body: "answer of peer");
        Peer.Expect("ACK");
        Assert.Equal("offer of hold", Peer.Expect("INVITE").Body);
    }

    [Fact]
    public void A_refusal_is_told_and_the_call_goes_on()
    {
        _box.Talk();
        Modify("video");
        Peer.Answer(Peer.Expect("INVITE"), 488);
        Peer.Expect("ACK");
        Assert.Equal(["answered", "not modified: 488 Words"], _box.Told);
        Assert.Equal("withdrawn", _box.Media.Log[^1]);
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    [Theory]
    [InlineData(481)]
    [InlineData(408)]
    public void A_peer_that_knows_nothing_of_the_call_ends_it(int status)
    {
        _box.Talk();
        Modify("hold");
        Peer.Answer(Peer.Expect("INVITE"), status);
        Peer.Expect("ACK");
        Peer.Answer(Peer.Expect("BYE"), 481);
        Assert.StartsWith("ended by Peer: The peer has lost the call", _box.Told[^1], StringComparison.Ordinal);
        _box.IsQuiet();
    }

    [Fact]
    public void A_change_that_the_peer_never_decides_is_taken_back()
    {
        _box.Talk();
        Modify("hold");
        var invite = Peer.Expect("INVITE");
        Peer.Answer(invite, 100);
        Peer.Answer(Peer.Expect("CANCEL", TimeSpan.FromSeconds(33)), 200);
        Peer.Answer(invite, 487);
        Peer.Expect("ACK");
        Assert.Equal(["answered", "not modified: 487 Words"], _box.Told);
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    [Fact]
    public void A_peer_that_answers_neither_a_change_nor_its_CANCEL_is_gone()
    {
        _box.Talk();
        Modify("hold");
        Peer.Answer(Peer.Expect("INVITE"), 100);
        Peer.Answer(Peer.Expect("CANCEL", TimeSpan.FromSeconds(33)), 200);
        Peer.Answer(Peer.Expect("BYE", TimeSpan.FromSeconds(33)), 200);
        Assert.Equal(EndedBy.Silence, _box.End!.By);
        _box.IsQuiet();
    }

    [Fact]
    public void On_a_collision_the_owner_of_the_Call_ID_waits_longer()
    {
        var call = _box.Talk();
        Modify("hold");
        var ours = Peer.Expect("INVITE");
        call.Invite("offer of peer");
        var refusal = Peer.Expect("491 INVITE");
        call.AckFailure(refusal);
        Peer.Answer(ours, 491);
        Peer.Expect("ACK");
        Assert.Equal("withdrawn", _box.Media.Log[^1]);
        Peer.ExpectNothing(TimeSpan.FromSeconds(2));
        Assert.Equal("offer of hold", Peer.Expect("INVITE", TimeSpan.FromSeconds(2.1)).Body);
    }

    [Fact]
    public void On_a_collision_the_other_side_waits_at_most_2_seconds()
    {
        _box.BeTalkedTo();
        Modify("hold");
        Peer.Answer(Peer.Expect("INVITE"), 491);
        Peer.Expect("ACK");
        Peer.Expect("INVITE", TimeSpan.FromSeconds(2.1));
    }

    [Fact]
    public void A_peer_that_is_busy_with_another_request_is_asked_again_when_it_says()
    {
        _box.Talk();
        Modify("hold");
        Peer.Answer(Peer.Expect("INVITE"), 500, "Retry-After: 5");
        Peer.Expect("ACK");
        Peer.ExpectNothing(TimeSpan.FromSeconds(4.9));
        Peer.Expect("INVITE");
    }

    [Fact]
    public void The_peer_offers_again()
    {
        var call = _box.Talk();
        call.Invite("offer of peer", "Contact: <sip:bob@192.0.2.7:5070>\n");
        var answer = Peer.Expect("200 INVITE");
        Assert.Equal("answer to offer of peer", answer.Body);
        call.Ack();
        _box.Step();
        Assert.Equal(["answered", "changed by INVITE"], _box.Told);
        _box.HangUp();
        var moved = _box.Network.Join("192.0.2.7:5070");
        _box.After(1);
        Assert.Equal("BYE", new PeerMessage(moved.Received[0]).Name);
    }

    [Fact]
    public void The_peer_asks_for_an_offer()
    {
        var call = _box.Talk();
        call.Invite();
        Assert.Equal("offer of box", Peer.Expect("200 INVITE").Body);
        Assert.Equal(["answered"], _box.Told);
        call.Invite("offer of peer");
        call.AckFailure(Peer.Expect("491 INVITE"));
        call.AckOf(1, "answer of peer");
        _box.Step();
        Assert.Equal(["answered", "changed by INVITE"], _box.Told);
        Assert.Equal("told: answer of peer", _box.Media.Log[^1]);
    }

    [Fact]
    public void A_change_that_is_never_acknowledged_ends_the_call()
    {
        _box.Talk().Invite("offer of peer");
        Peer.Expect("200 INVITE");
        Peer.Answer(Peer.Expect("BYE", TimeSpan.FromSeconds(33)), 200);
        Assert.Equal("ended by Silence: The peer did not acknowledge a change of the call.", _box.Told[^1]);
        _box.IsQuiet();
    }

    [Fact]
    public void An_offer_of_the_peer_that_cannot_be_met_is_refused_and_the_call_goes_on()
    {
        var call = _box.Talk();
        _box.Media.Refusal = "No codec in common.";
        call.Invite("offer of peer");
        call.AckFailure(Peer.Expect("488 INVITE"));
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
        Assert.Equal(["answered"], _box.Told);
    }

    [Fact]
    public void The_peer_changes_the_session_by_UPDATE_and_refreshes_it_without_an_offer()
    {
        var call = _box.Talk();
        call.Request("UPDATE", $"Contact: {Peer.Contact}\n", "offer of peer");
        Assert.Equal("answer to offer of peer", Peer.Expect("200 UPDATE").Body);
        call.Request("UPDATE", $"Contact: {Peer.Contact}\n");
        Assert.Empty(Peer.Expect("200 UPDATE").Body);
        Assert.Equal(["answered", "changed by UPDATE", "changed by UPDATE"], _box.Told);
    }

    [Fact]
    public void UPDATE_with_an_offer_while_one_is_open_is_refused_and_one_without_is_not()
    {
        var call = _box.Talk();
        Modify("hold");
        var ours = Peer.Expect("INVITE");
        call.Request("UPDATE", $"Contact: {Peer.Contact}\n", "offer of peer");
        Peer.Expect("491 UPDATE");
        call.Request("UPDATE", $"Contact: {Peer.Contact}\n");
        Peer.Expect("200 UPDATE");
        Peer.Answer(ours, 200, body: "answer");
        Peer.Expect("ACK");
    }

    [Fact]
    public void Before_the_answer_UPDATE_is_told_to_wait()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        call.Join(Peer.Expect("180 INVITE"));
        call.Request("UPDATE", $"Contact: {Peer.Contact}\n", "another offer");
        Assert.InRange(int.Parse(Peer.Expect("500 UPDATE")["Retry-After"]), 0, 10);
    }

    [Fact]
    public void A_request_with_an_older_number_is_refused()
    {
        var call = _box.Talk();
        call.Request("INFO");
        Peer.Expect("200 INFO");
        call.Request("INFO", sequence: 0);
        Peer.Expect("500 INFO");
        Assert.Equal(["answered", "INFO"], _box.Told);
    }

    [Fact]
    public void A_change_that_is_under_way_when_the_box_hangs_up_is_still_acknowledged()
    {
        _box.Talk();
        Modify("hold");
        var invite = Peer.Expect("INVITE");
        _box.HangUp();
        var bye = Peer.Expect("BYE");
        Peer.Answer(invite, 200, body: "answer");
        Peer.Expect("ACK");
        Peer.Answer(bye, 200);
        Assert.Equal(["answered"], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void BYEs_that_cross_are_both_answered()
    {
        var call = _box.Talk();
        _box.HangUp();
        call.Bye();
        var bye = Peer.Expect("BYE");
        Peer.Expect("200 BYE");
        Peer.Answer(bye, 200);
        _box.IsQuiet();
    }

    public void Dispose() => _box.Dispose();

    private void Modify(string wish)
    {
        _box.Media.Wish = wish;
        _box.Driver.Do(_box.Session.Modify);
    }
}
