using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>Calls that go on because a phone is busy, or because nobody answers it, on simulated phones 101 to 104.</summary>
public sealed class ForwardTests : IDisposable
{
    private readonly CodeBox _house = new(Sites.Clinic());

    private TestBox Box => _house.Box;

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_call_that_finds_the_phone_not_to_be_disturbed_goes_on()
    {
        _house.Code(1, "*74102");
        _house.Code(1, "*78");
        Assert.Equal(
            "Not to be disturbed. When busy, calls go on to 102.", Box.Core.Live.Current.DiversionOf("101").Words);

        _house.Dial(3, "101");
        Box.Until(() => Box.Phone(2).IsRinging, 5, "Phone 102 rings");
        Assert.False(Box.Phone(1).IsRinging);
        Assert.Contains(
            Box.Entries<StepTaken>(), step => step.Why == "Calls for phone 101 go on to 102, because it is busy.");
    }

    [Fact]
    public void A_call_that_finds_the_phone_in_a_dialling_user_s_hand_goes_on_outside()
    {
        _house.Code(1, "*7495550100#");
        Box.Phone(1).Lift();
        Box.Advance(1);

        _house.Dial(3, "101");
        Box.Until(() => Box.Line(1).DialledDigits == "5550100", 15, "The number is dialled");
    }

    [Fact]
    public void A_free_phone_rings_and_its_call_goes_on_when_nobody_answers()
    {
        _house.Code(1, "*74104");
        _house.Code(1, "*76102");
        _house.Dial(3, "101");
        Box.Until(() => Box.Phone(1).IsRinging, 5, "Phone 101 rings");
        Box.Advance(17);
        Assert.False(Box.Phone(2).IsRinging);

        Box.Until(() => Box.Phone(2).IsRinging, 6, "Phone 102 rings");
        Box.Until(() => !Box.Phone(1).IsRinging, 6, "Phone 101 rings no more");
        Box.Phone(2).Lift();
        Box.Until(() => Box.Entries<CallConnected>().Any(), 5, "The two talk");
        Assert.Equal(Party.Phone("102"), Box.Entries<CallConnected>().Single().By);
        Assert.Single(Box.Entries<CallStarted>());
    }

    [Fact]
    public void A_call_goes_on_once_however_the_phones_send_it_round()
    {
        _house.Code(1, "*76102");
        _house.Code(2, "*76101");
        _house.Code(2, "*74101");
        _house.Dial(3, "101");
        Box.Until(() => Box.Phone(2).IsRinging, 30, "Phone 102 rings");
        Box.Until(() => _house.Ends().Any(), 70, "Nobody answers");

        Assert.Equal(CauseCode.NoAnswer, _house.Ends().Single().Cause.Code);
        Assert.Single(Box.Entries<StepTaken>(), step => step.Step == "forward");
    }

    [Fact]
    public void Who_the_calls_go_on_to_reaches_the_phone_itself()
    {
        _house.Code(1, "*76102");
        _house.Dial(2, "101");
        Box.Until(() => Box.Phone(1).IsRinging, 5, "Phone 101 rings");
        Box.Advance(25);
        Box.Until(() => Box.Phone(1).IsRinging, 7, "Phone 101 rings still");
    }

    [Fact]
    public void Each_code_ends_its_own_condition_alone()
    {
        _house.Code(1, "*72102");
        _house.Code(1, "*74103");
        _house.Code(1, "*76104");
        _house.Code(1, "*73");
        Assert.Equal(Diversion.None with { BusyTo = "103", NoAnswerTo = "104" }, Box.Core.Live.Current.DiversionOf("101"));
        _house.Code(1, "*75");
        _house.Code(1, "*77");
        Assert.Empty(Box.Core.Live.Current.Diversions);
    }

    [Theory]
    [InlineData("*74919005550142#")]
    [InlineData("*76919005550142#")]
    public void Calls_cannot_be_set_to_go_on_to_a_premium_number(string code)
    {
        _house.Code(1, code);

        Assert.Contains("premium number", Assert.Single(_house.Ends()).Cause.Words, StringComparison.Ordinal);
        Assert.Empty(Box.Entries<ForwardChanged>());
    }

    [Theory]
    [InlineData(ForwardWhen.Busy)]
    [InlineData(ForwardWhen.NoAnswer)]
    public void The_rules_are_asked_again_when_a_call_would_go_on_to_one(ForwardWhen when)
    {
        Box.Driver.Do(() => Box.Core.Journal.Append(new ForwardChanged("101", "919005550142", "an older site") { When = when }));
        if (when == ForwardWhen.Busy)
        {
            _house.Code(1, "*78");
        }

        _house.Dial(3, "101");
        Box.Until(
            () => Box.Entries<StepTaken>().Any(step => step.Why.Contains("premium number", StringComparison.Ordinal)), 10, "It is refused");
        Box.Advance(30);
        Assert.Equal(when == ForwardWhen.Busy, _house.Ends().Any(end => end.Cause.Code == CauseCode.Busy));
        if (when == ForwardWhen.NoAnswer)
        {
            Box.Until(() => Box.Phone(1).IsRinging, 7, "Phone 101 rings on itself");
        }

        Assert.DoesNotContain(Box.Entries<LegStarted>(), leg => leg.Party.IsOutside);
    }

    [Fact]
    public void Entries_of_older_versions_mean_all_calls()
    {
        var old = System.Text.Json.JsonSerializer.Deserialize(
            """{"kind":"phone.forward","phone":"101","to":"102","by":"phone 101"}""", JournalJson.Default.JournalEntry);
        Assert.Equal(ForwardWhen.Always, Assert.IsType<ForwardChanged>(old).When);
    }
}
