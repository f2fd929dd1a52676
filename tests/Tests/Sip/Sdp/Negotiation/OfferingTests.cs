using System.Net;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>What the box offers, and what it makes of the answer.</summary>
public sealed class OfferingTests
{
    [Fact]
    public void Offers_its_codecs_in_its_order()
    {
        var negotiation = Box.Negotiation(Box.Audio with { ControlMux = true, ControlPort = 10005, PacketMilliseconds = 30 });

        Assert.Equal(
            """
            v=0
            o=- 77 1 IN IP4 192.0.2.1
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 10000 RTP/AVP 8 0 9 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:9 G722/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:30
            a=rtcp:10005
            a=rtcp-mux
            a=sendrecv

            """.ReplaceLineEndings("\n"),
            Body.Text(negotiation.Offer()));
        Assert.True(negotiation.IsOfferOpen);
        Assert.Null(negotiation.Agreed);
    }

    [Fact]
    public void What_it_offers_can_be_read()
    {
        var stream = Assert.Single(Body.Read(Box.Negotiation().Offer()).Media);

        Assert.Equal([8, 0, 9, 101], stream.Formats.Select(format => format.PayloadType));
        Assert.Equal((10000, 20, MediaDirection.SendReceive), (stream.Port, stream.PacketMilliseconds, stream.Direction));
    }

    [Fact]
    public void Takes_an_answer()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        var agreement = negotiation.Take(Body.Audio("0 101", "a=ptime:30"));

        Assert.Equal(
            new AgreedAudio(AudioCodec.Pcmu, 0, EndPoint("192.0.2.7:4000"), EndPoint("192.0.2.7:4001"), true, true)
            {
                TelephoneEvent = 101,
                TelephoneEventIn = 101,
                PacketMilliseconds = 30,
            },
            agreement.Audio);
        Assert.True(agreement.Changed);
        Assert.True(agreement.Answer.IsEmpty);
        Assert.False(negotiation.IsOfferOpen);
        Assert.Equal(agreement.Audio, negotiation.Agreed);
    }

    [Fact]
    public void Of_several_codecs_in_the_answer_the_first_counts()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();

        Assert.Equal(AudioCodec.G722, negotiation.Take(Body.Audio("18 9 8 0")).Audio.Codec);
    }

    [Fact]
    public void An_answer_may_number_anew_what_it_likes_to_get()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        var audio = negotiation.Take(Body.Audio("110 96", "a=rtpmap:110 PCMU/8000\na=rtpmap:96 telephone-event/8000")).Audio;

        Assert.Equal((110, 0), (audio.PayloadType, audio.PayloadTypeIn));
        Assert.Equal((96, 101), (audio.TelephoneEvent, audio.TelephoneEventIn));
    }

    [Fact]
    public void An_answer_without_rtpmap_means_what_was_offered()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        var audio = negotiation.Take(Body.Of("v=0\nc=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP 8 101")).Audio;

        Assert.Equal((AudioCodec.Pcma, 101, 101), (audio.Codec, audio.TelephoneEvent, audio.TelephoneEventIn));
    }

    [Fact]
    public void Without_telephone_event_in_the_answer_none_is_agreed()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        var audio = negotiation.Take(Body.Audio("8")).Audio;

        Assert.Equal((null, null), (audio.TelephoneEvent, audio.TelephoneEventIn));
    }

    [Theory]
    [InlineData(true, "a=rtcp-mux", 4000)]
    [InlineData(true, "", 4001)]
    [InlineData(false, "a=rtcp-mux", 4001)]
    public void One_port_for_both_needs_both_sides(bool offered, string answered, int control)
    {
        var negotiation = Box.Negotiation(Box.Audio with { ControlMux = offered });
        negotiation.Offer();

        Assert.Equal(control, negotiation.Take(Body.Audio("8", answered)).Audio.RemoteControl.Port);
    }

    [Theory]
    [InlineData("v=0\nc=IN IP4 192.0.2.7\nm=audio 0 RTP/AVP 8", "the other side refused the audio")]
    [InlineData("v=0\nc=IN IP4 192.0.2.7\nm=video 4000 RTP/AVP 8", "the other side refused the audio")]
    [InlineData("v=0\nc=IN IP4 192.0.2.7\nm=audio 4000 RTP/AVP 18", "type 18 is answered, which was not offered")]
    [InlineData("v=0\nc=IN IP4 host\nm=audio 4000 RTP/AVP 8", "the c= line names a host, and the box takes addresses only")]
    [InlineData("v=0\nc=IN IP4 192.0.2.7\nm=audio 4000 RTP/SAVP 8", "SRTP was demanded, and the answer has no key for it")]
    [InlineData("v=0\nm=audio", "line 2: the m= line lacks port or transport")]
    public void Says_in_words_why_an_answer_is_not_taken(string answer, string words)
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();

        Assert.Equal(words, negotiation.RefuseToTake(Body.Of(answer)).Words);
        Assert.Null(negotiation.Agreed);
    }

    [Fact]
    public void A_codec_that_was_not_offered_is_not_agreed()
    {
        var negotiation = Box.Negotiation(Box.Audio with { Codecs = [AudioCodec.Pcma] });
        negotiation.Offer();

        Assert.Equal(
            "PCMU/8000 is answered, which was not offered",
            negotiation.RefuseToTake(Body.Audio("0 101", "a=rtpmap:0 PCMU/8000")).Words);
    }

    [Fact]
    public void Nothing_is_taken_that_was_not_asked_for()
    {
        var negotiation = Box.Negotiation();
        Assert.Equal("an answer came, and nothing was offered", negotiation.RefuseToTake(Body.Audio()).Words);

        negotiation.Answer(Body.Audio());
        Assert.Equal("an answer came, and nothing was offered", negotiation.RefuseToTake(Body.Audio()).Words);
    }

    [Fact]
    public void An_offer_that_comes_while_its_own_is_open_has_to_wait()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio());
        negotiation.Offer();

        Assert.Equal(491, negotiation.Refuse(Body.Audio()).Status);

        negotiation.Withdraw();
        negotiation.Answer(Body.Audio());
    }

    [Fact]
    public void Offers_the_codec_in_use_first_and_keeps_the_numbers_of_the_dialog()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio("110 96", "a=rtpmap:110 PCMU/8000\na=rtpmap:96 telephone-event/8000"));

        Assert.Equal(["audio 10000 RTP/AVP 110 8 9 96"], Box.Lines(negotiation.Offer(), "m="));
    }

    [Fact]
    public void A_number_means_one_thing_in_a_dialog()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio("8 101", "a=rtpmap:8 PCMU/8000\na=rtpmap:101 telephone-event/8000"));
        Assert.Equal(["8 PCMU/8000", "9 G722/8000", "101 telephone-event/8000"], Box.Lines(negotiation.Offer(), "a=rtpmap:"));

        var other = Box.Negotiation();
        other.Answer(Body.Audio("101", "a=rtpmap:101 PCMA/8000"));
        Assert.Equal(
            ["101 PCMA/8000", "0 PCMU/8000", "9 G722/8000", "96 telephone-event/8000"], Box.Lines(other.Offer(), "a=rtpmap:"));
    }

    [Fact]
    public void Keeps_the_places_of_refused_streams_in_later_offers()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Of("v=0\nc=IN IP4 192.0.2.7\nm=video 5000 RTP/AVP 96\nm=audio 4000 RTP/AVP 8\nm=image 5002 udptl t38"));

        Assert.Equal(
            ["video 0 RTP/AVP 96", "audio 10000 RTP/AVP 8 0 9 101", "image 0 udptl t38"], Box.Lines(negotiation.Offer(), "m="));

        var answer = Body.Of("v=0\nc=IN IP4 192.0.2.7\nm=video 0 RTP/AVP 96\nm=audio 4004 RTP/AVP 8\nm=image 0 udptl t38");
        Assert.Equal(4004, negotiation.Take(answer).Audio.Remote.Port);
    }

    [Fact]
    public void Understands_an_answer_that_left_out_the_refused_streams()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Of("v=0\nc=IN IP4 192.0.2.7\nm=video 5000 RTP/AVP 96\nm=audio 4000 RTP/AVP 8"));
        negotiation.Offer();

        Assert.Equal(4000, negotiation.Take(Body.Audio()).Audio.Remote.Port);
    }

    private static IPEndPoint EndPoint(string text) => IPEndPoint.Parse(text);
}
