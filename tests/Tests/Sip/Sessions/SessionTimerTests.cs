using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Refreshing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>Session timers (RFC 4028) in running sessions.</summary>
public sealed class SessionTimerTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void The_box_refreshes_at_half_by_UPDATE_where_the_peer_takes_it()
    {
        _box.Talk("Session-Expires: 200;refresher=uac\nAllow: INVITE, UPDATE");
        var update = Peer.Expect("UPDATE", TimeSpan.FromSeconds(101));
        Assert.Equal(100, update.At.TotalSeconds, 1);
        Assert.Equal("200;refresher=uac", update["Session-Expires"]);
        Assert.Empty(update.Body);
        Peer.Answer(update, 200, "Session-Expires: 200;refresher=uac");
        Peer.Answer(Peer.Expect("UPDATE", TimeSpan.FromSeconds(101)), 200, "Session-Expires: 200;refresher=uac");
        Assert.Equal(["answered"], _box.Told);
    }

    [Fact]
    public void The_box_refreshes_by_re_INVITE_with_the_same_offer_where_the_peer_takes_no_UPDATE()
    {
        _box.Talk("Session-Expires: 200;refresher=uac");
        var invite = Peer.Expect("INVITE", TimeSpan.FromSeconds(101));
        Assert.Equal("offer of box", invite.Body);
        Peer.Answer(invite, 200, "Session-Expires: 200;refresher=uac", "answer of peer");
        Peer.Expect("ACK");
        Peer.Expect("INVITE", TimeSpan.FromSeconds(101));
    }

    [Fact]
    public void A_peer_that_should_refresh_and_does_not_is_hung_up_in_time()
    {
        _box.Talk("Session-Expires: 90;refresher=uas\nRequire: timer");
        var bye = Peer.Expect("BYE", TimeSpan.FromSeconds(61));
        Assert.Equal(60, bye.At.TotalSeconds, 1);
        Peer.Answer(bye, 200);
        Assert.Equal(EndedBy.Silence, _box.End!.By);
        _box.IsQuiet();
    }

    [Fact]
    public void A_peer_that_refreshes_keeps_the_call()
    {
        var call = _box.Talk("Session-Expires: 90;refresher=uas\nRequire: timer");
        for (var i = 0; i < 4; i++)
        {
            _box.After(45);
            call.Request("UPDATE", $"Contact: {Peer.Contact}\nSupported: timer\nSession-Expires: 90;refresher=uac\n");
            var answer = Peer.Expect("200 UPDATE");
            Assert.Equal("90;refresher=uac", answer["Session-Expires"]);
            Assert.Equal("timer", answer["Require"]);
        }

        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    [Fact]
    public void Who_refreshes_keeps_it_up_in_the_other_direction_under_its_other_name()
    {
        _box.BeTalkedTo("Supported: timer\nSession-Expires: 200;refresher=uas\nAllow: UPDATE\n");
        var update = Peer.Expect("UPDATE", TimeSpan.FromSeconds(101));
        Assert.Equal("200;refresher=uac", update["Session-Expires"]);
    }

    [Fact]
    public void A_caller_that_asks_for_too_short_an_interval_is_told_the_least()
    {
        using var box = new SessionBox(new SessionOptions { Timers = new SessionTimerOptions { Minimum = TimeSpan.FromSeconds(120) } });
        var call = PeerCall.Out(box.Peer, SessionBox.Alice, "offer of peer", "Supported: timer\nSession-Expires: 90\n");
        var refusal = box.Peer.Expect("422 INVITE");
        Assert.Equal("120", refusal["Min-SE"]);
        call.AckFailure(refusal);
        box.IsQuiet();
    }

    [Fact]
    public void A_refresh_that_is_told_a_longer_minimum_asks_again_at_once()
    {
        _box.Talk("Session-Expires: 200;refresher=uac\nAllow: UPDATE");
        Peer.Answer(Peer.Expect("UPDATE", TimeSpan.FromSeconds(101)), 422, "Min-SE: 300");
        Assert.Equal("300;refresher=uac", Peer.Expect("UPDATE")["Session-Expires"]);
    }

    [Fact]
    public void A_refresh_that_nobody_answers_ends_the_call()
    {
        _box.Talk("Session-Expires: 200;refresher=uac\nAllow: UPDATE");
        Peer.Expect("UPDATE", TimeSpan.FromSeconds(101));
        _box.After(33);
        Assert.Equal(EndedBy.Silence, _box.End!.By);
        Peer.Answer(Peer.Expect("BYE"), 481);
        _box.IsQuiet();
    }

    [Fact]
    public void A_peer_without_timers_is_left_alone()
    {
        _box.Talk();
        Peer.ExpectNothing(TimeSpan.FromHours(2));
        Assert.Equal(SessionPhase.Talking, _box.Session.Phase);
    }

    public void Dispose() => _box.Dispose();
}
