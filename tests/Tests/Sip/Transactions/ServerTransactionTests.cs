using System.Net;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Transactions;

public sealed class ServerTransactionTests : IDisposable
{
    private readonly LayerBox _box = new();

    [Fact]
    public void A_repeated_request_is_answered_again_and_its_user_sees_it_once()
    {
        _box.Answers = transaction => transaction.Answer(200);
        var request = _box.Peer.Request("OPTIONS", LayerBox.Alice, "a");
        _box.Peer.Send(request);
        _box.Peer.Send(request);
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(_box.Requests);
        Assert.Equal(2, _box.Peer.Wire.Received.Count);
        Assert.Equal(_box.Peer.Wire.Received[0].Text, _box.Peer.Wire.Received[1].Text);
    }

    [Fact]
    public void An_answer_echoes_the_request_and_fills_in_where_it_came_from()
    {
        _box.Answers = transaction => transaction.Answer(new OutgoingResponse(486, "Not now"));
        _box.Peer.Send("""
            OPTIONS sip:alice@192.0.2.1 SIP/2.0
            v: SIP/2.0/UDP phone.invalid:5080;branch=z9hG4bKabc;rport
            Via: SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKfirst
            f: "Bob" <sip:bob@example.com>;tag=b
            t: sip:alice@192.0.2.1
            i: echo-1
            CSeq: 7 OPTIONS
            Max-Forwards: 0
            l: 0


            """);
        var answer = _box.Peer.Expect("486 OPTIONS");
        Assert.Equal("SIP/2.0 486 Not now", answer.FirstLine);
        Assert.Equal(
            ["SIP/2.0/UDP phone.invalid:5080;branch=z9hG4bKabc;rport=5060;received=192.0.2.7", "SIP/2.0/UDP 10.1.1.1;branch=z9hG4bKfirst"],
            answer.All("Via"));
        Assert.Equal("\"Bob\" <sip:bob@example.com>;tag=b", answer["From"]);
        Assert.Matches("^sip:alice@192.0.2.1;tag=.+", answer["To"]);
        Assert.Equal("echo-1", answer["Call-ID"]);
        Assert.Equal("7 OPTIONS", answer["CSeq"]);
    }

    [Fact]
    public void An_answer_goes_to_the_port_in_Via_when_Via_does_not_ask_for_rport_and_never_to_maddr()
    {
        var other = _box.Network.Join("192.0.2.7:5090");
        var victim = _box.Network.Join("198.51.100.1:5090");
        _box.Answers = transaction => transaction.Answer(200);
        _box.Peer.Send(_box.Peer.Request("OPTIONS", LayerBox.Alice, "a")
            .Replace(_box.Peer.Wire.Local + ";branch", "198.51.100.1:5090;maddr=198.51.100.1;branch", StringComparison.Ordinal)
            .Replace(";rport", "", StringComparison.Ordinal));
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(other.Received);
        Assert.Empty(victim.Received);
        Assert.Empty(_box.Peer.Wire.Received);
    }

    [Fact]
    public void Over_a_stream_an_answer_goes_back_on_it_or_when_it_is_gone_on_a_new_one_to_the_port_in_Via()
    {
        using var box = new LayerBox(transport: TransportKind.Tcp);
        box.Peer.Send(box.Peer.Request("INVITE", LayerBox.Alice, "a"));
        box.Peer.Expect("100 INVITE");
        box.Peer.Wire.CutStreams();
        box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        box.Driver.Do(() => box.Requests[0].Answer(486));
        var answer = box.Peer.Expect("486 INVITE");
        Assert.NotEqual(box.Requests[0].From.Connection, answer.From.Connection);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("192.0.2.7"), 5060), box.Wire.Sent[^1].Hop.Remote);
    }

    [Fact]
    public void The_ACK_of_a_failure_stays_in_its_transaction()
    {
        _box.Answers = transaction => transaction.Answer(486);
        var call = PeerCall.Out(_box.Peer, LayerBox.Alice);
        call.AckFailure(_box.Peer.Expect("486 INVITE"));
        _box.Peer.ExpectNothing(TimeSpan.FromSeconds(2));
        Assert.Empty(_box.Told);
        _box.Driver.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(0, _box.Layer.Count);
    }

    [Fact]
    public void A_failure_is_repeated_until_nobody_can_be_waiting_for_it()
    {
        _box.Answers = transaction => transaction.Answer(486);
        PeerCall.Out(_box.Peer, LayerBox.Alice);
        _box.Driver.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(11, _box.Peer.Wire.Received.Count);
        Assert.Equal(["no ACK"], _box.Told);
        Assert.Equal(0, _box.Layer.Count);
    }

    [Fact]
    public void The_ACK_of_a_success_goes_to_the_dialog()
    {
        _box.Answers = transaction => transaction.Answer(200);
        var call = PeerCall.Out(_box.Peer, LayerBox.Alice);
        _box.Peer.Expect("200 INVITE");
        call.Ack();
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["ACK of a dialog"], _box.Told);
    }

    [Fact]
    public void CANCEL_is_answered_and_told_while_its_INVITE_is_not_answered()
    {
        var call = PeerCall.Out(_box.Peer, LayerBox.Alice);
        _box.Peer.Expect("100 INVITE");
        call.Cancel();
        _box.Peer.Expect("200 CANCEL");
        Assert.Equal(["CANCEL"], _box.Told);
        _box.Driver.Do(() => _box.Requests[0].Answer(487));
        call.AckFailure(_box.Peer.Expect("487 INVITE"));
    }

    [Fact]
    public void CANCEL_after_the_answer_does_nothing_and_without_INVITE_is_answered_481()
    {
        _box.Answers = transaction => transaction.Answer(200);
        var call = PeerCall.Out(_box.Peer, LayerBox.Alice);
        _box.Peer.Expect("200 INVITE");
        call.Cancel();
        _box.Peer.Expect("200 CANCEL");
        Assert.Empty(_box.Told);
        _box.Peer.Send(_box.Peer.Request("CANCEL", LayerBox.Alice, "none"));
        _box.Peer.Expect("481 CANCEL");
    }

    [Fact]
    public void The_same_request_by_another_way_is_refused_but_not_the_one_with_credentials_of_an_old_client()
    {
        _box.Peer.Send(_box.Peer.Request("INVITE", LayerBox.Alice, "a"));
        _box.Peer.Expect("100 INVITE");
        _box.Peer.Send(_box.Peer.Request("INVITE", LayerBox.Alice, "a"));
        Assert.Equal("SIP/2.0 482 Request merged", _box.Peer.Expect("482 INVITE").FirstLine);
        _box.Driver.Do(() => _box.Requests[0].Answer(401));
        _box.Peer.Expect("401 INVITE");
        _box.Peer.Send(_box.Peer.Request("INVITE", LayerBox.Alice, "a"));
        _box.Peer.Expect("100 INVITE");
        Assert.Equal(2, _box.Requests.Count);
    }

    [Fact]
    public void A_peer_of_RFC_2543_is_matched_without_a_branch()
    {
        const string Headers = "Via: SIP/2.0/UDP 192.0.2.7:5060\nFrom: <sip:old@192.0.2.7>\nTo: <sip:alice@192.0.2.1>{0}\nCall-ID: old\n";
        var invite = $"INVITE {LayerBox.Alice} SIP/2.0\n{Headers.Replace("{0}", "", StringComparison.Ordinal)}CSeq: 1 INVITE\n\n";
        _box.Answers = transaction => transaction.Answer(486);
        _box.Peer.Send(invite);
        _box.Peer.Send(invite);
        var answer = _box.Peer.Expect("486 INVITE");
        Assert.Single(_box.Requests);
        var tag = ";tag=" + answer.Parameter("To", "tag");
        _box.Peer.Send($"ACK {LayerBox.Alice} SIP/2.0\n{Headers.Replace("{0}", tag, StringComparison.Ordinal)}CSeq: 1 ACK\n\n");
        _box.Driver.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(0, _box.Layer.Count);
        Assert.Empty(_box.Told);
    }

    [Fact]
    public void Too_many_requests_are_refused_and_told_when_to_come_again()
    {
        using var box = new LayerBox(new TransactionLimits { Transactions = 2, RefusalsPerSecond = 3 });
        for (var i = 0; i < 10; i++)
        {
            box.Peer.Send(box.Peer.Request("OPTIONS", LayerBox.Alice, $"call-{i}"));
        }

        box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, box.Requests.Count);
        Assert.Equal(8, box.Layer.Refused);
        Assert.Equal(3, box.Peer.Wire.Received.Count);
        var refusal = box.Peer.Expect("503 OPTIONS");
        Assert.Equal("10", refusal["Retry-After"]);
        Assert.NotEmpty(refusal.Parameter("To", "tag"));
        box.Peer.Forget();
        box.Driver.Advance(TimeSpan.FromSeconds(33));
        box.Peer.Send(box.Peer.Request("OPTIONS", LayerBox.Alice, "later"));
        box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, box.Requests.Count);
    }

    public void Dispose() => _box.Dispose();
}
