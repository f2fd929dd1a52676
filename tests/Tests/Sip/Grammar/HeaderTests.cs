using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>Headers that are read one by one.</summary>
public sealed class HeaderTests
{
    [Fact]
    public void Via_has_all_its_parts()
    {
        var via = Reading.Header<Via>(
            "SIP/2.0/TLS [2001:db8::9]:5061;branch=z9hG4bKx;received=2001:db8::7;rport=99;maddr=m.example;ttl=16;x");
        Assert.Equal("TLS", via.Transport.ToString());
        Assert.Equal("[2001:db8::9]", via.Host.ToString());
        Assert.Equal((ushort)5061, via.Port);
        Assert.True(via.HasUniqueBranch);
        Assert.Equal("2001:db8::7", via.Received.ToString());
        Assert.Equal((ushort)99, via.Rport);
        Assert.Equal("m.example", via.Maddr.ToString());
        Assert.Equal(16u, via.Ttl);
        Assert.True(via.Params.Has("X"u8));
        Assert.False(Reading.Header<Via>("SIP/2.0/UDP a;branch=z9hG4bK").HasUniqueBranch);
        Assert.Equal((ushort)7, Reading.Header<Via>("SIP/2.0/UDP a : 7").Port);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SIP/2.0/UDP")]
    [InlineData("SIP/2.0/UDPa;branch=x")]
    [InlineData("SIP/3.0/UDP a")]
    [InlineData("HTTP/2.0/UDP a")]
    [InlineData("SIP/2.0/UDP a:b")]
    [InlineData("SIP/2.0/UDP a:70000")]
    [InlineData("SIP/2.0/UDP a;;")]
    [InlineData("SIP/2.0/UDP a;rport=x")]
    [InlineData("SIP/2.0/UDP a b")]
    [InlineData("SIP/2.0/UDP [::g]")]
    public void A_malformed_via_is_not_read(string text) => Assert.False(Reading.IsHeader<Via>(text));

    [Theory]
    [InlineData("<sip:a@h>", "", "sip:a@h")]
    [InlineData("sip:a@h", "", "sip:a@h")]
    [InlineData("Bell <sip:a@h>", "Bell", "sip:a@h")]
    [InlineData("A. Bell<sip:a@h>", "A. Bell", "sip:a@h")]
    [InlineData("\"Bell, \\\"A\\\" <x>\"<sip:a@h;lr>;tag=1", "Bell, \"A\" <x>", "sip:a@h;lr")]
    [InlineData("\"\" <tel:+1>", "", "tel:+1")]
    [InlineData("\u00DCmit (home) <sip:a@h>", "\u00DCmit (home)", "sip:a@h")]
    public void Addresses_have_name_and_uri(string text, string name, string uri)
    {
        var address = Reading.Header<NameAddress>(text);
        Assert.Equal(name, address.DisplayName);
        Assert.Equal(uri, address.Uri.ToString());
    }

    [Fact]
    public void Parameters_without_angle_brackets_are_the_headers()
    {
        var bare = Reading.Header<NameAddress>("sip:a@h;transport=udp;tag=1");
        Assert.Equal("1", bare.Tag.ToString());
        Assert.False(bare.SipUri!.Params.Has("transport"u8));
        var contact = Reading.Header<NameAddress>("<sip:a@h;x>;expires=60;q=0.5;reason=\"no \\\"answer\\\"; none\"");
        Assert.Equal(60u, contact.Expires);
        Assert.Equal(0.5, contact.Quality);
        Assert.Equal("no \"answer\"; none", contact.Params["reason"u8].ToString());
        Assert.Equal(["expires", "q", "reason"], contact.Params.ToList().Select(parameter => parameter.Name.ToString()));
        Assert.Equal(uint.MaxValue, Reading.Header<NameAddress>("<sip:a@h>;expires=99999999999").Expires);
        Assert.Null(Reading.Header<NameAddress>("<sip:a@h>;expires=soon").Expires);
        Assert.Equal(1, Reading.Header<NameAddress>("<sip:a@h>;q=7").Quality);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"Bell <sip:a@h>")]
    [InlineData("Bell, A <sip:a@h>")]
    [InlineData("< sip:a@h>")]
    [InlineData("<sip:a@h")]
    [InlineData("sip:a@h>")]
    [InlineData("sip:a@h?x=y")]
    [InlineData("<sip:a@h>;;")]
    [InlineData("<sip:a@h> x")]
    [InlineData("<>")]
    [InlineData("*")]
    public void A_malformed_address_is_not_read(string text) => Assert.False(Reading.IsHeader<NameAddress>(text));

    [Fact]
    public void Lists_are_split_at_the_commas_that_separate()
    {
        var message = Reading.Message(Reading.Options(
            "Contact: \"a, b\" <sip:a@h;x=1,2>;q=1, <sip:b@h>\r\nm: sip:c@h\r\nAllow: INVITE,ACK , BYE\r\nSupported:\r\nRequire: a,,b"));
        Assert.True(message.Headers.ReadAll<NameAddress>(HeaderId.Contact).Is(out var contacts));
        Assert.Equal(["sip:a@h;x=1,2", "sip:b@h", "sip:c@h"], contacts.Select(contact => contact.Uri.ToString()));
        Assert.True(message.Headers.ReadAll<Token>(HeaderId.Allow).Is(out var allowed));
        Assert.Equal(["INVITE", "ACK", "BYE"], allowed.Select(token => token.ToString()));
        Assert.True(message.Headers.ReadAll<Token>(HeaderId.Supported).Is(out var supported));
        Assert.Empty(supported);
        Assert.True(message.Headers.ReadAll<Token>(HeaderId.Unsupported).IsAbsent);
        Assert.Equal("\"a, b\" <sip:a@h;x=1,2>;q=1", message.Headers.ReadTop<NameAddress>(HeaderId.Contact).Or(message.To).ToString());
    }

    [Fact]
    public void A_list_with_too_many_values_is_malformed()
    {
        var many = string.Join(",", Enumerable.Repeat("x", 101));
        Assert.True(Reading.Message(Reading.Options($"Require: {many}")).Headers.ReadAll<Token>(HeaderId.Require).IsMalformed);
    }

    [Fact]
    public void Timers_of_sessions()
    {
        Assert.Equal(new SessionExpires(1800, Refresher.Uas), Reading.Header<SessionExpires>("1800 ; refresher=UAS"));
        Assert.Equal("90", new SessionExpires(90, Refresher.Unsaid).ToString());
        Assert.Equal("90;refresher=uac", new SessionExpires(90, Refresher.Uac).ToString());
        Assert.False(Reading.IsHeader<SessionExpires>("soon"));
        Assert.Equal(new Seconds(5), Reading.Header<Seconds>("5 (busy);duration=3"));
        Assert.Equal(new Seconds(uint.MaxValue), Reading.Header<Seconds>("949302838503028349304023988"));
        Assert.False(Reading.IsHeader<Seconds>("5x"));
        Assert.False(Reading.IsHeader<Seconds>("-5"));
    }

    [Fact]
    public void Numbers_of_requests_and_responses()
    {
        Assert.Equal(new CSeq(9, SipMethod.Invite), Reading.Header<CSeq>("0009  INVITE"));
        Assert.Equal("9 INVITE", new CSeq(9, SipMethod.Invite).ToString());
        Assert.Equal(new RAck(3, new CSeq(9, SipMethod.Invite)), Reading.Header<RAck>("3 9 INVITE"));
        Assert.Equal("3 9 INVITE", new RAck(3, new CSeq(9, SipMethod.Invite)).ToString());
        Assert.False(Reading.IsHeader<CSeq>("9"));
        Assert.False(Reading.IsHeader<CSeq>("9 A B"));
        Assert.False(Reading.IsHeader<RAck>("3 9"));
    }

    [Fact]
    public void A_dialog_to_replace()
    {
        var replaces = Reading.Header<Replaces>("425928@bobster.example.org;to-tag=7743;from-tag=6472;early-only");
        Assert.Equal(new Replaces("425928@bobster.example.org", "7743", "6472", IsEarlyOnly: true), replaces);
        Assert.Equal(replaces, Reading.Header<Replaces>(replaces.ToString()));
        Assert.False(Reading.IsHeader<Replaces>("x;to-tag=1"));
        Assert.False(Reading.IsHeader<Replaces>(";to-tag=1;from-tag=2"));
    }

    [Fact]
    public void Subscriptions()
    {
        Assert.Equal(new EventPackage("dialog", "7"), Reading.Header<EventPackage>("dialog;id=7"));
        Assert.Equal("refer", new EventPackage("refer").ToString());
        Assert.Equal("terminated;reason=timeout", SubscriptionState.Ended("timeout").ToString());
        Assert.Equal("active;expires=60", SubscriptionState.Active(60).ToString());
    }

    [Fact]
    public void Kinds_of_bodies()
    {
        var any = Reading.Header<MediaRange>("application/*;q=0.2");
        Assert.True(any.Covers("application"u8, "sdp"u8));
        Assert.False(any.Covers("text"u8, "plain"u8));
        Assert.Equal(0.2, any.Params.Quality);
        Assert.True(Reading.Header<MediaRange>("*/*").Covers("text"u8, "plain"u8));
        Assert.Equal("a b", Reading.Header<MediaRange>("multipart/mixed; boundary=\"a b\"").Params["boundary"u8].ToString());
        Assert.False(Reading.IsHeader<MediaRange>("application"));
    }

    [Fact]
    public void Reasons()
    {
        var reason = Reading.Header<Reason>("Q.850 ;cause=16 ;text=\"Terminated\"");
        Assert.Equal(new Reason("Q.850", 16, "Terminated"), reason);
        Assert.Equal("Q.850;cause=16;text=\"Terminated\"", reason.ToString());
    }

    [Fact]
    public void Challenges_and_credentials()
    {
        var challenge = Reading.Header<Challenge>(
            "Digest realm=\"a, \\\"b\\\"\",nonce=\"n\" , qop=\"auth,auth-int\", stale=TRUE, algorithm=SHA-256");
        Assert.True(challenge.IsDigest);
        Assert.Equal("a, \"b\"", challenge.Realm.ToString());
        Assert.Equal("n", challenge.Nonce.ToString());
        Assert.Equal("auth,auth-int", challenge.Qop.ToString());
        Assert.True(challenge.IsStale);
        Assert.Equal("SHA-256", challenge.Algorithm.ToString());
        var credentials = Reading.Header<Credentials>("Digest username=\"bob\", uri=\"sip:a;b,c\", nc=00000001, response=\"00\"");
        Assert.Equal("bob", credentials.UserName.ToString());
        Assert.Equal("sip:a;b,c", credentials.Uri.ToString());
        Assert.Equal("00000001", credentials.NonceCount.ToString());
        Assert.False(Reading.Header<Credentials>("NoOneKnowsThisScheme opaque-data=here").IsDigest);
        Assert.False(Reading.IsHeader<Credentials>("Digest username=\"bob"));
    }
}
