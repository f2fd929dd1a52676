using System.Net;
using Switchhook.Sip.Media;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>What the box answers to an offer.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public void Answers_with_one_codec_and_telephone_event()
    {
        var agreement = Box.Negotiation().Answer(Body.Audio("0 8 9 18 13 101"));

        Assert.Equal(
            """
            v=0
            o=- 77 1 IN IP4 192.0.2.1
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 10000 RTP/AVP 8 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=sendrecv

            """.ReplaceLineEndings("\n"),
            Body.Text(agreement.Answer));
        Assert.True(agreement.Changed);
        Assert.Equal(
            new AgreedAudio(AudioCodec.Pcma, 8, EndPoint("192.0.2.7:4000"), EndPoint("192.0.2.7:4001"), true, true)
            {
                TelephoneEvent = 101,
                TelephoneEventIn = 101,
            },
            agreement.Audio);
    }

    [Fact]
    public void Each_line_ends_with_carriage_return_and_line_feed()
    {
        var body = Box.Negotiation().Answer(Body.Audio()).Answer.ToArray();

        Assert.All(Enumerable.Range(0, body.Length).Where(i => body[i] == '\n'), i => Assert.Equal((byte)'\r', body[i - 1]));
        Assert.Equal((byte)'\n', body[^1]);
    }

    [Theory]
    [InlineData("0 8 9", AudioCodec.Pcma, 8)]
    [InlineData("9 0", AudioCodec.Pcmu, 0)]
    [InlineData("18 9", AudioCodec.G722, 9)]
    public void Chooses_by_the_boxs_order_among_what_is_offered(string formats, AudioCodec codec, int payloadType)
    {
        var audio = Box.Negotiation().Answer(Body.Audio(formats)).Audio;

        Assert.Equal((codec, payloadType, payloadType), (audio.Codec, audio.PayloadType, audio.PayloadTypeIn));
    }

    [Theory]
    [InlineData("a=rtpmap:110 pcma/8000", 110, "110 PCMA/8000")]
    [InlineData("a=rtpmap:110 PCMA/8000/1", 110, "110 PCMA/8000")]
    [InlineData("a=rtpmap:110 G722/16000", 110, "110 G722/8000")]
    public void Keeps_the_numbers_of_the_side_that_offers(string map, int payloadType, string answered)
    {
        var agreement = Box.Negotiation().Answer(Body.Audio("110", map));

        Assert.Equal(payloadType, agreement.Audio.PayloadType);
        Assert.Equal(answered, Assert.Single(Box.Lines(agreement.Answer, "a=rtpmap:")));
    }

    [Theory]
    [InlineData("96", "telephone-event/8000", "0-16")]
    [InlineData("100", "TELEPHONE-EVENT/8000", "0-11,16")]
    [InlineData("97", "telephone-event/8000", "")]
    public void Takes_telephone_event_under_any_number(string number, string encoding, string events)
    {
        var fmtp = events.Length > 0 ? $"a=fmtp:{number} {events}" : "";
        var agreement = Box.Negotiation().Answer(Body.Audio($"8 {number}", $"a=rtpmap:{number} {encoding}\n{fmtp}"));

        Assert.Equal((int.Parse(number), int.Parse(number)), (agreement.Audio.TelephoneEvent, agreement.Audio.TelephoneEventIn));
        Assert.Equal($"10000 RTP/AVP 8 {number}", Assert.Single(Box.Lines(agreement.Answer, "m=audio ")));
    }

    [Theory]
    [InlineData("a=rtpmap:96 telephone-event/48000")]
    [InlineData("a=rtpmap:96 telephone-event/8000\na=fmtp:96 0-9")]
    [InlineData("a=rtpmap:96 telephone-event/8000\na=fmtp:96 32-36")]
    public void Telephone_event_of_another_clock_or_without_the_keys_is_not_answered(string attributes)
    {
        var agreement = Box.Negotiation().Answer(Body.Audio("8 96", attributes));

        Assert.Null(agreement.Audio.TelephoneEvent);
        Assert.Equal("10000 RTP/AVP 8", Assert.Single(Box.Lines(agreement.Answer, "m=audio ")));
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("a=ptime:10", 10)]
    [InlineData("a=ptime:30", 30)]
    [InlineData("a=ptime:60", 60)]
    [InlineData("a=ptime:80", 60)]
    [InlineData("a=ptime:5", 10)]
    [InlineData("a=ptime:25", 20)]
    [InlineData("a=ptime:0", 20)]
    [InlineData("a=ptime:x", 20)]
    [InlineData("a=ptime:99999999999", 20)]
    [InlineData("a=ptime:30\na=maxptime:20", 20)]
    [InlineData("a=maxptime:10", 10)]
    [InlineData("a=maxptime:150", 20)]
    [InlineData("a=maxptime:5", 10)]
    public void Sends_packets_of_the_length_that_is_asked_for(string attributes, int milliseconds)
    {
        var agreement = Box.Negotiation().Answer(Body.Audio("8", attributes));

        Assert.Equal(milliseconds, agreement.Audio.PacketMilliseconds);
        Assert.Equal($"{milliseconds}", Assert.Single(Box.Lines(agreement.Answer, "a=ptime:")));
    }

    [Fact]
    public void Refuses_all_other_streams_in_their_places()
    {
        var agreement = Box.Negotiation().Answer(Body.Of("""
            v=0
            c=IN IP4 192.0.2.7
            m=video 5000 RTP/AVPF 96 97
            m=audio 4000 RTP/AVP 0
            m=image 5002 udptl t38
            m=audio 4002 RTP/AVP 8
            m=application 5004 UDP/DTLS/SCTP webrtc-datachannel
            m=message 5006 TCP/MSRP *
            """));

        Assert.Equal(
            [
                "video 0 RTP/AVPF 96", "audio 10000 RTP/AVP 0", "image 0 udptl t38", "audio 0 RTP/AVP 8",
                "application 0 UDP/DTLS/SCTP webrtc-datachannel", "message 0 TCP/MSRP *",
            ],
            Box.Lines(agreement.Answer, "m="));
        Assert.Equal(EndPoint("192.0.2.7:4000"), agreement.Audio.Remote);
    }

    [Fact]
    public void Takes_the_first_audio_that_it_can_serve()
    {
        var agreement = Box.Negotiation().Answer(Body.Of("""
            v=0
            c=IN IP4 192.0.2.7
            m=audio 0 RTP/AVP 8
            m=audio 4000 RTP/SAVP 8
            m=audio 4002 RTP/AVP 18
            m=audio 4004 RTP/AVP 8
            m=audio 4006 RTP/AVP 8
            """));

        Assert.Equal(
            ["0 RTP/AVP 8", "0 RTP/SAVP 8", "0 RTP/AVP 18", "10000 RTP/AVP 8", "0 RTP/AVP 8"], Box.Lines(agreement.Answer, "m=audio "));
        Assert.Equal(4004, agreement.Audio.Remote.Port);
    }

    [Fact]
    public void Takes_part_in_avpf_as_it_is_offered() => Assert.Equal(
        "10000 RTP/AVPF 8 101",
        Assert.Single(Box.Lines(Box.Negotiation().Answer(Body.Audio(transport: "RTP/AVPF")).Answer, "m=audio ")));

    [Theory]
    [InlineData("", "192.0.2.7:4001")]
    [InlineData("a=rtcp:4010", "192.0.2.7:4010")]
    [InlineData("a=rtcp:4010 IN IP4 192.0.2.8", "192.0.2.8:4010")]
    [InlineData("a=rtcp:4010 IN IP4 224.0.0.1", "192.0.2.7:4010")]
    [InlineData("a=rtcp:4010 IN IP4 host", "192.0.2.7:4010")]
    [InlineData("a=rtcp:0", "192.0.2.7:4001")]
    [InlineData("a=rtcp-mux", "192.0.2.7:4000")]
    public void Knows_where_rtcp_goes(string attributes, string control)
    {
        var negotiation = Box.Negotiation(Box.Audio with { ControlMux = true });

        Assert.Equal(EndPoint(control), negotiation.Answer(Body.Audio("8", attributes)).Audio.RemoteControl);
    }

    [Fact]
    public void One_port_for_both_is_answered_only_where_it_is_offered_and_wanted()
    {
        var willing = Box.Audio with { ControlMux = true };

        Assert.Single(Box.Lines(Box.Negotiation(willing).Answer(Body.Audio("8", "a=rtcp-mux")).Answer, "a=rtcp-mux"));
        Assert.Empty(Box.Lines(Box.Negotiation(willing).Answer(Body.Audio("8")).Answer, "a=rtcp-mux"));
        Assert.Empty(Box.Lines(Box.Negotiation().Answer(Body.Audio("8", "a=rtcp-mux")).Answer, "a=rtcp-mux"));
    }

    [Fact]
    public void Says_where_its_own_rtcp_is_when_that_is_not_the_next_port() => Assert.Equal(
        ["12000"], Box.Lines(Box.Negotiation(Box.Audio with { ControlPort = 12000 }).Answer(Body.Audio()).Answer, "a=rtcp:"));

    [Fact]
    public void Speaks_ipv6()
    {
        var negotiation = Box.Negotiation(Box.Audio with { Address = IPAddress.Parse("2001:db8::1") });
        var agreement = negotiation.Answer(Body.Of("v=0\nc=IN IP6 2001:db8::7\nm=audio 4000 RTP/AVP 8"));

        Assert.Equal(EndPoint("[2001:db8::7]:4000"), agreement.Audio.Remote);
        Assert.Equal("IN IP6 2001:db8::1", Assert.Single(Box.Lines(agreement.Answer, "c=")));
    }

    [Theory]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP 18 4", "type 18, type 4")]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP 0\na=rtpmap:0 opus/48000/2", "opus/48000")]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP 8\na=rtpmap:8 PCMA/8000/2", "PCMA/8000")]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP 0\na=rtpmap:0 \u00e4\u0007/8", "???/8")]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP", "nothing")]
    public void Says_which_codecs_have_nothing_in_common(string offer, string offered)
    {
        var refusal = Box.Negotiation().Refuse(Body.Of("v=0\n" + offer));

        Assert.Equal(
            (488, 305, $"{offered} is offered, the box has PCMA, PCMU, G722"), (refusal.Status, refusal.Warning, refusal.Words));
    }

    [Theory]
    [InlineData("c=IN IP4 192.0.2.7", 304, "no audio over RTP is offered")]
    [InlineData("c=IN IP4 192.0.2.7\nm=image 4000 udptl t38\nm=audio 0 RTP/AVP 8", 304, "no audio over RTP is offered")]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 9 UDP/TLS/RTP/SAVPF 8", 304, "no audio over RTP is offered")]
    [InlineData("m=audio 4000 RTP/AVP 8", 301, "there is no c= line with an address")]
    [InlineData("c=IN IP4\nm=audio 4000 RTP/AVP 8", 301, "there is no c= line with an address")]
    [InlineData("c=IN IP4 pbx.example.com\nm=audio 4000 RTP/AVP 8", 301, "the c= line names a host, and the box takes addresses only")]
    [InlineData("c=IN IP4 224.2.1.1/127\nm=audio 4000 RTP/AVP 8", 301, "224.2.1.1 of the c= line is the address of a group")]
    [InlineData("c=IN IP6 2001:db8::7\nm=audio 4000 RTP/AVP 8", 301, "the box cannot send from 192.0.2.1 to 2001:db8::7")]
    [InlineData("c=IN IP4 192.0.2.7\nm=audio 4000 RTP/SAVP 8", 302, "SRTP is demanded, and switched off here")]
    public void Says_in_words_why_there_is_no_answer(string offer, int warning, string words)
    {
        var negotiation = Box.Negotiation();
        var refusal = negotiation.Refuse(Body.Of("v=0\n" + offer));

        Assert.Equal((488, warning, words), (refusal.Status, refusal.Warning, refusal.Words));
        Assert.Null(negotiation.Agreed);
    }

    [Fact]
    public void What_is_no_sdp_is_a_bad_request()
    {
        var refusal = Box.Negotiation().Refuse(Body.Of("x"));

        Assert.Equal(
            (400, 399, "line 1: the description does not begin with v=0"), (refusal.Status, refusal.Warning, refusal.Words));
    }

    private static IPEndPoint EndPoint(string text) => IPEndPoint.Parse(text);
}
