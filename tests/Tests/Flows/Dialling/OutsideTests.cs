using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Site.Outbound;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Dialling;

/// <summary>What may go out, and what the rules and the guard against fraud keep in.</summary>
public sealed class OutsideTests : IDisposable
{
    private static readonly OutboundRule ByClass = new("9", [""], 1, 20, "outside")
    {
        IsByClass = true,
        Allow = [NumberClass.National, NumberClass.Mobile, NumberClass.TollFree],
    };

    private TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_number_of_the_country_goes_out_with_its_last_digit()
    {
        Use(ByClass);
        Dial(1, "93125550142");
        _box.Until(() => _box.Line(1).DialledDigits == "3125550142", 10, "It is dialled without a wait");
    }

    [Theory]
    [InlineData("919005550142#", "premium number")]
    [InlineData("9011442079460958#", "abroad (GB)")]
    [InlineData("914165550142#", "abroad (CA)")]
    [InlineData("918765550142#", "abroad (JM)")]
    [InlineData("901442079460#", "numbers abroad")]
    public void A_rule_by_digits_lets_nothing_dear_out(string digits, string why)
    {
        Dial(1, digits);
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call is refused");
        Assert.Contains(why, Assert.Single(_box.Entries<CallEnded>()).Cause.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    [Fact]
    public void A_country_that_is_named_may_be_called_and_no_other()
    {
        Use(ByClass with { Allow = [NumberClass.International], Countries = ["CA"] });
        Dial(1, "914165550142");
        _box.Until(() => _box.Line(1).DialledDigits == "14165550142", 10, "Canada is dialled");
        Dial(2, "918765550142");
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "Jamaica is refused");
        Assert.Equal("", _box.Line(2).DialledDigits);
    }

    [Fact]
    public void A_rule_for_some_phones_is_not_for_others()
    {
        Use(ByClass with { Phones = ["102"] });
        Dial(1, "93125550142");
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call is refused");
        Assert.Contains("not from phone 101", Assert.Single(_box.Entries<CallEnded>()).Cause.Words, StringComparison.Ordinal);
        Dial(2, "93125550142");
        _box.Until(() => _box.Line(1).DialledDigits == "3125550142", 10, "The other phone may");
    }

    [Fact]
    public void A_limit_of_calls_holds_for_each_phone()
    {
        Use(ByClass with { Limit = new OutboundLimit(1, null, null) });
        Dial(1, "93125550142");
        _box.Until(() => _box.Line(1).DialledDigits == "3125550142", 10, "The first goes out");
        _box.Phone(1).HangUp();
        _box.Advance(5);
        Dial(1, "93125550142");
        _box.Until(() => _box.Entries<CallEnded>().Count() == 2, 10, "The second does not");
        Assert.Contains("1 calls of the day", _box.Entries<CallEnded>().Last().Cause.Words, StringComparison.Ordinal);
        Dial(2, "93125550142");
        _box.Until(() => _box.Entries<LegStarted>().Count(leg => leg.Party.IsOutside) == 2, 10, "Another phone may");
    }

    [Fact]
    public void A_conversation_ends_when_the_minutes_are_used_up()
    {
        Use(ByClass with { Limit = new OutboundLimit(null, 1, null) });
        Dial(1, "93125550142");
        _box.Until(() => _box.Entries<CallEnded>().Any(), 100, "The call ends after its minute");
        Assert.Contains(_box.Entries<LegEnded>(), leg => leg.Cause.Words.Contains("minutes", StringComparison.Ordinal));
    }

    [Fact]
    public void The_next_group_carries_what_the_first_cannot()
    {
        var site = Sites.Clinic();
        var groups = site.LineGroups
            .SetItem("outside", new LineGroupConfig("outside", ["main-1"], LineOrder.Ascending))
            .Add("spare", new LineGroupConfig("spare", ["main-2"], LineOrder.Ascending));
        Use(site with { LineGroups = groups, Outbound = [ByClass with { Then = ["spare"] }] });
        _box.Line(1).Unplug();
        _box.Advance(3);
        Dial(1, "93125550142");
        _box.Until(() => _box.Line(2).DialledDigits == "3125550142", 15, "The spare line is dialled");
    }

    [Fact]
    public void A_pin_that_is_not_set_lets_nobody_out()
    {
        Use(ByClass with { Pin = "managers" });
        Dial(1, "93125550142");
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call is refused");
        Assert.Contains("pin/managers", Assert.Single(_box.Entries<CallEnded>()).Cause.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_gets_no_second_way_out()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Phone(1).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");

        var caller = _box.Core.Calls.InProgress.Single().Legs.Single(leg => leg.Party.IsOutside);
        var transfer = _box.Driver.Do(() => _box.Core.Switchboard.BlindTransferAsync(caller, "93125550100"));
        _box.Advance(2);

        Assert.True(transfer.IsCompletedSuccessfully);
        Assert.Equal(CauseCode.Refused, (await transfer)!.Code);
        Assert.Contains(_box.Entries<StepTaken>(), step => step.Why.Contains("may not call out through the box", StringComparison.Ordinal));
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party == Party.Line("main-2"));
    }

    [Theory]
    [InlineData("3125550142", true)]
    [InlineData("19005550142", false)]
    [InlineData("011442079460958", false)]
    public void Who_asks_to_be_called_back_cannot_make_the_box_call_dear_numbers(string number, bool may) =>
        Assert.Equal(may, _box.Core.Site.DialPlan.MayCall(number, "outside"));

    [Fact]
    public void A_phone_that_dials_and_dials_is_stopped_with_an_alarm_until_somebody_lifts_it()
    {
        var alerts = ImmutableSortedDictionary<string, AlertConfig>.Empty.Add(
            "boss", new AlertConfig("boss", new AlertWay.Webhook(new Uri("https://example.com/hook"))));
        Use(Sites.Clinic() with { Alerts = alerts });
        for (var n = 0; n < FraudGuard.ShortInARow; n++)
        {
            Dial(1, $"9312555{n:0000}#");
            _box.Until(() => _box.Entries<LegStarted>().Count(leg => leg.Party.IsOutside) == n + 1, 20, "It goes out");
            _box.Phone(1).HangUp();
            _box.Advance(3);
        }

        var stop = Assert.Single(_box.Entries<OutsideStopped>());
        Assert.Equal("101", stop.Phone);
        Assert.Contains("20 calls in a row", stop.Why, StringComparison.Ordinal);
        Assert.Contains(_box.Alerts.Tries, told => told.StartsWith("boss Calls of phone 101", StringComparison.Ordinal));
        Assert.Contains("calls out of phone 101", _box.Core.Live.Current.Faults.Keys);

        Dial(1, "93125550100#");
        _box.Until(() => _box.Entries<CallEnded>().Count() == FraudGuard.ShortInARow + 1, 20, "No call goes out any more");
        Assert.Equal(FraudGuard.ShortInARow, _box.Entries<LegStarted>().Count(leg => leg.Party.IsOutside));
        _box.Phone(1).HangUp();
        _box.Advance(2);

        Dial(1, "911");
        _box.Until(() => _box.Line(1).DialledDigits == "911", 10, "A stopped phone still calls for help");
        _box.Phone(1).HangUp();
        _box.Advance(5);

        Dial(2, "*48101");
        _box.Advance(2);
        Assert.Null(_box.Entries<OutsideStopped>().ElementAtOrDefault(1));
        _box.Phone(2).HangUp();

        Assert.True(_box.Driver.Do(() => _box.Core.Switchboard.Gate.Release("101", "the test")));
        Assert.Null(_box.Entries<OutsideStopped>().Last().Until);
        Assert.DoesNotContain("calls out of phone 101", _box.Core.Live.Current.Faults.Keys);
    }

    [Fact]
    public void A_stop_survives_a_restart_and_ends_after_its_time()
    {
        var until = _box.Driver.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        _box.Driver.Do(() => _box.Core.Switchboard.Gate.Restore([new OutsideStopped("101", until, "Odd.")]));
        Dial(1, "95550142#");
        _box.Until(() => _box.Entries<CallEnded>().Any(), 10, "The call is refused");
        Assert.Equal("Odd.", Assert.Single(_box.Entries<CallEnded>()).Cause.Words);
        _box.Phone(1).HangUp();
        _box.Advance(61);
        Dial(1, "95550142#");
        _box.Until(() => _box.Line(1).DialledDigits == "5550142", 10, "It goes out again");
        Assert.Equal(LineStatus.InUse, _box.Core.Live.Current.Lines["main-1"].Status);
    }

    private void Dial(int phone, string digits)
    {
        _box.Phone(phone).Lift();
        _box.Advance(1);
        _box.Phone(phone).Dial(digits);
    }

    private void Use(OutboundRule rule) => Use(Sites.Clinic() with { Outbound = [rule] });

    private void Use(SiteModel site)
    {
        _box.Dispose();
        _box = new TestBox(site);
    }
}
