using Switchhook.Sip.Media;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>What stays and what changes over the life of a dialog.</summary>
public sealed class DialogTests
{
    [Fact]
    public void An_unchanged_offer_of_the_other_side_gets_the_same_answer()
    {
        var negotiation = Box.Negotiation();
        var first = negotiation.Answer(Body.Audio());
        var second = negotiation.Answer(Body.Audio());

        Assert.Equal(Body.Text(first.Answer), Body.Text(second.Answer));
        Assert.False(second.Changed);
    }

    [Fact]
    public void The_version_rises_by_one_with_each_change_and_not_otherwise()
    {
        var negotiation = Box.Negotiation();
        Assert.Equal(1, Version(negotiation.Answer(Body.Audio()).Answer));
        Assert.Equal(1, Version(negotiation.Answer(Body.Audio("8 101", "a=x-new")).Answer));
        Assert.Equal(2, Version(negotiation.Answer(Body.Audio("8 101", "a=sendonly")).Answer));
        Assert.Equal(2, Version(negotiation.Answer(Body.Audio("8 101", "a=sendonly")).Answer));
        Assert.Equal(3, Version(negotiation.Answer(Body.Audio()).Answer));
        Assert.Equal(4, Version(negotiation.Offer()));
        Assert.Equal(4, Version(negotiation.Offer()));
        negotiation.Withdraw();
        Assert.Equal(4, Version(negotiation.Offer()));
        negotiation.Withdraw();
        Assert.Equal(5, Version(negotiation.Answer(Body.Audio()).Answer));
        negotiation.Refuse(Body.Audio("18"));
        Assert.Equal(5, Version(negotiation.Answer(Body.Audio()).Answer));
    }

    [Fact]
    public void A_refresh_says_again_what_is_in_force()
    {
        var negotiation = Box.Negotiation();
        var answer = negotiation.Answer(Body.Audio("0 101", "a=sendonly")).Answer;
        var refresh = negotiation.Repeat();

        Assert.Equal(Body.Text(answer), Body.Text(refresh));
        Assert.False(negotiation.Take(Body.Audio("0 101", "a=sendonly")).Changed);
    }

    [Fact]
    public void The_first_refresh_of_a_negotiation_is_its_offer() =>
        Assert.Equal(Body.Text(Box.Negotiation().Offer()), Body.Text(Box.Negotiation().Repeat()));

    [Fact]
    public void A_late_offer_is_made_in_the_200_and_answered_in_the_ack()
    {
        var negotiation = Box.Negotiation();
        var offer = negotiation.Offer();
        var agreement = negotiation.Take(Body.Audio("8 101"));

        Assert.Equal(1, Version(offer));
        Assert.Equal(AudioCodec.Pcma, agreement.Audio.Codec);
    }

    [Fact]
    public void The_same_answer_in_a_later_response_changes_nothing()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();

        Assert.True(negotiation.Take(Body.Audio("8 101")).Changed);
        Assert.False(negotiation.Take(Body.Audio("8 101")).Changed);
        Assert.False(negotiation.Take(Body.Audio("8 101", "a=sendrecv")).Changed);
    }

    [Fact]
    public void Another_answer_in_a_later_response_holds()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        negotiation.Take(Body.Audio("8 101"));
        var later = negotiation.Take(Body.Audio("0 101", connection: "192.0.2.9"));

        Assert.True(later.Changed);
        Assert.Equal((AudioCodec.Pcmu, "192.0.2.9:4000"), (later.Audio.Codec, later.Audio.Remote.ToString()));
    }

    [Fact]
    public void An_unusable_early_answer_does_not_spoil_the_final_one()
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        negotiation.RefuseToTake(Body.Audio("18"));

        Assert.Equal(AudioCodec.Pcma, negotiation.Take(Body.Audio("8")).Audio.Codec);
    }

    [Fact]
    public void A_refused_change_leaves_what_was_agreed()
    {
        var negotiation = Box.Negotiation();
        var agreed = negotiation.Answer(Body.Audio("8", "a=sendonly")).Audio;
        negotiation.Refuse(Body.Of("v=0\nc=IN IP4 192.0.2.7\nm=audio 0 RTP/AVP 8\nm=image 5002 udptl t38"));
        negotiation.Offer();
        negotiation.Withdraw();

        Assert.Equal(agreed, negotiation.Agreed);
        Assert.True(negotiation.IsHeld);
        Assert.Equal("audio 10000 RTP/AVP 8", Assert.Single(Box.Lines(negotiation.Repeat(), "m=")));
    }

    [Fact]
    public void A_new_offer_can_change_codec_address_and_number_of_streams()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio("8"));
        var agreement = negotiation.Answer(Body.Of("v=0\nc=IN IP4 192.0.2.9\nm=audio 6000 RTP/AVP 9\nm=video 6002 RTP/AVP 96"));

        Assert.True(agreement.Changed);
        Assert.Equal((AudioCodec.G722, "192.0.2.9:6000"), (agreement.Audio.Codec, agreement.Audio.Remote.ToString()));
        Assert.Equal(["audio 10000 RTP/AVP 9", "video 0 RTP/AVP 96"], Box.Lines(agreement.Answer, "m="));
    }

    [Fact]
    public void What_the_box_brings_may_change_between_offers()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio("8"));
        negotiation.Local = negotiation.Local with { Port = 20000, ControlPort = 20001, Codecs = [AudioCodec.Pcmu] };

        Assert.Equal("audio 20000 RTP/AVP 0 101", Assert.Single(Box.Lines(negotiation.Offer(), "m=")));
    }

    private static int Version(ReadOnlyMemory<byte> body) => int.Parse(Box.Lines(body, "o=- 77 ")[0].Split(' ')[0]);
}
