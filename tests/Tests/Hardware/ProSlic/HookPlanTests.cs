using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Fxo;

namespace Switchhook.Tests.Hardware.ProSlic;

/// <summary>Timed changes of a loop, and waits between tries.</summary>
public sealed class HookPlanTests
{
    [Fact]
    public void Pulses_are_breaks_of_60_ms_ten_a_second_and_800_ms_between_digits()
    {
        var plan = new HookPlan();
        plan.Set(closed: true);
        plan.Pulses(Ms(1000), "21");
        var moments = new List<double>();
        while (plan.Due < TimeSpan.MaxValue)
        {
            moments.Add(plan.Due.TotalMilliseconds);
            plan.Act(plan.Due);
        }

        Assert.Equal([1000, 1060, 1100, 1160, 1960, 2020, 2060], moments);
        Assert.True(plan.IsClosed);
    }

    [Fact]
    public void A_late_step_leaves_the_loop_as_it_ought_to_be()
    {
        var plan = new HookPlan();
        plan.Set(closed: true);
        plan.Pulses(Ms(0), "1");
        Assert.Equal((false, true), plan.Act(Ms(500)));
        Assert.True(plan.IsClosed);
        Assert.Equal(TimeSpan.MaxValue, plan.Due);
    }

    [Fact]
    public void Nothing_is_planned_on_hook()
    {
        var plan = new HookPlan();
        plan.Flash(Ms(0), Ms(100));
        plan.Pulses(Ms(0), "1");
        Assert.Equal(TimeSpan.MaxValue, plan.Due);
    }

    [Fact]
    public void A_flash_after_pulses_waits_for_them()
    {
        var plan = new HookPlan();
        plan.Set(closed: true);
        plan.Pulses(Ms(0), "1");
        plan.Flash(Ms(0), Ms(100));
        plan.Act(Ms(0));
        plan.Act(Ms(60));
        Assert.Equal(Ms(100), plan.Due);
        plan.Act(Ms(100));
        Assert.False(plan.IsClosed);
        Assert.Equal((true, true), plan.Act(Ms(200)));
    }

    [Fact]
    public void Waits_grow_to_a_minute_and_begin_anew_after_two_good_minutes()
    {
        var backOff = new BackOff(TimeSpan.FromSeconds(1));
        var waits = Enumerable.Range(0, 8).Select(_ => backOff.Fail(TimeSpan.Zero).TotalSeconds);
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
        backOff.Work(TimeSpan.Zero);
        Assert.Equal(60 + 30, backOff.Fail(TimeSpan.FromSeconds(30)).TotalSeconds);
        backOff.Work(TimeSpan.FromSeconds(100));
        Assert.Equal(220 + 1, backOff.Fail(TimeSpan.FromSeconds(220)).TotalSeconds);
    }

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
