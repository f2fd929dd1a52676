using Switchhook.Sip.Sessions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Testing.Sip;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Tests.Sip.Sessions;

public sealed class OutgoingCallTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void A_call_is_offered_rings_is_answered_and_hung_up()
    {
        var invite = _box.Call();
        Assert.Equal("offer of box", invite.Body);
        Assert.Equal("<sip:alice@192.0.2.1:5060>", invite["Contact"]);
        Assert.Equal("100rel, timer, replaces, norefersub", invite["Supported"]);
        Assert.Contains("UPDATE", invite["Allow"], StringComparison.Ordinal);
        Assert.Equal("1800", invite["Session-Expires"]);
        Peer.Answer(invite, 100);
        Peer.Answer(invite, 180);
        Peer.Answer(invite, 200, body: "answer of peer");
        var ack = Peer.Expect("ACK");
        Assert.Equal(invite.Sequence, ack.Sequence);
        Assert.Equal(Peer.Address, ack.RequestUri);
        Assert.NotEqual(invite["Via"], ack["Via"]);
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);

        _box.HangUp();
        var bye = Peer.Expect("BYE");
        Assert.Equal(invite.Sequence + 1, bye.Sequence);
        Peer.Answer(bye, 200);
        Assert.Equal(["100", "180", "answered"], _box.Told);
        Assert.Equal(["told: answer of peer"], _box.Media.Log);
        _box.IsQuiet();
    }

    [Fact]
    public void A_success_that_comes_again_gets_the_same_ACK_again()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 200, body: "answer of peer");
        Peer.Answer(invite, 200, body: "answer of peer");
        _box.Step();
        var acks = Peer.Wire.Received.Where(message => message.Text.StartsWith("ACK", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, acks.Count);
        Assert.Equal(acks[0].Text, acks[1].Text);
        Assert.Equal(["answered"], _box.Told);
    }

    [Fact]
    public void Requests_of_the_dialog_follow_the_route_that_the_answer_recorded()
    {
        var proxy = _box.Network.Join("192.0.2.9:5060");
        var invite = _box.Call();
        Peer.Answer(invite, 200, "Record-Route: <sip:far.example;lr>, <sip:192.0.2.9;lr>", "answer of peer");
        _box.Step();
        var ack = new PeerMessage(Assert.Single(proxy.Received));
        Assert.Equal(Peer.Address, ack.RequestUri);
        Assert.Equal(["<sip:192.0.2.9;lr>", "<sip:far.example;lr>"], ack.All("Route"));
    }

    [Fact]
    public void Early_media_is_heard_in_any_18x_and_the_answer_need_not_be_said_again()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 183, body: "answer of peer");
        Peer.Answer(invite, 180);
        Peer.Answer(invite, 200);
        Peer.Expect("ACK");
        Assert.Equal(["183 with media", "180 with media", "answered"], _box.Told);
        Assert.Equal(["told: answer of peer", "told: answer of peer"], _box.Media.Log);
    }

    [Fact]
    public void An_answer_without_sound_is_acknowledged_and_hung_up()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 200, body: "bad answer");
        Peer.Expect("ACK");
        Peer.Answer(Peer.Expect("BYE"), 200);
        Assert.Equal(["ended by Box: Nothing in common."], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void A_late_offer_is_answered_in_the_ACK()
    {
        var invite = _box.Call(call => call with { IsLateOffer = true });
        Assert.Empty(invite.Body);
        Peer.Answer(invite, 200, body: "offer of peer");
        Assert.Equal("answer to offer of peer", Peer.Expect("ACK").Body);
        Assert.Equal(["answered"], _box.Told);
    }

    [Theory]
    [InlineData(486, "ended by Peer: The call was refused: 486 Words.")]
    [InlineData(603, "ended by Peer: The call was refused: 603 Words.")]
    public void A_refusal_is_told_with_its_words(int status, string told)
    {
        var invite = _box.Call();
        Peer.Answer(invite, status, "Reason: Q.850;cause=17\nRetry-After: 30");
        Peer.Expect("ACK");
        Assert.Equal([told], _box.Told);
        Assert.Equal("Q.850;cause=17", _box.End!.Reason);
        Assert.Equal(TimeSpan.FromSeconds(30), _box.End.RetryAfter);
        _box.IsQuiet();
    }

    [Fact]
    public void A_redirection_is_told_best_first_and_not_followed()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 302, "Contact: <sip:b@192.0.2.8>;q=0.2, <sip:c@192.0.2.9>");
        Peer.Expect("ACK");
        Assert.Equal(["sip:c@192.0.2.9", "sip:b@192.0.2.8"], _box.End!.Redirects);
        Peer.ExpectNothing(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Silence_and_a_dead_wire_are_told_in_words()
    {
        _box.Call();
        _box.After(33);
        Assert.Equal((EndedBy.Silence, 408), (_box.End!.By, _box.End.Status));
        using var box = new SessionBox();
        box.Wire.Knobs.Fail = "No way.";
        Assert.Throws<TimeoutException>(() => box.Call());
        Assert.Equal((EndedBy.Wire, 503, "No way."), (box.End!.By, box.End.Status, box.End.Words));
    }

    [Fact]
    public void A_challenge_is_answered_in_a_new_INVITE_and_its_ACK_has_the_credentials_too()
    {
        _box.SessionPeer = _box.SessionPeer with { Credentials = _box };
        _box.Passwords.Enqueue("one");
        var first = _box.Call();
        Peer.Answer(first, 407);
        Peer.Expect("ACK");
        var second = Peer.Expect("INVITE");
        Assert.Equal("Digest one", second["Proxy-Authorization"]);
        Assert.Equal(first["Call-ID"], second["Call-ID"]);
        Assert.Equal(first["From"], second["From"]);
        Assert.Equal(first.Sequence + 1, second.Sequence);
        Peer.Answer(second, 200, body: "answer of peer");
        Assert.Equal("Digest one", Peer.Expect("ACK")["Proxy-Authorization"]);
    }

    [Fact]
    public void Refused_credentials_end_the_call()
    {
        _box.SessionPeer = _box.SessionPeer with { Credentials = _box };
        _box.Passwords.Enqueue("one");
        Peer.Answer(_box.Call(), 401);
        Peer.Expect("ACK");
        Peer.Answer(Peer.Expect("INVITE"), 401);
        Peer.Expect("ACK");
        Assert.Equal(401, _box.End!.Status);
        _box.IsQuiet();
    }

    [Fact]
    public void An_interval_that_is_too_short_is_asked_for_longer()
    {
        Peer.Answer(_box.Call(), 422, "Min-SE: 3600");
        Peer.Expect("ACK");
        var second = Peer.Expect("INVITE");
        Assert.Equal("3600", second["Session-Expires"]);
        Assert.Equal("3600", second["Min-SE"]);
    }

    [Fact]
    public void Every_third_packet_lost_both_ways_changes_nothing_for_the_user()
    {
        _box.Wire.Knobs.DropEvery = 3;
        Peer.Wire.Knobs.DropEvery = 3;
        for (var i = 0; i < 6; i++)
        {
            _box.Told.Clear();
            var invite = _box.Call();
            Peer.Answer(invite, 180);
            PeerMessage? ack = null;
            for (var tries = 0; ack is null; tries++)
            {
                Peer.Answer(invite, 200, body: "answer of peer");
                _box.After(0.5);
                ack = tries < 10 ? Peer.TryTake("ACK") : Peer.Expect("ACK");
            }

            _box.HangUp();
            var bye = Peer.Expect("BYE");
            Peer.Answer(bye, 200);
            _box.After(0.6);
            Peer.Answer(bye, 200);
            Peer.Forget();
            Assert.Equal("answered", _box.Told[^1]);
        }

        _box.Wire.Knobs.DropEvery = Peer.Wire.Knobs.DropEvery = 0;
        _box.IsQuiet();
    }

    [Fact]
    public void More_headers_go_with_the_INVITE()
    {
        var invite = _box.Call(call => call with
        {
            Headers = [new HeaderField(HeaderId.Privacy, "id"), new HeaderField(HeaderId.Other, "x", "X-Site")],
        });
        Assert.Equal("id", invite["Privacy"]);
        Assert.Equal("x", invite["X-Site"]);
    }

    public void Dispose() => _box.Dispose();
}
