using Switchhook.Calls.Journal;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows;

/// <summary>While night is switched on, calls go the night way of their line.</summary>
public sealed class NightTests : IDisposable
{
    private readonly TestBox _box = new(ClinicWithNight());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void By_night_a_call_goes_through_the_night_flow_and_the_journal_says_why()
    {
        Switch(true);
        Ring(1);

        _box.Until(() => _box.Phone(4).IsRinging, 15, "The night phone rings");

        Assert.False(_box.Phone(1).IsRinging);
        Assert.Contains(_box.Entries<StepTaken>(), step => step.Step == "night");
        Assert.Equal(["the test"], _box.Entries<NightChanged>().Select(changed => changed.By));
    }

    [Fact]
    public void A_line_without_a_night_way_and_a_call_by_day_go_as_always()
    {
        Switch(true);
        Ring(2);
        _box.Until(() => _box.Phone(1).IsRinging, 15, "The phone of the day rings on line 2");

        Switch(false);
        Ring(1);
        _box.Until(() => _box.Phone(2).IsRinging, 15, "The next phone of the day rings for line 1");
        Assert.False(_box.Phone(4).IsRinging);
    }

    [Fact]
    public void Switching_to_what_it_is_already_tells_nothing()
    {
        Switch(false);
        Switch(true);
        Switch(true);

        Assert.Single(_box.Entries<NightChanged>());
    }

    private static SiteModel ClinicWithNight()
    {
        var site = Sites.Clinic();
        return site with
        {
            Lines = site.Lines.SetItem("main-1", site.Lines["main-1"] with { NightFlow = "night" }),
            Flows = site.Flows.Add("night", new FlowConfig("night", [new FlowStep.Ring("guard")])),
            Groups = site.Groups.Add("guard", site.Groups["office"] with { Name = "guard", Phones = ["104"] }),
        };
    }

    private void Switch(bool on) => _box.Driver.Do(() => _box.Core.SetNight(on, "the test"));

    private void Ring(int line) => _box.Line(line).Ring(new SimulatedCaller { Number = "3125550123" });
}
