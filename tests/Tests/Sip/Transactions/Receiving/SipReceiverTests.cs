using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transport;

namespace Switchhook.Tests.Sip.Transactions.Receiving;

public sealed class SipReceiverTests : IDisposable
{
    private readonly LayerBox _box = new(new TransactionLimits { RefusalsPerSecond = 5, Waiting = 100 });

    [Fact]
    public void A_malformed_request_is_refused_with_what_could_be_read_of_it()
    {
        _box.Peer.Send(_box.Peer.Request("OPTIONS", LayerBox.Alice, "a").Replace("CSeq: 1", "CSeq: one", StringComparison.Ordinal));
        var refusal = _box.Peer.Expect("400 OPTIONS");
        Assert.Equal("a", refusal["Call-ID"]);
        Assert.NotEmpty(refusal.Parameter("To", "tag"));
        Assert.Equal(0, _box.Layer.Count);
        Assert.Equal(1, _box.Receiver.Unreadable);
    }

    [Fact]
    public void Another_version_is_refused_505()
    {
        _box.Peer.Send(_box.Peer.Request("OPTIONS", LayerBox.Alice, "a").Replace("SIP/2.0\n", "SIP/7.0\n", StringComparison.Ordinal));
        _box.Peer.Expect("505 OPTIONS");
    }

    [Theory]
    [InlineData("ACK sip:alice@192.0.2.1 SIP/2.0\r\nVia: nonsense\r\n\r\n")]
    [InlineData("SIP/2.0 200 OK\r\nVia: nonsense\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("\0\0\0\0")]
    public void What_may_not_be_answered_is_dropped(string text)
    {
        _box.Peer.Wire.Send(text, _box.Peer.Box);
        _box.Peer.ExpectNothing(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Malformed_requests_are_refused_at_a_limited_rate()
    {
        var request = _box.Peer.Request("OPTIONS", LayerBox.Alice, "a").Replace("CSeq: 1", "CSeq: one", StringComparison.Ordinal);
        for (var i = 0; i < 50; i++)
        {
            _box.Peer.Send(request);
        }

        _box.Driver.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(5, _box.Peer.Wire.Received.Count);
        Assert.Equal(50, _box.Receiver.Unreadable);
    }

    [Fact]
    public void Messages_that_the_loop_has_no_room_for_are_dropped_and_counted()
    {
        var from = new Hop(TransportKind.Udp, _box.Peer.Wire.Local);
        for (var i = 0; i < 150; i++)
        {
            var request = _box.Peer.Request("OPTIONS", LayerBox.Alice, $"call-{i}").ReplaceLineEndings("\r\n");
            _box.Receiver.OnMessage(System.Text.Encoding.Latin1.GetBytes(request), from);
        }

        _box.Driver.Drain();
        Assert.Equal(100, _box.Requests.Count);
        Assert.Equal(50, _box.Receiver.Dropped);
    }

    [Fact]
    public void Nothing_is_done_for_those_whom_the_guard_does_not_allow()
    {
        _box.IsGuardOpen = false;
        _box.Peer.Send(_box.Peer.Request("OPTIONS", LayerBox.Alice, "a"));
        _box.Peer.Send(_box.Peer.Request("OPTIONS", LayerBox.Alice, "b").Replace("CSeq: 1", "CSeq: one", StringComparison.Ordinal));
        _box.Peer.ExpectNothing(TimeSpan.FromSeconds(1));
        Assert.Empty(_box.Requests);
        Assert.Equal(1, _box.Receiver.Unreadable);
    }

    [Fact]
    public void A_closed_stream_is_told()
    {
        var closed = new List<Hop>();
        _box.Receiver.Closed += closed.Add;
        _box.Peer.Wire.Send(_box.Peer.Request("OPTIONS", LayerBox.Alice, "a").ReplaceLineEndings("\r\n"), _box.Wire.By(TransportKind.Tcp));
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        _box.Peer.Wire.CutStreams();
        _box.Driver.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([Assert.Single(_box.Requests).From], closed);
    }

    public void Dispose() => _box.Dispose();
}
