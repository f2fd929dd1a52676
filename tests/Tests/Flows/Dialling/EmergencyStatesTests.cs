using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Outbound;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>Whatever keeps other calls in, a call for help goes out.</summary>
public sealed class EmergencyStatesTests : IDisposable
{
    private static readonly OutboundRule Usual = new("9", [""], 7, 15, "outside");

    private TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData("911")]
    [InlineData("9911")]
    public void A_phone_that_is_not_to_be_disturbed_and_whose_calls_go_on(string digits)
    {
        Code("*78");
        Code("*72102#");
        GoesOut(digits);
    }

    [Theory]
    [InlineData("911")]
    [InlineData("9911")]
    public void A_phone_that_no_rule_is_for(string digits)
    {
        Use(Usual with { Phones = ["104"] });
        IsRefused();
        GoesOut(digits);
    }

    [Fact]
    public void A_phone_whose_rule_wants_a_PIN_that_is_not_set()
    {
        Use(Usual with { Pin = "managers" });
        IsRefused();
        GoesOut("9911");
    }

    [Fact]
    public void A_phone_that_has_used_up_its_calls()
    {
        Use(Usual with { Limit = new OutboundLimit(1, 1, 1) });
        Dial("95550142#");
        _box.Until(() => _box.Line(1).DialledDigits == "5550142", 10, "The one call goes out");
        _box.Phone(1).HangUp();
        _box.Advance(5);
        IsRefused();
        GoesOut("911");
    }

    [Fact]
    public void A_phone_at_an_hour_at_which_nobody_may_call()
    {
        Use(Usual with { Hours = "never" });
        IsRefused();
        _box.Driver.Do(() => _box.Core.SetNight(true, "the test"));
        GoesOut("911");
    }

    [Fact]
    public void A_phone_that_the_guard_has_stopped()
    {
        var until = _box.Driver.Time.GetUtcNow() + TimeSpan.FromHours(1);
        _box.Driver.Do(() => _box.Core.Switchboard.Gate.Restore([new OutsideStopped("101", until, "Odd.")]));
        IsRefused();
        GoesOut("911");
    }

    [Fact]
    public void A_phone_that_rings_for_somebody_else_is_lifted_and_hung_up_and_calls()
    {
        _box.Line(4).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "It rings");
        _box.Phone(1).Lift();
        _box.Advance(2);
        _box.Phone(1).HangUp();
        _box.Advance(3);
        GoesOut("911");
    }

    [Fact]
    public void A_phone_whose_agent_wraps_up_or_pauses()
    {
        var site = Sites.Clinic();
        var agent = new AgentConfig("ana", "Ana", "11") { Phone = "101" };
        _box.Dispose();
        _box = new TestBox(site with { Agents = ImmutableSortedDictionary<string, AgentConfig>.Empty.Add("ana", agent) });
        Code("*4111");
        Code("*43");
        GoesOut("911");
    }

    [Fact]
    public void A_new_site_without_rules_or_phones_comes_into_force_while_the_digits_are_dialled()
    {
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial("91");
        _box.Advance(0.5);
        var bare = Sites.Clinic() with { Outbound = [], LineGroups = Sites.Clinic().LineGroups.Clear() };
        var site = InForce(bare);
        _box.Driver.Do(() => _box.Core.Apply(site, "an update", "another site"));
        _box.Phone(1).Dial("1");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 15, "911 is dialled");

        // Even one in which its line is none any more leaves the call alone.
        var without = InForce(bare with { Lines = bare.Lines.Remove("main-1") });
        _box.Driver.Do(() => _box.Core.Apply(without, "an update", "a line less"));
        _box.Advance(5);
        Assert.Equal("911", _box.Line(1).DialledDigits);
        Assert.DoesNotContain(_box.Entries<CallEnded>(), call => call.Call == _box.Entries<EmergencyCalled>().Single().Call);
    }

    [Fact]
    public void A_box_that_is_told_to_stop_waits_for_it_and_makes_no_other_calls()
    {
        Dial("911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");
        _box.Phone(2).Lift();
        _box.Advance(1);
        _box.Phone(2).Dial("95550142#");
        _box.Until(() => _box.Line(2).DialledDigits == "5550142", 10, "Another call");

        _box.Driver.Do(() => _box.Driver.Loop.Watch(_box.Core.StopAsync("An update.")));
        _box.Advance(3);
        Assert.Equal(CauseCode.BoxStopped, Assert.Single(_box.Entries<CallEnded>()).Cause.Code);
        Assert.Empty(_box.Entries<BoxStopped>());

        _box.Phone(2).HangUp();
        _box.Advance(2);
        _box.Phone(2).Lift();
        _box.Advance(1);
        _box.Phone(2).Dial("95550143#");
        _box.Phone(3).Lift();
        _box.Advance(1);
        _box.Phone(3).Dial("911");
        _box.Until(() => _box.Line(2).DialledDigits == "911", 15, "Another one calls for help");
        Assert.DoesNotContain(_box.Entries<CallStarted>(), call => call.Dialled == "95550143");

        _box.Phone(1).HangUp();
        _box.Phone(3).HangUp();
        _box.Until(() => _box.Entries<BoxStopped>().Any(), 10, "It stops when they are over");
        Assert.Equal(2, _box.Entries<EmergencyEnded>().Count(ended => ended.Line is not null));
    }

    [Fact]
    public void A_box_that_is_told_to_stop_does_not_wait_for_ever()
    {
        Dial("911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");
        _box.Driver.Do(() => _box.Driver.Loop.Watch(_box.Core.StopAsync("An update.")));
        _box.Advance(70);
        Assert.Empty(_box.Entries<BoxStopped>());
        _box.Until(() => _box.Entries<BoxStopped>().Any(), 10, "It stops");
    }

    private void GoesOut(string digits)
    {
        Dial(digits);
        _box.Until(() => _box.Line(1).DialledDigits == "911", 15, "911 is dialled");
        var called = Assert.Single(_box.Entries<EmergencyCalled>());
        Assert.Equal(("911", "101", "Room 1"), (called.Number, called.Phone, called.Place));
        _box.Phone(1).HangUp();
        _box.Until(() => _box.Entries<EmergencyEnded>().Any(), 10, "Its end is told");
        Assert.Equal("main-1", _box.Entries<EmergencyEnded>().Single().Line);
    }

    private void IsRefused()
    {
        var before = _box.Entries<CallEnded>().Count();
        Dial("95550142#");
        _box.Until(() => _box.Entries<CallEnded>().Count() > before, 15, "Another call is refused");
        Assert.Equal(CauseCode.Refused, _box.Entries<CallEnded>().Last().Cause.Code);
        _box.Phone(1).HangUp();
        _box.Advance(3);
    }

    private void Code(string digits)
    {
        Dial(digits);
        _box.Advance(3);
        _box.Phone(1).HangUp();
        _box.Advance(2);
    }

    private void Dial(string digits)
    {
        _box.Phone(1).Lift();
        _box.Advance(1);
        _box.Phone(1).Dial(digits);
    }

    private void Use(OutboundRule rule)
    {
        _box.Dispose();
        _box = new TestBox(Sites.Clinic() with { Outbound = [rule] });
    }

    private static SiteInForce InForce(SiteModel model) => new(model, Sites.UnitedStates, PromptLibrary.Empty);
}
