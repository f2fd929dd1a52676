using Switchhook.Sip.Rtp.Packets;

namespace Switchhook.Tests.Sip.Rtp.Packets;

public sealed class RtpTimeTests
{
    [Theory]
    [InlineData(100u, 260u, 160)]
    [InlineData(uint.MaxValue - 79, 80u, 160)]
    [InlineData(80u, uint.MaxValue - 79, -160)]
    public void Distances_go_over_the_wrap(uint earlier, uint later, int steps) => Assert.Equal(steps, RtpTime.Distance(earlier, later));

    [Fact]
    public void A_step_is_an_eighth_of_a_millisecond()
    {
        Assert.Equal(160, RtpTime.Steps(TimeSpan.FromMilliseconds(20)));
        Assert.Equal(20, RtpTime.Milliseconds(160));
    }
}
