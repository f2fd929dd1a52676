using System.Collections.Immutable;
using Switchhook.Flows.Lamps;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Lamps;

public sealed class HotlineLampsTests : IDisposable
{
    private readonly TestBox _box = new(Sites.Clinic() with
    {
        Lamps = ImmutableSortedDictionary<string, LampConfig>.Empty.Add("desk-lamp", new LampConfig("desk-lamp", "office")),
    });

    public void Dispose() => _box.Dispose();

    private PatternLamp Lamp => _box.Lamp("desk-lamp");

    [Fact]
    public void A_lamp_follows_a_call_through_the_house()
    {
        Assert.Equal(LampPattern.Off, Lamp.Pattern);
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550123" });
        _box.Until(() => Lamp.Pattern == LampPattern.FastBlink, 15, "The ring");
        _box.Phone(1).Lift();
        _box.Until(() => Lamp.Pattern == LampPattern.Off, 2, "The answer");
    }

    [Fact]
    public void A_lamp_tells_that_everyone_is_busy_and_that_a_caller_waits()
    {
        for (var phone = 1; phone <= 4; phone++)
        {
            _box.Phone(phone).Lift();
        }

        _box.Until(() => Lamp.Pattern == LampPattern.On, 2, "Everyone busy");
        _box.Line(2).Ring(new SimulatedCaller { Number = "3125550123" });
        _box.Until(() => Lamp.Pattern == LampPattern.SlowBlink, 15, "The caller who waits");
    }

    [Fact]
    public void A_lamp_tells_of_a_line_without_battery_and_of_its_return()
    {
        _box.Line(3).Unplug();
        _box.Until(() => Lamp.Pattern == LampPattern.Flash, 5, "The fault");
        _box.Line(3).PlugIn();
        _box.Until(() => Lamp.Pattern == LampPattern.Off, 5, "The repair");
    }

    [Fact]
    public void A_lamp_that_shows_night_is_lit_by_night()
    {
        using var box = new TestBox(Sites.Clinic() with
        {
            Lamps = ImmutableSortedDictionary<string, LampConfig>.Empty.Add("night-lamp", new LampConfig("night-lamp", null)),
        });
        Assert.Equal(LampPattern.Off, box.Lamp("night-lamp").Pattern);
        box.Driver.Do(() => box.Core.SetNight(true, "the test"));
        Assert.Equal(LampPattern.On, box.Lamp("night-lamp").Pattern);
        box.Driver.Do(() => box.Core.SetNight(false, "the test"));
        Assert.Equal(LampPattern.Off, box.Lamp("night-lamp").Pattern);
    }

    [Fact]
    public void A_lamp_with_colours_shows_them_too()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550123" });
        _box.Until(() => Lamp.Sign == new LampSign(LampPattern.FastBlink, LampColour.Green), 15, "The ring in green");
        _box.Line(3).Unplug();
        _box.Line(1).HangUp();
        _box.Until(() => Lamp.Sign == new LampSign(LampPattern.Flash, LampColour.Red), 15, "The fault in red");
    }

    [Fact]
    public void Every_state_has_a_pattern_of_its_own()
    {
        var states = Enum.GetValues<HotlineState>();
        Assert.Equal(states.Length, states.Select(HotlineLamps.PatternOf).Distinct().Count());
    }
}
