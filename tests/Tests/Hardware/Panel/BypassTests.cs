using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Panel.Power;

namespace Switchhook.Tests.Hardware.Panel;

/// <summary>The rules of a power-fail relay alone, each path of them.</summary>
public sealed class BypassTests
{
    private static readonly TimeSpan Later = Bypass.IdleTime + TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(-48, false, null, LineUse.Idle)]
    [InlineData(36, false, null, LineUse.Idle)]
    [InlineData(35, false, null, LineUse.InUse)]
    [InlineData(-5, false, null, LineUse.InUse)]
    [InlineData(2, false, null, LineUse.NoVoltage)]
    [InlineData(90, true, null, LineUse.Ringing)]
    [InlineData(48, true, "The card is gone.", LineUse.Unknown)]
    public void The_voltage_tells_the_use(double volts, bool isRinging, string? fault, LineUse use) =>
        Assert.Equal(use, LineUses.Of(new LineReadings(volts, 0), isRinging, fault));

    [Theory]
    [InlineData(LineUse.Unknown)]
    [InlineData(LineUse.NoVoltage)]
    [InlineData(LineUse.InUse)]
    [InlineData(LineUse.Ringing)]
    public void Whatever_is_not_idle_begins_the_wait_anew(LineUse use)
    {
        var waiting = Bypass.Begin.Look(LineUse.Idle, false, TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, waiting.IdleSince);
        Assert.Equal(Bypass.Begin, waiting.Look(use, false, Later));
    }

    [Fact]
    public void The_wait_ends_after_its_time_and_not_before()
    {
        var waiting = Bypass.Begin.Look(LineUse.Idle, false, TimeSpan.Zero);
        Assert.False(waiting.Look(LineUse.Idle, false, Bypass.IdleTime - TimeSpan.FromTicks(1)).IsPulled);
        Assert.True(waiting.Look(LineUse.Idle, false, Bypass.IdleTime).IsPulled);
    }

    [Theory]
    [InlineData(BypassState.Waiting, BypassState.Left)]
    [InlineData(BypassState.Serving, BypassState.Leaving)]
    [InlineData(BypassState.Leaving, BypassState.Leaving)]
    [InlineData(BypassState.Left, BypassState.Left)]
    public void The_box_stops(BypassState before, BypassState after) => Assert.Equal(after, new Bypass(before, null).Leave().State);

    [Theory]
    [InlineData(BypassState.Serving, LineUse.InUse, true, BypassState.Serving)]
    [InlineData(BypassState.Serving, LineUse.NoVoltage, false, BypassState.Serving)]
    [InlineData(BypassState.Leaving, LineUse.InUse, true, BypassState.Leaving)]
    [InlineData(BypassState.Leaving, LineUse.Idle, false, BypassState.Left)]
    [InlineData(BypassState.Left, LineUse.Idle, false, BypassState.Left)]
    public void A_look_at_a_line_that_the_box_had(BypassState before, LineUse use, bool boxIsOnLine, BypassState after) =>
        Assert.Equal(after, new Bypass(before, null).Look(use, boxIsOnLine, Later).State);
}
