using System.Net;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Tests.Sip.Dialogs;

public sealed class TargetHopTests
{
    [Theory]
    [InlineData("sip:bob@192.0.2.9", "udp 192.0.2.9:5060")]
    [InlineData("sip:bob@192.0.2.9:5080;transport=TCP", "tcp 192.0.2.9:5080")]
    [InlineData("sips:bob@192.0.2.9", "tls 192.0.2.9:5061")]
    [InlineData("sip:bob@[2001:db8::9]:5080", "udp [2001:db8::9]:5080")]
    [InlineData("sip:bob@phone.invalid:5080", "udp 192.0.2.7:5062")]
    public void A_request_goes_to_an_address_or_to_where_the_peers_messages_come_from(string uri, string hop) =>
        Assert.Equal(hop, TargetHop.Of(SipUri.Parse(uri), new Hop(TransportKind.Udp, IPEndPoint.Parse("192.0.2.7:5062"))).ToString());

    [Fact]
    public void The_stream_that_the_peer_opened_stays_in_use()
    {
        var source = new Hop(TransportKind.Tls, IPEndPoint.Parse("192.0.2.7:40000"), Connection: 5);
        Assert.Equal(
            new Hop(TransportKind.Tls, IPEndPoint.Parse("192.0.2.7:5061"), 5),
            TargetHop.Of(SipUri.Parse("sip:bob@192.0.2.7"), source));
        Assert.Equal(0, TargetHop.Of(SipUri.Parse("sip:bob@192.0.2.7;transport=udp"), source).Connection);
    }

    [Fact]
    public void Without_a_SIP_URI_the_source_is_all_there_is()
    {
        var source = new Hop(TransportKind.Tcp, IPEndPoint.Parse("192.0.2.7:40000"), Connection: 5);
        Assert.Equal(source, TargetHop.Of(null, source));
    }
}
