using Switchhook.Acd;
using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>How long callers are told that they will wait.</summary>
public sealed class WaitForecastTests
{
    private readonly EngineRig _rig = new(EngineRig.Queue("desk", "ana", "bo", "chen"));

    [Fact]
    public void Who_rings_already_is_told_no_wait()
    {
        _rig.LogIn("ana", "bo");
        _rig.Arrive("one", "desk").Arrive("two", "desk");

        Assert.Equal(TimeSpan.Zero, _rig.Engine.ForecastWait("one"));
        Assert.Equal(TimeSpan.Zero, _rig.Engine.ForecastWait("two"));
    }

    [Fact]
    public void Who_rings_already_is_before_nobody()
    {
        _rig.LogIn("ana", "bo");
        _rig.Arrive("one", "desk").Arrive("two", "desk").Arrive("three", "desk").Arrive("four", "desk");

        // Two agents of three minutes a call: one is free every minute and a half.
        Assert.Equal(TimeSpan.FromMinutes(1.5), _rig.Engine.ForecastWait("three"));
        Assert.Equal(TimeSpan.FromMinutes(3), _rig.Engine.ForecastWait("four"));
    }

    [Fact]
    public void A_free_agent_is_not_missed_because_others_ring()
    {
        var rig = new EngineRig(EngineRig.Queue("desk", "ana", "bo") with
        {
            Overflow = [new OverflowPlan.Forecast(TimeSpan.FromMinutes(1), "elsewhere")],
        });
        rig.LogIn("ana", "bo");
        rig.Arrive("one", "desk").Arrive("two", "desk");

        Assert.Single(rig.RingingFor("two"));
        Assert.DoesNotContain(rig.All, decision => decision is AcdDecision.Overflow);
    }

    [Fact]
    public void The_first_calls_of_a_queue_count_at_once()
    {
        _rig.LogIn("ana");
        _rig.Serve("one", "desk", "ana", 60).Serve("two", "desk", "ana", 60);
        _rig.Arrive("three", "desk").Arrive("four", "desk");

        // The guess of three minutes and two calls of one.
        Assert.Equal(TimeSpan.FromSeconds(100), _rig.Engine.ForecastWait("four"));
    }
}
