using System.Net;
using System.Text;
using Switchhook.Sip.Guard;

namespace Switchhook.Tests.Sip.Guard;

public sealed class FirstSightTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("\0\0\0\0")]
    public void Keep_alive_is_no_message(string datagram) => Assert.Equal(DatagramKind.KeepAlive, Look(datagram));

    [Theory]
    [InlineData("INVITE sip:21@box SIP/2.0\r\n")]
    [InlineData("\r\n\r\nOPTIONS sip:box SIP/2.0\r\n")]
    [InlineData("SIP/2.0 200 OK\r\n")]
    [InlineData("!interesting-Method0123456789_*+`.%indeed'~ sip:1 SIP/2.0")]
    [InlineData("NEWMETHOD  not:even an uri SIP/7.0")]
    public void What_begins_with_a_method_or_a_version_may_be_a_message(string datagram) => Assert.Equal(DatagramKind.Sip, Look(datagram));

    [Theory]
    [InlineData("\0\u0001\0\0\u0021\u0012\u00a4\u0042")]
    [InlineData("\u0080\u0000abcd")]
    [InlineData("\u0016\u0003\u0001 ")]
    [InlineData("\0\0\0\0OPTIONS sip:box SIP/2.0")]
    [InlineData(" INVITE sip:box SIP/2.0")]
    [InlineData("hello")]
    [InlineData("hello\r\nworld")]
    [InlineData("<xml />")]
    [InlineData("INVITE\tsip:box SIP/2.0")]
    public void All_else_is_noise(string datagram) => Assert.Equal(DatagramKind.Noise, Look(datagram));

    [Fact]
    public void A_first_word_without_end_is_noise() => Assert.Equal(DatagramKind.Noise, Look(new string('A', 60_000) + " "));

    [Theory]
    [InlineData("friendly-scanner", true)]
    [InlineData("Friendly-Scanner v1", true)]
    [InlineData("sipcli/v1.8", true)]
    [InlineData("VaxSIPUserAgent/3.5", true)]
    [InlineData("Yealink SIP-T54W 96.86.0.100", false)]
    [InlineData("Linphone/5.1.0", false)]
    [InlineData("", false)]
    public void Scanners_are_known_by_their_name(string userAgent, bool isScanner) =>
        Assert.Equal(isScanner, ScannerAgents.Known.Has(Encoding.Latin1.GetBytes(userAgent)));

    [Fact]
    public void A_long_name_is_looked_at_in_part() =>
        Assert.False(ScannerAgents.Known.Has(Encoding.Latin1.GetBytes(new string('x', 5000) + "sipvicious")));

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:0:0:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("::1", "0.0.0.0", false)]
    public void Addresses_are_one_or_two(string one, string other, bool same)
    {
        var (left, right) = (AddressKey.Of(IPAddress.Parse(one)), AddressKey.Of(IPAddress.Parse(other)));
        Assert.Equal(same, left == right);
        Assert.Equal(left, AddressKey.Of(new IPEndPoint(IPAddress.Parse(one), 5060).Serialize()));
    }

    private static DatagramKind Look(string datagram) => DatagramCheck.Of(Encoding.Latin1.GetBytes(datagram));
}
