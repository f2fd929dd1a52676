using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Sessions;

/// <summary>REFER of the peer, and Replaces.</summary>
public sealed class TransferTests : IDisposable
{
    private readonly SessionBox _box = new();

    private ScriptedPeer Peer => _box.Peer;

    [Fact]
    public void The_peer_hears_how_its_transfer_goes()
    {
        var call = _box.Talk();
        call.Request("REFER", $"Refer-To: <sip:carol@example.com>\nReferred-By: <{Peer.Address}>\nContact: {Peer.Contact}\n");
        _box.Step();
        Assert.Equal(Peer.Address, _box.Referral!.By!.Uri.ToString());
        _box.Driver.Do(_box.Referral.Accept);
        Peer.Expect("202 REFER");
        var trying = Peer.Expect("NOTIFY");
        Assert.Equal("SIP/2.0 100 Trying\r\n", trying.Body);
        Assert.Equal("message/sipfrag;version=2.0", trying["Content-Type"]);
        Assert.Equal("refer", trying["Event"]);
        Assert.StartsWith("active;expires=", trying["Subscription-State"], StringComparison.Ordinal);

        _box.Driver.Do(() => _box.Referral.Tell(180));
        _box.Driver.Do(() => _box.Referral.Tell(200));
        Peer.ExpectNothing(TimeSpan.FromMilliseconds(100));
        Peer.Answer(trying, 200);
        var done = Peer.Expect("NOTIFY");
        Assert.Equal("SIP/2.0 200 OK\r\n", done.Body);
        Assert.Equal("terminated;reason=noresource", done["Subscription-State"]);
        Assert.False(_box.Referral.IsOver);
        Peer.Answer(done, 200);
        _box.Step();
        Assert.True(_box.Referral.Over.IsCompleted);
        Peer.ExpectNothing(TimeSpan.FromSeconds(1));
        Assert.Equal(["answered", "REFER to sip:carol@example.com"], _box.Told);
    }

    [Fact]
    public void A_second_transfer_in_a_call_is_told_apart()
    {
        var call = _box.Talk();
        for (var i = 0; i < 2; i++)
        {
            call.Request("REFER", "Refer-To: <sip:carol@example.com>\n");
            _box.Step();
            _box.Driver.Do(_box.Referral!.Accept);
            Peer.Expect("202 REFER");
            Peer.Answer(Peer.Expect("NOTIFY"), 200);
            _box.Driver.Do(() => _box.Referral.Tell(486));
            var done = Peer.Expect("NOTIFY");
            Assert.Equal(i == 0 ? "refer" : $"refer;id={_box.Referral.Request.CSeq.Number}", done["Event"]);
            Peer.Answer(done, 200);
            _box.Step();
        }
    }

    [Fact]
    public void A_peer_that_wants_no_news_gets_none()
    {
        _box.Talk().Request("REFER", "Refer-To: <sip:carol@example.com>\nRefer-Sub: false\nRequire: norefersub\n");
        _box.Step();
        _box.Driver.Do(_box.Referral!.Accept);
        Assert.Equal("false", Peer.Expect("202 REFER")["Refer-Sub"]);
        _box.Driver.Do(() => _box.Referral.Tell(200));
        Peer.ExpectNothing(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Refer-To: <sip:a@example.com>\nRefer-To: <sip:b@example.com>\n")]
    [InlineData("Refer-To: <<>>\n")]
    public void REFER_must_say_whom_to_call(string headers)
    {
        _box.Talk().Request("REFER", headers);
        Peer.Expect("400 REFER");
        Assert.Null(_box.Referral);
    }

    [Fact]
    public void An_address_with_headers_is_understood_without_its_angle_brackets()
    {
        _box.Talk().Request("REFER", "Refer-To: sip:carol@192.0.2.9?Replaces=abc%40host%3Bto-tag%3D1%3Bfrom-tag%3D2\n");
        _box.Step();

        Assert.Equal(new Replaces("abc@host", "1", "2"), ReplacesOf.Target(_box.Referral!.Target));
    }

    [Fact]
    public void A_transfer_may_be_refused()
    {
        _box.Talk().Request("REFER", "Refer-To: <sip:carol@example.com>\n");
        _box.Step();
        _box.Driver.Do(() => _box.Referral!.Refuse(603));
        Peer.Expect("603 REFER");
        Peer.ExpectNothing(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void NOTIFY_of_what_nobody_asked_for_is_refused()
    {
        _box.Talk().Request("NOTIFY", "Event: refer\nSubscription-State: active\n");
        Peer.Expect("405 NOTIFY");
    }

    [Fact]
    public void Replaces_in_Refer_To_is_read_through_its_escapes()
    {
        var target = NameAddress.Create(
            null, SipUri.Parse("sip:carol@192.0.2.9?Replaces=abc%40host%3Bto-tag%3D1%3Bfrom-tag%3D2%3Bearly-only")!);
        Assert.Equal(new Replaces("abc@host", "1", "2", IsEarlyOnly: true), ReplacesOf.Target(target));
        Assert.Null(ReplacesOf.Target(NameAddress.Create(null, SipUri.Parse("sip:carol@192.0.2.9")!)));
    }

    [Fact]
    public void A_call_that_is_answered_may_be_replaced_but_not_as_an_early_one()
    {
        var invite = _box.Call();
        Peer.Answer(invite, 180);
        _box.Step();
        var names = $"{invite["Call-ID"]};to-tag={invite.Parameter("From", "tag")};from-tag=peer";
        Assert.Equal((0, true), Find($"Replaces: {names};early-only\n"));
        Peer.Answer(invite, 200, body: "answer of peer");
        Peer.Expect("ACK");
        Assert.Equal((0, true), Find($"Replaces: {names}\n"));
        Assert.Equal((486, false), Find($"Replaces: {names};early-only\n"));
        Assert.Equal((481, false), Find($"Replaces: {names}x\n"));
        Assert.Equal((400, false), Find($"Replaces: {names}\nReplaces: {names}\n"));
        Assert.Equal((400, false), Find("Replaces: nonsense\n"));
        Assert.Equal((0, false), Find(""));
        _box.HangUp();
        Assert.Equal((603, false), Find($"Replaces: {names}\n"));
    }

    [Fact]
    public void A_call_that_rings_here_may_not_be_replaced()
    {
        PeerCall.Out(Peer, SessionBox.Alice, "offer of peer");
        _box.Step();
        _box.Driver.Do(() => _box.Incoming!.Ring(180));
        var ringing = Peer.Expect("180 INVITE");
        Assert.Equal((481, false), Find($"Replaces: {ringing["Call-ID"]};to-tag={ringing.Parameter("To", "tag")};from-tag=caller\n"));
    }

    public void Dispose() => _box.Dispose();

    private (int Status, bool Found) Find(string headers)
    {
        var text = Peer.Request("INVITE", SessionBox.Alice, "new", headers).ReplaceLineEndings("\r\n");
        var parsed = SipParser.Parse(System.Text.Encoding.Latin1.GetBytes(text), ParseLimits.Default, Framing.Datagram);
        var status = ReplacesOf.Find(parsed.Message!, _box.Dialogs, out var session);
        Assert.True(session is null || ReferenceEquals(session, _box.Session));
        return (status, session is not null);
    }
}
