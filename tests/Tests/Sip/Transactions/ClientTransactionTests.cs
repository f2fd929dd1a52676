using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Tests.Sip.Transactions;

public sealed class ClientTransactionTests : IDisposable
{
    private readonly LayerBox _box = new();

    [Fact]
    public void A_request_has_all_that_it_must_have()
    {
        _box.Send(SipMethod.Options);
        var request = _box.Peer.Expect("OPTIONS");
        Assert.Equal("OPTIONS sip:bob@192.0.2.7 SIP/2.0", request.FirstLine);
        Assert.StartsWith("SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK", request["Via"], StringComparison.Ordinal);
        Assert.Equal("70", request["Max-Forwards"]);
        Assert.Equal("1 OPTIONS", request["CSeq"]);
        Assert.Equal("0", request["Content-Length"]);
    }

    [Fact]
    public void A_lost_request_and_a_lost_answer_come_again()
    {
        _box.Wire.Knobs.DropEvery = 2;
        _box.Peer.Wire.Knobs.DropEvery = 2;
        for (var i = 0; i < 4; i++)
        {
            _box.Send(SipMethod.Options);
            _box.Driver.Advance(TimeSpan.FromMilliseconds(600));
        }

        for (var i = 0; i < 4; i++)
        {
            var request = _box.Peer.Expect("OPTIONS");
            _box.Peer.Answer(request, 200);
            _box.Peer.Answer(request, 200);
        }

        _box.Driver.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Enumerable.Repeat("200 OPTIONS", 4), _box.Told);
        _box.Driver.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(0, _box.Layer.Count);
    }

    [Fact]
    public void A_failure_of_INVITE_is_acknowledged_in_its_transaction_each_time_it_comes()
    {
        _box.Send(SipMethod.Invite);
        var invite = _box.Peer.Expect("INVITE");
        _box.Peer.Answer(invite, 486);
        var ack = _box.Peer.Expect("ACK");
        Assert.Equal(invite["Via"], ack["Via"]);
        Assert.Equal(invite.RequestUri, ack.RequestUri);
        Assert.Equal(invite["To"] + ";tag=peer", ack["To"]);
        Assert.Equal("1 ACK", ack["CSeq"]);
        _box.Peer.Answer(invite, 486);
        _box.Driver.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _box.Peer.Wire.Received.Count(message => message.Text.StartsWith("ACK", StringComparison.Ordinal)));
        Assert.Equal(["486 INVITE"], _box.Told);
    }

    [Fact]
    public void Silence_is_told_in_words()
    {
        _box.Send(SipMethod.Invite);
        _box.Driver.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(["Timeout: INVITE to udp 192.0.2.7:5060 was not answered."], _box.Told);
        Assert.Equal(0, _box.Layer.Count);
    }

    [Fact]
    public void A_wire_that_cannot_send_is_told_in_its_own_words()
    {
        _box.Wire.Knobs.Fail = "There is no way to the host.";
        _box.Send(SipMethod.Options);
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["WireFailed: There is no way to the host."], _box.Told);
        Assert.Equal(0, _box.Layer.Count);
    }

    [Fact]
    public void A_long_request_goes_by_TCP()
    {
        _box.Send(SipMethod.Options, new SendTarget(_box.Peer.Wire.By(TransportKind.Udp), MayChangeTransport: true), padding: 1300);
        var request = _box.Peer.Expect("OPTIONS");
        Assert.Equal(TransportKind.Tcp, request.From.Transport);
        Assert.StartsWith("SIP/2.0/TCP ", request["Via"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_request_goes_by_UDP_where_there_is_no_TCP()
    {
        _box.Network.Leave(_box.Peer.Wire);
        var udpOnly = _box.Network.Join("192.0.2.8:5060");
        _box.Network.Leave(udpOnly);
        _box.Send(SipMethod.Options, new SendTarget(udpOnly.By(TransportKind.Udp), MayChangeTransport: true), padding: 1300);
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([TransportKind.Tcp, TransportKind.Udp], _box.Wire.Sent.Select(sent => sent.Hop.Transport));
        Assert.Contains("SIP/2.0/UDP", _box.Wire.Sent[1].Text, StringComparison.Ordinal);
        Assert.Equal(1, _box.Layer.Count);
        _box.Driver.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(["Timeout: OPTIONS to udp 192.0.2.8:5060 was not answered."], _box.Told);
    }

    [Fact]
    public void A_long_request_stays_with_UDP_when_its_transport_may_not_change()
    {
        _box.Send(SipMethod.Options, padding: 1300);
        Assert.Equal(TransportKind.Udp, _box.Peer.Expect("OPTIONS").From.Transport);
    }

    [Fact]
    public void A_stream_that_is_closed_before_the_answer_fails_the_request()
    {
        _box.Send(SipMethod.Options, _box.Peer.Wire.By(TransportKind.Tcp));
        _box.Peer.Expect("OPTIONS");
        _box.Peer.Wire.CutStreams();
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Matches("^WireFailed: tcp 192.0.2.7:5060 closed the connection", Assert.Single(_box.Told));
    }

    [Fact]
    public void CANCEL_shares_branch_and_number_with_its_INVITE()
    {
        var transaction = _box.Send(SipMethod.Invite);
        var invite = _box.Peer.Expect("INVITE");
        _box.Peer.Answer(invite, 180);
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        _box.Driver.Do(() => transaction.Cancel(new HeaderField(HeaderId.Reason, "SIP;cause=200")));
        var cancel = _box.Peer.Expect("CANCEL");
        Assert.Equal(invite["Via"], cancel["Via"]);
        Assert.Equal(invite["To"], cancel["To"]);
        Assert.Equal("1 CANCEL", cancel["CSeq"]);
        Assert.Equal("SIP;cause=200", cancel["Reason"]);
        _box.Peer.Answer(cancel, 200);
        _box.Peer.Answer(invite, 487);
        _box.Peer.Expect("ACK");
        Assert.Equal(["180 INVITE", "487 INVITE"], _box.Told);
    }

    [Fact]
    public void A_response_with_another_Via_beside_ours_is_dropped()
    {
        _box.Send(SipMethod.Options);
        var request = _box.Peer.Expect("OPTIONS");
        var via = request["Via"];
        _box.Peer.Send(
            $"SIP/2.0 200 OK\nVia: {via}\nVia: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bKx\n"
            + $"From: {request["From"]}\nTo: {request["To"]};tag=a\n"
            + $"Call-ID: {request["Call-ID"]}\nCSeq: {request["CSeq"]}\nContent-Length: 0\n\n");
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(_box.Told);
        Assert.Equal(1, _box.Layer.Strays);
    }

    public void Dispose() => _box.Dispose();
}
