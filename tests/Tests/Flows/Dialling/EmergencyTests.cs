using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling.Emergency;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Alerts;
using Switchhook.Site.Outbound;
using Switchhook.Site.Queues;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>A call for help goes out, whatever the state of the house.</summary>
public sealed class EmergencyTests : IDisposable
{
    private TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void It_goes_out_and_is_told_at_the_same_moment()
    {
        var alerts = ImmutableSortedDictionary<string, AlertConfig>.Empty.Add(
            "boss", new AlertConfig("boss", new AlertWay.Webhook(new Uri("https://example.com/hook"))));
        Use(Sites.Clinic() with { Alerts = alerts, Emergency = new EmergencyConfig([], ["103"], null) });
        Dial(2, "911");
        _box.Until(() => _box.Phone(3).IsRinging, 3, "The front desk rings");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");

        var called = Assert.Single(_box.Entries<EmergencyCalled>());
        Assert.Equal(("911", "102", "Phone 2", "Room 2"), (called.Number, called.Phone, called.Name, called.Place));
        Assert.Contains(_box.Alerts.Tries, told => told.Contains("EMERGENCY CALL to 911 from phone 102", StringComparison.Ordinal));
        Assert.False(_box.Phone(1).IsRinging);

        _box.Phone(3).Lift();
        _box.Advance(1);
        _box.Phone(2).HangUp();
        _box.Until(() => _box.Entries<EmergencyEnded>().Any(), 10, "Its end is logged");
        var ended = _box.Entries<EmergencyEnded>().Single();
        Assert.Equal(("main-1", "+13125550101"), (ended.Line, ended.CallBack));
    }

    [Fact]
    public void All_lines_are_busy_and_a_call_gives_way_that_is_told_why()
    {
        var site = Sites.Clinic(HuntStrategy.RingAll);
        var office = site.Groups["office"] with { Phones = ["101", "102", "103"], Rounds = 20 };
        var day = new FlowConfig("day", [new FlowStep.Play("welcome"), new FlowStep.Ring("office")]);
        var welcome = new Prompt("welcome", new short[8000]);
        Use(
            site with { Groups = site.Groups.SetItem("office", office), Flows = site.Flows.SetItem("day", day) },
            PromptLibrary.Empty with { Prompts = ImmutableDictionary<string, Prompt>.Empty.Add("welcome", welcome) });
        for (var n = 1; n <= 3; n++)
        {
            Connect(n);
        }

        // A caller waits on the fourth: he goes before those who talk.
        _box.Line(4).Ring(new SimulatedCaller { Number = "3125550104" });
        _box.Advance(12);
        var waiting = _box.Entries<CallStarted>().Last().Call;
        Dial(4, "911");
        _box.Until(() => _box.Line(4).DialledDigits == "911", 60, "911 is dialled");

        var ended = Assert.Single(_box.Entries<CallEnded>(), call => call.Cause.Code == CauseCode.Preempted);
        Assert.Equal(waiting, ended.Call);
        Assert.Contains(
            _box.Entries<StepTaken>(),
            step => step.Call == waiting && step.Why.Contains("needed for an emergency", StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_out_gives_way_first_and_another_emergency_call_never()
    {
        Use(Sites.Clinic(HuntStrategy.RingAll));
        for (var n = 3; n <= 4; n++)
        {
            _box.Line(n).Unplug();
        }

        _box.Advance(3);
        Dial(1, "911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");
        Dial(2, "95550142#");
        _box.Until(() => _box.Line(2).DialledDigits == "5550142", 10, "A call goes out");
        Dial(3, "911");
        _box.Until(() => _box.Line(2).DialledDigits == "911", 30, "The call out gives way");
        Dial(4, "112");
        _box.Until(() => _box.Entries<EmergencyEnded>().Any(), 60, "The third finds none");
        Assert.Null(_box.Entries<EmergencyEnded>().First().Line);
        Assert.Single(_box.Entries<CallEnded>(), call => call.Cause.Code == CauseCode.Preempted);
    }

    [Fact]
    public void A_line_that_fails_gives_way_to_the_next()
    {
        _box.Line(1).Unplug();
        _box.Line(2).Unplug();
        Dial(1, "911");
        _box.Until(() => _box.Line(3).DialledDigits == "911", 20, "The next line is dialled");
    }

    [Fact]
    public void An_agent_who_pauses_calls_for_help()
    {
        var site = Sites.Clinic();
        var agent = new AgentConfig("ana", "Ana", "11") { Phone = "101" };
        Use(site with { Agents = ImmutableSortedDictionary<string, AgentConfig>.Empty.Add("ana", agent) });
        Dial(1, "*43");
        _box.Advance(3);
        _box.Phone(1).HangUp();
        _box.Advance(2);
        Dial(1, "911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");
    }

    [Fact]
    public void Who_talks_already_flashes_and_calls_for_help()
    {
        Connect(1);
        _box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        _box.Advance(2);
        _box.Phone(1).Dial("911");
        _box.Until(() => _box.Line(2).DialledDigits == "911", 10, "911 is dialled");
        Assert.DoesNotContain(_box.Entries<CallEnded>(), call => call.Cause.Code == CauseCode.Preempted);
    }

    [Fact]
    public void A_site_without_a_rule_and_with_rules_for_others_lets_it_out()
    {
        Use(Sites.Clinic() with { Outbound = [], Emergency = new EmergencyConfig(["18002221222"], [], null) });
        Dial(1, "18002221222");
        _box.Until(() => _box.Line(1).DialledDigits == "18002221222", 10, "The number of the site is dialled");
        Assert.Single(_box.Entries<EmergencyCalled>());
    }

    [Fact]
    public void For_an_hour_whoever_calls_back_reaches_the_phone_that_called()
    {
        Use(Sites.Clinic() with { Emergency = new EmergencyConfig([], ["101"], null) });
        Dial(3, "911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "911 is dialled");
        _box.Phone(3).HangUp();
        _box.Until(() => _box.Entries<EmergencyEnded>().Any(), 10, "The call is over");
        _box.Until(() => _box.Line(1).State == ExchangeLineState.Idle, 10, "The line is free");
        _box.Driver.Do(() => _box.Core.SetNight(true, "the test"));
        _box.Advance(2);

        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550911" });
        _box.Until(() => _box.Phone(3).IsRinging, 15, "The phone that called rings");
        _box.Phone(3).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(by => by.By == Party.Phone("103")), 5, "The two talk");
        _box.Phone(3).HangUp();
        _box.Advance(5);

        _box.Advance(EmergencyDesk.CallbackTime.TotalSeconds);
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "After that calls go the usual way");
    }

    [Fact]
    public void The_test_tells_line_and_place_and_dials_nothing()
    {
        Use(Sites.Clinic() with { Emergency = new EmergencyConfig([], [], "*933") });
        Dial(2, "*933");
        _box.Until(() => _box.Entries<EmergencyTested>().Any(test => test.By == "phone 102"), 10, "The test is logged");
        Assert.Contains(_box.Entries<StepTaken>(), step => step.Why.EndsWith("main-1. The place is Room 2.", StringComparison.Ordinal));
        _box.Advance(5);
        Assert.Equal("", _box.Line(1).DialledDigits);
        Assert.Empty(_box.Entries<EmergencyCalled>());
    }

    [Fact]
    public void The_start_looks_whether_it_would_go_out_and_so_does_a_line_that_fails()
    {
        _box.Advance(EmergencyWatch.Settling.TotalSeconds + 1);
        Assert.Equal("main-1", Assert.Single(_box.Entries<EmergencyTested>()).Line);
        for (var n = 1; n <= 4; n++)
        {
            _box.Line(n).Unplug();
        }

        _box.Advance(40);
        Assert.Null(_box.Entries<EmergencyTested>().Last().Line);
        Assert.Contains("emergency calls", _box.Core.Live.Current.Faults.Keys);
    }

    private void Connect(int n)
    {
        _box.Line(n).Ring(new SimulatedCaller { Number = $"312555010{n}" });
        _box.Until(() => _box.Phone(n).IsRinging, 15, $"Phone {n} rings");
        _box.Phone(n).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Count() == n, 5, "The two are connected");
        _box.Advance(1);
    }

    private void Dial(int phone, string digits)
    {
        _box.Phone(phone).Lift();
        _box.Advance(1);
        _box.Phone(phone).Dial(digits);
    }

    private void Use(SiteModel site, PromptLibrary? prompts = null)
    {
        _box.Dispose();
        _box = new TestBox(site, prompts);
    }
}
