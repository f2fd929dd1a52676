using System.Text;
using Switchhook.Sip.Events.Bodies;

namespace Switchhook.Tests.Sip.Events.Bodies;

/// <summary>Status lines in NOTIFY of a transfer.</summary>
public sealed class SipFragmentTests
{
    [Fact]
    public void Writes_a_status_line() =>
        Assert.Equal("SIP/2.0 180 Ringing\r\n", Encoding.ASCII.GetString(new SipFragment(180, "Ringing").Write()));

    [Theory]
    [InlineData("SIP/2.0 200 OK\r\n", 200, "OK")]
    [InlineData("SIP/2.0 486 Busy Here", 486, "Busy Here")]
    [InlineData("SIP/2.0 100 Trying\nTo: <sip:a@b>\n\n", 100, "Trying")]
    [InlineData("\r\nSIP/2.0 603 Decline\r\nWarning: 399 x\r\n", 603, "Decline")]
    [InlineData("sip/2.0 200", 200, "")]
    [InlineData("SIP/2.0  200   fine ", 200, "fine")]
    [InlineData("SIP/2.0 404 \u00e4\u0001", 404, "???")]
    public void Reads(string body, int status, string reason) =>
        Assert.Equal(new SipFragment(status, reason), SipFragment.Parse(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("SIP/2.0")]
    [InlineData("SIP/2.0 ")]
    [InlineData("SIP/2.0 20 OK")]
    [InlineData("SIP/2.0 2000 OK")]
    [InlineData("SIP/2.0 099 OK")]
    [InlineData("SIP/2.0 700 OK")]
    [InlineData("SIP/2.0 200OK")]
    [InlineData("SIP/3.0 200 OK")]
    [InlineData("INVITE sip:a@b SIP/2.0")]
    public void Takes_for_no_status(string body) => Assert.Null(SipFragment.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Reads_what_it_writes_and_no_endless_reason()
    {
        Assert.Equal(new SipFragment(202, "Accepted"), SipFragment.Parse(new SipFragment(202, "Accepted").Write()));
        Assert.Equal(128, SipFragment.Parse(Encoding.ASCII.GetBytes("SIP/2.0 500 " + new string('x', 5000)))?.Reason.Length);
    }
}
