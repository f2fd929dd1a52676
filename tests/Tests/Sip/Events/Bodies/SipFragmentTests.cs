using System.Text;
using Switchhook.Sip.Events.Bodies;

namespace Switchhook.Tests.Sip.Events.Bodies;

/// <summary>Status lines in NOTIFY of a transfer.</summary>
public sealed class SipFragmentTests
{
    [Fact]
    public void Writes_a_status_line() =>
        Assert.Equal("SIP/2.0 180 Ringing\r\n", Encoding.ASCII.GetString(new SipFragment(180, "Ringing").Write()));
}
