using System.Text;
using Switchhook.Calls;
using Switchhook.Hardware.Countries;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Trunks;
using Switchhook.Site;

namespace Switchhook.Tests.Sip.Trunks;

/// <summary>Numbers of callers as providers tell them, and as they are told to providers.</summary>
public sealed class IdentityTests
{
    private static readonly TrunkConfig Trunk = new("voip", new HostPort("sip.example.com", null), "day", [SipCodec.Pcmu])
    {
        User = "account",
        Number = "+13125550199",
    };

    [Theory]
    [InlineData("From: \"Alice\" <sip:3125550142@p.example.com>", "", "3125550142", "Alice")]
    [InlineData("From: <sip:anonymous@anonymous.invalid>", "P-Asserted-Identity: \"Bo\" <tel:+13125550142>", "+13125550142", "Bo")]
    [InlineData("From: <sip:x@p.example.com>", "Remote-Party-ID: <sip:3125550142@p.example.com>;party=calling", "3125550142", null)]
    [InlineData("From: <sip:3125550142@p.example.com>", "Privacy: id", null, null)]
    [InlineData("From: <sip:anonymous@anonymous.invalid>", "", null, null)]
    public void The_caller_is_known_by_the_best_header(string from, string more, string? number, string? name)
    {
        var caller = IncomingIdentity.CallerOf(Invite(from, more), CallerNumberHeader.PAssertedIdentity);

        Assert.Equal((number, name), (caller.Number, caller.Name));
        Assert.NotEmpty(caller.Why);
    }

    [Fact]
    public void The_number_that_was_called_is_that_of_the_request_or_where_that_is_the_contact_that_of_To()
    {
        var invite = Invite("From: <sip:a@p.example.com>", "");

        Assert.Equal("13125550199", IncomingIdentity.CalledOf(invite, "token"));
        Assert.Equal("13125550100", IncomingIdentity.CalledOf(invite, "13125550199"));
    }

    [Theory]
    [InlineData(CallerNumberHeader.PAssertedIdentity, false, "<sip:account@sip.example.com>", "<sip:+13125550199@sip.example.com>")]
    [InlineData(CallerNumberHeader.From, false, "<sip:+13125550199@sip.example.com>", null)]
    [InlineData(
        CallerNumberHeader.RemotePartyId,
        false,
        "<sip:account@sip.example.com>",
        "<sip:+13125550199@sip.example.com>;party=calling;screen=yes;privacy=off")]
    public void The_box_shows_its_number_in_the_header_of_the_site(CallerNumberHeader header, bool hides, string from, string? told)
    {
        var trunk = Trunk with { CallerNumber = new CallerNumberConfig(header, CallerNumberFormat.PlusE164), HidesNumber = hides };
        var identity = new OutgoingIdentity(trunk, new CallOut("3125550142"), CountryTable.Get("US"));

        Assert.Equal(from, identity.From.ToString());
        Assert.Equal(told, identity.Headers.Select(one => one.Value).FirstOrDefault());
    }

    [Fact]
    public void A_hidden_number_is_told_to_the_provider_alone()
    {
        var identity = new OutgoingIdentity(Trunk with { HidesNumber = true }, new CallOut("3125550142"), CountryTable.Get("US"));

        Assert.Equal("\"Anonymous\" <sip:anonymous@anonymous.invalid>", identity.From.ToString());
        Assert.Equal(["<sip:+13125550199@sip.example.com>", "id"], identity.Headers.Select(one => one.Value));
    }

    private static SipMessage Invite(string from, string more)
    {
        var text = $"INVITE sip:13125550199@192.0.2.1 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK1\n{from};tag=a\n"
            + "To: <sip:13125550100@192.0.2.1>\nCall-ID: c\nCSeq: 1 INVITE\nMax-Forwards: 70\n"
            + (more.Length == 0 ? "" : $"{more}\n") + "Content-Length: 0\n\n";
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        Assert.True(SipParser.Parse(bytes, ParseLimits.Default, Framing.Datagram).Is(out var message, out _));
        return message!;
    }
}
