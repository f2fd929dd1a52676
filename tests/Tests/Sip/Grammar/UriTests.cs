using System.Net;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>URIs.</summary>
public sealed class UriTests
{
    [Fact]
    public void Reads_each_part()
    {
        var uri = Sip("sips:al%69ce;x=1:se%63ret@[2001:db8::1]:5071;transport=tcp;lr;maddr=a.b?Subject=hi%20you&X=%3C");
        Assert.True(uri.IsSecure);
        Assert.Equal("al%69ce;x=1", uri.User.ToString());
        Assert.Equal("alice", uri.UserName);
        Assert.Equal("se%63ret", uri.Password.ToString());
        Assert.Equal("[2001:db8::1]", uri.Host.ToString());
        Assert.Equal((ushort)5071, uri.Port);
        Assert.Equal("tcp", uri.Transport.ToString());
        Assert.True(uri.IsLooseRouter);
        Assert.Equal("Subject=hi%20you&X=%3C", uri.Headers.ToString());
        Assert.True(uri.TryGetAddress(out var address));
        Assert.Equal(IPAddress.Parse("2001:db8::1"), address);
        Assert.False(Sip("sip:a@host.example").TryGetAddress(out _));
    }

    [Theory]
    [InlineData("sip:")]
    [InlineData("sip:@host")]
    [InlineData("sip:a@")]
    [InlineData("sip:a@host:")]
    [InlineData("sip:a@host:0")]
    [InlineData("sip:a@host:65536")]
    [InlineData("sip:a@[::1")]
    [InlineData("sip:a@[x]")]
    [InlineData("sip:a@ho st")]
    [InlineData("sip:a@host>")]
    [InlineData("sip:a b@host")]
    [InlineData("sip:a\"@host")]
    [InlineData("sip:a@b@c")]
    [InlineData("sip:a@host\r\nX: y")]
    [InlineData("a@host")]
    [InlineData(":a@host")]
    [InlineData("")]
    public void What_is_no_sip_uri_is_refused(string text) => Assert.Null(SipUri.Parse(text));

    [Fact]
    public void So_many_parameters_that_comparing_would_take_long_are_refused() =>
        Assert.Null(SipUri.Parse("sip:a@b" + string.Concat(Enumerable.Repeat(";a", 65))));

    // The pairs of RFC 3261 §19.1.4, and some.
    [Theory]
    [InlineData("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtlanTa.CoM;Transport=tcp")]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5")]
    [InlineData("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on")]
    [InlineData("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
        "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com")]
    [InlineData("sip:alice@atlanta.com?subject=project%20x&priority=urgent", "sip:alice@atlanta.com?priority=urgent&subject=project%20x")]
    [InlineData("sip:a@[2001:db8::1]", "sip:a@[2001:DB8:0::1]")]
    [InlineData("sip:%00@h", "sip:%00@h")]
    public void The_same_uris(string one, string other)
    {
        Assert.Equal(Sip(one), Sip(other));
        Assert.Equal(Sip(other), Sip(one));
        Assert.Equal(Sip(one).GetHashCode(), Sip(other).GetHashCode());
    }

    [Theory]
    [InlineData("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP")]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060")]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp")]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp")]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting")]
    [InlineData("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off")]
    [InlineData("sip:a@h;user=phone", "sip:a@h")]
    [InlineData("sip:a@h;maddr=x", "sip:a@h")]
    [InlineData("sip:a@h", "sips:a@h")]
    [InlineData("sip:a%3Bb@h", "sip:a;b@h")]
    [InlineData("sip:a%2541@h", "sip:a%41@h")]
    [InlineData("sip:%00@h", "sip:%00%00@h")]
    [InlineData("sip:a:x@h", "sip:a@h")]
    public void Different_uris(string one, string other)
    {
        Assert.NotEqual(Sip(one), Sip(other));
        Assert.NotEqual(Sip(other), Sip(one));
    }

    [Theory]
    [InlineData("*98#", "sip:*98%23@h")]
    [InlineData("a b", "sip:a%20b@h")]
    [InlineData("a@x\r\nVia: y", "sip:a%40x%0D%0AVia%3A%20y@h")]
    [InlineData("\u00FC", "sip:%C3%BC@h")]
    [InlineData("100%41", "sip:100%2541@h")]
    public void Makes_uris_whose_user_is_what_was_given(string user, string text)
    {
        var uri = SipUri.Create(user, "h");
        Assert.Equal(text, uri.ToString());
        Assert.Equal(user, uri.UserName);
    }

    [Fact]
    public void Makes_uris_of_addresses_and_parameters()
    {
        var uri = SipUri.Create(null, IPEndPoint.Parse("[::1]:5060"), ("transport", "tcp"), ("lr", null));
        Assert.Equal("sip:[::1]:5060;transport=tcp;lr", uri.ToString());
        Assert.Equal("sip:a@h;x=1%3B2", SipUri.Create("a", "h", null, ("x", "1;2")).ToString());
        Assert.Throws<ArgumentException>(() => SipUri.Create("a", "h>"));
    }

    [Fact]
    public void Reads_telephone_numbers_and_other_schemes()
    {
        var tel = Assert.IsType<TelUri>(AnyUri.Parse("tel:+49(30)901-820;ext=5"u8.ToArray()));
        Assert.True(tel.IsGlobal);
        Assert.Equal("+4930901820", tel.Number);
        Assert.Equal("5", tel.Params.Value("ext"u8));
        Assert.Null(AnyUri.Parse("tel:abc!"u8.ToArray()));
        Assert.Equal("urn", Assert.IsType<OtherUri>(AnyUri.Parse("urn:service:sos"u8.ToArray())).Scheme.ToString());
        Assert.Null(AnyUri.Parse("1x:y"u8.ToArray()));
    }

    [Fact]
    public void Comparing_allocates_nothing()
    {
        var (one, other) = (Sip("sip:%61@h;x=1;transport=udp?a=b"), Sip("sip:a@H;transport=UDP?a=b"));
        Assert.Equal(0, Allocation.Of(() => Assert.True(one.Equals(other))));
    }

    private static SipUri Sip(string text) => SipUri.Parse(text) ?? throw new InvalidOperationException($"Not read: {text}");
}
