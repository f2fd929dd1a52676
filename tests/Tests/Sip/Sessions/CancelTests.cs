using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>CANCEL at each state, from both sides.</summary>
public sealed class CancelTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void Before_any_response_CANCEL_waits_for_one()
    {
        var invite = _box.Call();
        _box.HangUp();
        Peer.ExpectNothing(TimeSpan.FromMilliseconds(400));
        Peer.Answer(invite, 100);
        var cancel = Peer.Expect("CANCEL");
        Peer.Answer(cancel, 200);
        Peer.Answer(invite, 487);
        Peer.Expect("ACK");
        Assert.Empty(_box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void Before_any_response_a_refusal_needs_no_CANCEL()
    {
        var invite = _box.Call();
        _box.HangUp();
        Peer.Answer(invite, 486);
        Peer.Expect("ACK");
        _box.IsQuiet();
    }

    [Fact]
    public void While_it_rings_CANCEL_goes_at_once_with_the_reason()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 180);
        _box.Step();
        _box.Driver.Do(() => _box.Session.HangUp(
            new SessionEnd(EndedBy.Box, 0, "Answered elsewhere."), new HeaderField(HeaderId.Reason, "SIP;cause=200")));
        var cancel = Peer.Expect("CANCEL");
        Assert.Equal("SIP;cause=200", cancel["Reason"]);
        Peer.Answer(cancel, 200);
        Peer.Answer(invite, 487);
        Peer.Expect("ACK");
        _box.IsQuiet();
    }

    [Fact]
    public void An_answer_that_crosses_CANCEL_is_acknowledged_and_hung_up()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 180);
        _box.Step();
        _box.HangUp();
        Peer.Answer(invite, 200, body: "answer of peer");
        var cancel = Peer.Expect("CANCEL");
        Peer.Answer(cancel, 481);
        Peer.Expect("ACK");
        Peer.Answer(Peer.Expect("BYE"), 200);
        Assert.Equal(["180"], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void A_CANCEL_that_is_never_followed_by_an_answer_ends_after_64_T1()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 180);
        _box.Step();
        _box.HangUp();
        Peer.Answer(Peer.Expect("CANCEL"), 200);
        _box.IsQuiet();
    }

    [Fact]
    public void After_the_answer_BYE_goes()
    {
        _box.Talk();
        _box.HangUp();
        Peer.Answer(Peer.Expect("BYE"), 200);
        _box.IsQuiet();
    }

    [Fact]
    public void A_call_that_nobody_answers_is_cancelled_after_the_longest_time()
    {
        using var box = new SessionBox(new SessionOptions { LongestRinging = TimeSpan.FromSeconds(90) });
        var invite = box.Call();
        box.Peer.Answer(invite, 180);
        var cancel = box.Peer.Expect("CANCEL", TimeSpan.FromSeconds(91));
        box.Peer.Answer(cancel, 200);
        box.Peer.Answer(invite, 487);
        Assert.Equal(["180", "ended by Silence: Nobody answered for a long time."], box.Told);
        box.Peer.Expect("ACK");
        box.IsQuiet();
    }

    [Fact]
    public void A_caller_that_gives_up_while_it_rings_gets_487_and_its_reason_is_told()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        Peer.Expect("180 INVITE");
        call.Cancel("Reason: SIP;cause=200;text=\"Call completed elsewhere\"\n");
        Peer.Expect("200 CANCEL");
        call.AckFailure(Peer.Expect("487 INVITE"));
        Assert.Equal(["ended by Peer: The caller gave up (SIP;cause=200;text=\"Call completed elsewhere\")."], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void A_caller_that_gives_up_in_the_moment_of_the_answer_says_BYE()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Answer());
        call.Cancel();
        var answer = Peer.Expect("200 INVITE");
        Peer.Expect("200 CANCEL");
        call.Join(answer).Ack();
        call.Bye();
        Peer.Expect("200 BYE");
        Assert.Equal(["ended by Peer: The peer hung up."], _box.Told);
        _box.IsQuiet();
    }

    [Fact]
    public void A_caller_that_says_BYE_instead_of_CANCEL_is_taken_at_its_word()
    {
        var call = PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        call.Join(Peer.Expect("180 INVITE")).Bye();
        Peer.Expect("200 BYE");
        call.AckFailure(Peer.Expect("487 INVITE"));
        _box.IsQuiet();
    }

    public void Dispose() => _box.Dispose();
}
