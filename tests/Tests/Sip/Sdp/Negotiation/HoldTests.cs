using Switchhook.Sip.Sdp;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>Hold from either side, by attribute and in the old way.</summary>
public sealed class HoldTests
{
    [Theory]
    [InlineData("", "192.0.2.7", "sendrecv", true, true, false)]
    [InlineData("a=sendrecv", "192.0.2.7", "sendrecv", true, true, false)]
    [InlineData("a=sendonly", "192.0.2.7", "recvonly", false, true, true)]
    [InlineData("a=recvonly", "192.0.2.7", "sendonly", true, false, false)]
    [InlineData("a=inactive", "192.0.2.7", "inactive", false, false, true)]
    [InlineData("", "0.0.0.0", "recvonly", false, true, true)]
    [InlineData("a=sendonly", "0.0.0.0", "recvonly", false, true, true)]
    [InlineData("a=recvonly", "0.0.0.0", "inactive", false, false, true)]
    [InlineData("a=inactive", "0.0.0.0", "inactive", false, false, true)]
    public void A_call_may_begin_on_hold(string offered, string connection, string answered, bool sends, bool receives, bool held)
    {
        var negotiation = Box.Negotiation();
        var agreement = negotiation.Answer(Body.Audio("8", offered, connection: connection));

        Assert.Equal(answered, Body.Text(agreement.Answer).TrimEnd().Split("\na=")[^1]);
        Assert.Equal((sends, receives, held), (agreement.Audio.Sends, agreement.Audio.Receives, negotiation.IsHeld));
        Assert.Equal("IN IP4 192.0.2.1", Assert.Single(Box.Lines(agreement.Answer, "c=")));
    }

    [Theory]
    [InlineData("a=sendonly", "192.0.2.7")]
    [InlineData("a=inactive", "192.0.2.7")]
    [InlineData("", "0.0.0.0")]
    public void The_other_side_holds_and_comes_back(string attribute, string connection)
    {
        var negotiation = Box.Negotiation();
        var before = negotiation.Answer(Body.Audio());

        Assert.True(negotiation.Answer(Body.Audio("8 101", attribute, connection: connection)).Changed);
        Assert.True(negotiation.IsHeld);

        var after = negotiation.Answer(Body.Audio());
        Assert.False(negotiation.IsHeld);
        Assert.Equal(before.Audio, after.Audio);
    }

    [Fact]
    public void Nothing_is_sent_to_the_address_of_hold()
    {
        var audio = Box.Negotiation().Answer(Body.Audio(connection: "0.0.0.0")).Audio;

        Assert.False(audio.Sends);
        Assert.Equal(("0.0.0.0:4000", "0.0.0.0:4000"), (audio.Remote.ToString(), audio.RemoteControl.ToString()));
    }

    [Theory]
    [InlineData(nameof(MediaDirection.SendOnly), "sendonly", "a=recvonly", true, false)]
    [InlineData(nameof(MediaDirection.Inactive), "inactive", "a=inactive", false, false)]
    [InlineData(nameof(MediaDirection.SendOnly), "sendonly", "a=inactive", false, true)]
    [InlineData(nameof(MediaDirection.SendOnly), "sendonly", "", true, false)]
    public void The_box_holds_and_comes_back(string wanted, string offered, string answered, bool sends, bool held)
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio());
        negotiation.Wanted = Enum.Parse<MediaDirection>(wanted);

        Assert.EndsWith($"a={offered}\n", Body.Text(negotiation.Offer()), StringComparison.Ordinal);
        var holding = negotiation.Take(Body.Audio("8 101", answered)).Audio;
        Assert.Equal((sends, false, held), (holding.Sends, holding.Receives, negotiation.IsHeld));

        negotiation.Wanted = MediaDirection.SendReceive;
        Assert.EndsWith("a=sendrecv\n", Body.Text(negotiation.Offer()), StringComparison.Ordinal);
        var after = negotiation.Take(Body.Audio("8 101")).Audio;
        Assert.Equal((true, true, false), (after.Sends, after.Receives, negotiation.IsHeld));
    }

    [Theory]
    [InlineData("a=sendonly", "inactive", true)]
    [InlineData("a=inactive", "inactive", true)]
    [InlineData("a=recvonly", "sendonly", false)]
    [InlineData("a=sendrecv", "sendonly", false)]
    public void The_box_goes_on_holding_whatever_the_other_side_offers(string offered, string answered, bool held)
    {
        var negotiation = Box.Negotiation();
        negotiation.Wanted = MediaDirection.SendOnly;

        Assert.EndsWith($"a={answered}\n", Body.Text(negotiation.Answer(Body.Audio("8", offered)).Answer), StringComparison.Ordinal);
        Assert.Equal(held, negotiation.IsHeld);
    }

    [Theory]
    [InlineData("a=sendonly", false, true, true)]
    [InlineData("a=recvonly", true, false, false)]
    [InlineData("a=inactive", false, false, true)]
    public void An_answer_can_hold_too(string answered, bool sends, bool receives, bool held)
    {
        var negotiation = Box.Negotiation();
        negotiation.Offer();
        var audio = negotiation.Take(Body.Audio("8", answered)).Audio;

        Assert.Equal((sends, receives, held), (audio.Sends, audio.Receives, negotiation.IsHeld));
    }

    [Fact]
    public void A_held_box_offers_what_it_wants_and_stays_held_until_the_other_side_says_otherwise()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio("8", "a=sendonly"));

        Assert.EndsWith("a=sendrecv\n", Body.Text(negotiation.Offer()), StringComparison.Ordinal);
        negotiation.Take(Body.Audio("8", "a=sendonly"));
        Assert.True(negotiation.IsHeld);
    }
}
