using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>What anybody does by a code, on simulated phones 101 to 104.</summary>
public sealed class PhoneCodeTests : IDisposable
{
    private TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_phone_that_is_not_to_be_disturbed_is_passed_over_by_its_group_and_busy_to_the_house()
    {
        Code(1, "*78");
        Assert.True(_box.Core.Live.Current.DiversionOf("101").DoNotDisturb);

        Dial(3, "101");
        _box.Until(() => Ends().Any(end => end.Cause.Words.Contains("not to be disturbed", StringComparison.Ordinal)), 5, "It is busy");
        _box.Phone(3).HangUp();
        Ring();
        _box.Until(() => _box.Phone(2).IsRinging, 15, "The next phone rings");
        Assert.False(_box.Phone(1).IsRinging);
        Assert.Contains(_box.Entries<StepTaken>(), step => step.Why == "Phone 101 is passed over: it is not to be disturbed.");
    }

    [Fact]
    public void A_phone_that_may_be_disturbed_again_rings()
    {
        Code(1, "*78");
        Code(1, "*79");
        Code(1, "*79");

        Assert.Equal([true, false], _box.Entries<DoNotDisturbChanged>().Select(one => one.On));
        Assert.Empty(_box.Core.Live.Current.Diversions);
        Ring();
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
    }

    [Fact]
    public void A_queue_still_rings_an_agent_who_is_not_to_be_disturbed()
    {
        using var queue = new QueueBox();
        queue.LogIn(1);
        queue.Dial(1, "*78");
        queue.Call(1);
        queue.Answer(1);
    }

    [Fact]
    public void Calls_go_on_to_another_phone_which_still_reaches_the_first_one()
    {
        Code(1, "*72102");
        Dial(3, "101");
        _box.Until(() => _box.Phone(2).IsRinging, 5, "Phone 102 rings");
        Assert.False(_box.Phone(1).IsRinging);
        _box.Phone(3).HangUp();
        _box.Advance(2);

        Dial(2, "101");
        _box.Until(() => _box.Phone(1).IsRinging, 5, "Phone 101 rings for 102");
        _box.Phone(2).HangUp();
        _box.Advance(2);

        Code(1, "*73");
        Dial(3, "101");
        _box.Until(() => _box.Phone(1).IsRinging, 5, "Phone 101 rings again");
        Assert.Equal(["102", null], _box.Entries<ForwardChanged>().Select(one => one.To));
    }

    [Fact]
    public void Calls_go_on_outside_by_the_rules_of_the_phone_that_sends_them()
    {
        Code(1, "*7295550100#");
        Dial(3, "101");
        _box.Until(() => _box.Line(1).DialledDigits == "5550100", 15, "The number is dialled");
        Assert.Contains(_box.Entries<StepTaken>(), step => step.Why == "Calls for phone 101 go on to 95550100.");
    }

    [Theory]
    [InlineData("*72919005550142#", "premium number")]
    [InlineData("*72101", "to itself")]
    public void What_the_phone_may_not_call_it_may_not_send_calls_to(string code, string why)
    {
        Code(1, code);

        Assert.Contains(why, Assert.Single(Ends()).Cause.Words, StringComparison.Ordinal);
        Assert.Empty(_box.Entries<ForwardChanged>());
    }

    [Fact]
    public void A_user_hears_that_calls_cannot_go_on_there()
    {
        using var queue = new QueueBox();
        queue.Dial(1, "*72919005550142#");

        Assert.True(QueueBox.SoundAt(1500, queue.Box.Phone(1).Heard()) > 100 * QueueBox.SoundAt(1300, queue.Box.Phone(1).Heard()));
    }

    [Fact]
    public void The_rules_are_asked_again_at_each_call_and_the_phone_rings_when_they_refuse()
    {
        _box.Driver.Do(() => _box.Core.Journal.Append(new ForwardChanged("101", "919005550142", "an older site")));
        Dial(3, "101");
        _box.Until(() => _box.Phone(1).IsRinging, 5, "Phone 101 rings itself");

        Assert.Contains(_box.Entries<StepTaken>(), step => step.Why.Contains("premium number", StringComparison.Ordinal));
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    [Theory]
    [InlineData("*8#")]
    [InlineData("*8101")]
    public void A_call_that_rings_elsewhere_is_picked_up(string code)
    {
        Ring();
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        Dial(3, code);
        _box.Until(() => _box.Entries<CallConnected>().Any(), 5, "The caller is connected");
        Assert.Equal(Party.Phone("103"), _box.Entries<CallConnected>().Single().By);
        _box.Advance(1);
        Assert.False(_box.Phone(1).IsRinging);
    }

    [Fact]
    public void Who_is_in_no_group_with_the_phone_picks_it_up_by_its_number_alone()
    {
        var site = Sites.Clinic();
        Use(site with { Groups = site.Groups.SetItem("office", site.Groups["office"] with { Phones = ["101", "102"] }) });
        Ring();
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");

        Code(3, "*8#");
        Assert.Empty(_box.Entries<CallConnected>());
        Dial(3, "*8101");
        _box.Until(() => _box.Entries<CallConnected>().Any(), 5, "The caller is connected");
    }

    [Fact]
    public void The_last_caller_is_called_back_outside_and_inside()
    {
        Ring();
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Line(1).HangUp();
        _box.Until(() => Ends().Any(), 15, "The caller gives up");
        _box.Advance(8);
        Dial(1, "*69");
        _box.Until(() => _box.Line(1).DialledDigits == "3125550142", 20, "The caller is dialled");
        _box.Phone(1).HangUp();
        _box.Advance(5);

        Dial(3, "101");
        _box.Until(() => _box.Phone(1).IsRinging, 5, "Phone 103 calls");
        _box.Phone(3).HangUp();
        _box.Advance(5);
        Dial(1, "*69");
        _box.Until(() => _box.Phone(3).IsRinging, 5, "Phone 103 is called back");
    }

    [Fact]
    public void A_caller_without_a_number_is_not_mistaken_for_the_one_before()
    {
        Dial(3, "101");
        _box.Until(() => _box.Phone(1).IsRinging, 5, "Phone 103 calls");
        _box.Phone(3).HangUp();
        _box.Advance(3);
        _box.Line(1).Ring(new SimulatedCaller());
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Somebody calls");
        _box.Line(1).HangUp();
        _box.Until(() => Ends().Count() == 2, 15, "Somebody gives up");
        _box.Advance(8);

        Code(1, "*69");
        Assert.Equal(2, Ends().Count());
        Assert.False(_box.Phone(3).IsRinging);
    }

    [Fact]
    public void A_number_that_no_rule_allows_is_not_called_back()
    {
        Use(Sites.Clinic() with { Outbound = [] });
        Ring();
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Line(1).HangUp();
        _box.Until(() => Ends().Any(), 15, "The caller gives up");
        _box.Advance(8);

        Code(1, "*69");
        Assert.DoesNotContain(_box.Entries<LegStarted>(), leg => leg.Party.IsOutside && leg.Origin == LegOrigin.Box);
    }

    private IEnumerable<CallEnded> Ends() => _box.Entries<CallEnded>();

    private void Ring() => _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });

    private void Dial(int phone, string digits)
    {
        _box.Phone(phone).Lift();
        _box.Advance(1);
        _box.Phone(phone).Dial(digits);
    }

    private void Code(int phone, string digits)
    {
        Dial(phone, digits);
        _box.Advance(6);
        _box.Phone(phone).HangUp();
        _box.Advance(1);
    }

    private void Use(SiteModel site)
    {
        _box.Dispose();
        _box = new TestBox(site);
    }
}
