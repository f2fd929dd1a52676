using Switchhook.Acd.Plans;

namespace Switchhook.Tests.Acd.Engine;

/// <summary>Things that are due at the same moment.</summary>
public sealed class SameMomentTests
{
    [Fact]
    public void Of_two_that_a_second_tier_opens_to_at_once_the_more_pressing_comes_first()
    {
        var rig = new EngineRig(new QueuePlan("desk", [new QueueMember("ana", TimeSpan.FromSeconds(10))]));
        rig.LogIn("ana");
        rig.Arrive("later", "desk");
        rig.Arrive("earlier", "desk", work => work with { Turn = work.EnteredAt - TimeSpan.FromMinutes(1) });

        rig.Wait(10);

        Assert.Equal(["ana"], rig.RingingFor("earlier"));
        Assert.Empty(rig.RingingFor("later"));
    }
}
