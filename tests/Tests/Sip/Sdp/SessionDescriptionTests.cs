using System.Net;
using System.Text;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp;

namespace Switchhook.Tests.Sip.Sdp;

/// <summary>What is read from a body, and what is forgiven.</summary>
public sealed class SessionDescriptionTests
{
    [Fact]
    public void Reads_what_a_stream_says()
    {
        var stream = Body.ReadStream("""
            v=0
            o=alice 2890844526 2890844527 IN IP4 host.example.com
            s=Call
            i=nothing of interest
            c=IN IP4 192.0.2.1
            b=AS:64
            t=0 0
            m=audio 49170 RTP/AVP 8 0 101
            c=IN IP4 192.0.2.2
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000/1
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15,32-35
            a=ptime:30
            a=maxptime:60
            a=rtcp:53020 IN IP4 192.0.2.3
            a=rtcp-mux
            a=sendonly
            a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk|2^31
            """);

        Assert.True(stream.IsAudio);
        Assert.Equal(49170, stream.Port);
        Assert.Equal(MediaProtocol.Avp, stream.Protocol);
        Assert.Equal([8, 0, 101], stream.Formats.Select(format => format.PayloadType));
        Assert.Equal(["PCMA", "PCMU", "telephone-event"], stream.Formats.Select(format => Encoding.ASCII.GetString(format.Name.Span)));
        Assert.All(stream.Formats, format => Assert.Equal((8000, 1), (format.ClockRate, format.Channels)));
        Assert.Equal("0-15,32-35", Encoding.ASCII.GetString(stream.Formats[2].Parameters.Span));
        Assert.Equal(IPAddress.Parse("192.0.2.2"), stream.Connection?.Address);
        Assert.Equal((30, 60), (stream.PacketMilliseconds, stream.MaxPacketMilliseconds));
        Assert.Equal((53020, IPAddress.Parse("192.0.2.3")), (stream.ControlPort, stream.ControlAddress?.Address));
        Assert.True(stream.ControlMux);
        Assert.Equal(MediaDirection.SendOnly, stream.Direction);
        Assert.Equal(SrtpSuite.AesCm128Sha1With80, Assert.Single(stream.Crypto).Suite);
    }

    [Fact]
    public void Session_level_address_and_direction_hold_for_each_stream_that_says_nothing_else()
    {
        var media = Body.Read(Body.Of("""
            v=0
            c=IN IP4 192.0.2.1
            a=inactive
            m=audio 4000 RTP/AVP 0
            m=audio 4002 RTP/AVP 0
            c=IN IP6 2001:db8::1
            a=recvonly
            m=audio 4004 RTP/AVP 0
            """)).Media;

        Assert.Equal(["192.0.2.1", "2001:db8::1", "192.0.2.1"], media.Select(stream => stream.Connection?.Address?.ToString()));
        Assert.Equal(
            [MediaDirection.Inactive, MediaDirection.ReceiveOnly, MediaDirection.Inactive], media.Select(stream => stream.Direction));
    }

    [Fact]
    public void A_stream_flows_both_ways_where_nothing_is_said() =>
        Assert.Equal(MediaDirection.SendReceive, Body.ReadStream("v=0\nm=audio 4000 RTP/AVP 0").Direction);

    [Fact]
    public void Lines_may_end_with_a_bare_line_feed_and_the_last_with_nothing()
    {
        var stream = Assert.Single(Body.Read("v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP 0\na=sendonly"u8.ToArray()).Media);

        Assert.Equal(MediaDirection.SendOnly, stream.Direction);
        Assert.Equal("192.0.2.1", stream.Connection?.Address?.ToString());
    }

    [Theory]
    [InlineData("v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP 0", "no o=, s= or t=")]
    [InlineData("v=0\n\nc=IN IP4 192.0.2.1\n\n\nm=audio 4000 RTP/AVP 0\n\n", "empty lines")]
    [InlineData("\nv=0\nm=audio 4000 RTP/AVP 0\nc=IN IP4 192.0.2.1", "an empty line in front")]
    [InlineData("v=0\nc=IN IP4 192.0.2.1 \nm=audio 4000  RTP/AVP 0 ", "spaces at the end and double")]
    [InlineData("v=0\nc=IN IP4 192.0.2.1/127\nm=audio 4000/1 RTP/AVP 0", "time to live and count")]
    [InlineData("v=0\nt=0 0\nx=new\nc=IN IP4 192.0.2.1\nno line at all\n=\nm=audio 4000 RTP/AVP 0\na=\na=:\na=new:1", "unknown lines")]
    [InlineData("v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP 0\na=rtpmap:0\na=rtpmap:\na=rtpmap:300 X/1\na=fmtp:0", "broken attributes")]
    public void Is_forgiven(string text, string what)
    {
        var stream = Body.ReadStream(text);

        Assert.True(stream is { Port: 4000, Formats: [{ PayloadType: 0 }] } && stream.Connection?.Address?.ToString() == "192.0.2.1", what);
    }

    [Fact]
    public void Formats_that_are_no_payload_types_of_rtp_are_passed_over() =>
        Assert.Equal([0, 127], Body.ReadStream("v=0\nm=audio 4000 RTP/AVP 0 128 x 1x 127 -1").Formats.Select(format => format.PayloadType));

    [Fact]
    public void A_stream_of_another_transport_keeps_what_its_refusal_needs()
    {
        var stream = Body.ReadStream("v=0\nm=image 5000 udptl t38");

        Assert.Equal((MediaProtocol.Other, false), (stream.Protocol, stream.IsAudio));
        Assert.Equal(
            ["image", "udptl", "t38"],
            new[] { stream.Media, stream.Transport, stream.FirstFormat }.Select(text => Encoding.ASCII.GetString(text.Span)));
    }

    [Theory]
    [InlineData("", "line 1: the body is empty")]
    [InlineData("hello\nworld", "line 1: the description does not begin with v=0")]
    [InlineData("\n\nv=1", "line 3: the description does not begin with v=0")]
    [InlineData("v=0\nm=audio", "line 2: the m= line lacks port or transport")]
    [InlineData("v=0\ns=-\nm=audio x RTP/AVP 0", "line 3: the port of the m= line is none")]
    [InlineData("v=0\nm=audio 65536 RTP/AVP 0", "line 2: the port of the m= line is none")]
    [InlineData("v=0\nm=audio 4000x RTP/AVP 0", "line 2: the port of the m= line is none")]
    [InlineData("v=0\nm=audio -1 RTP/AVP 0", "line 2: the port of the m= line is none")]
    [InlineData("v=0\nm=aud\rio 1 RTP/AVP 0", "line 2: the m= line holds other characters than printable ASCII")]
    [InlineData("v=0\nm=vidéo 1 RTP/AVP 0", "line 2: the m= line holds other characters than printable ASCII")]
    public void Says_in_words_what_cannot_be_read(string text, string words) =>
        Assert.Equal(words, Body.Error(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Says_which_limit_is_passed()
    {
        Assert.Equal("line 1: the body is longer than 16384 octets", Body.Error(new byte[SdpLimits.Size + 1]));
        Assert.Contains("more than 512 lines", Body.Error(Body.Of("v=0" + Times(512, "\ni=x"))), StringComparison.Ordinal);
        Assert.Contains("more than 16 m= lines", Body.Error(Body.Of("v=0" + Times(17, "\nm=x 0 RTP/AVP 31"))), StringComparison.Ordinal);
        Assert.Contains("more than 64 formats", Body.Error(Body.Of("v=0\nm=x 4000 RTP/AVP" + Times(65, " 8"))), StringComparison.Ordinal);
        Assert.Contains("more than 256 attributes", Body.Error(Body.Of("v=0" + Times(257, "\na=x"))), StringComparison.Ordinal);
        Assert.Contains(
            "more than 16 crypto",
            Body.Error(Body.Of("v=0\nm=audio 4000 RTP/SAVP 0"
                + Times(17, "\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_the_limits_allow_is_read()
    {
        Body.Read(Body.Of("v=0" + Times(511, "\ni=x")));
        Assert.Equal(16, Body.Read(Body.Of("v=0" + Times(16, "\nm=video 0 RTP/AVP 31"))).Media.Count);
        Assert.Equal(64, Body.ReadStream("v=0\nm=audio 4000 RTP/AVP" + Times(64, " 8")).Formats.Length);
        Body.Read(Body.Of("v=0" + Times(256, "\na=x") + "\nm=audio 4000 RTP/AVP 0" + Times(250, "\na=x")));
    }

    private static string Times(int count, string part) => string.Concat(Enumerable.Repeat(part, count));
}
