using System.Text;
using Switchhook.Sip.Sdp;

namespace Switchhook.Tests.Sip.Sdp;

/// <summary>Which words of a c= line are addresses.</summary>
public sealed class SdpAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.168.001.010", "192.168.1.10")]
    [InlineData("224.2.1.1/127/3", "224.2.1.1")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("2001:DB8:0:0:0:0:0:7", "2001:db8::7")]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.1")]
    public void Reads(string text, string address) => Assert.Equal(address, Parse(text).Address?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("phone.example.com")]
    [InlineData("1")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.256")]
    [InlineData("192.0.2.1.")]
    [InlineData("192.0.2.1.5")]
    [InlineData("0192.0.2.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[2001:db8::7]")]
    [InlineData("2001:db8:::7")]
    [InlineData(":")]
    public void Takes_for_no_address(string text) => Assert.Null(Parse(text).Address);

    [Theory]
    [InlineData("0.0.0.0", true, true)]
    [InlineData("::", true, true)]
    [InlineData("192.0.2.1", false, true)]
    [InlineData("224.0.0.1", false, false)]
    [InlineData("255.255.255.255", false, false)]
    [InlineData("ff02::1", false, false)]
    [InlineData("host", false, false)]
    public void Knows_the_address_of_hold_and_of_groups(string text, bool unspecified, bool unicast) =>
        Assert.Equal((unspecified, unicast), (Parse(text).IsUnspecified, Parse(text).IsUnicast));

    private static SdpAddress Parse(string text) => SdpAddress.Parse(Encoding.ASCII.GetBytes(text));
}
