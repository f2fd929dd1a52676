using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling;
using Switchhook.Site.Codes;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;
using Switchhook.Tests.Site;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>Calls that are parked with <c>*85</c> and taken with <c>*86</c> and the place, on simulated phones 101 to 104.</summary>
public sealed class ParkingTests : IDisposable
{
    private readonly CodeBox _house = new(Sites.Clinic() with
    {
        Parking = new ParkingConfig(2, TimeSpan.FromSeconds(40)),
        Emergency = Sites.Clinic().Emergency with { Notify = ["104"] },
    });

    private TestBox Box => _house.Box;

    private IReadOnlyDictionary<int, ParkedPlace> Parked => Box.Core.Live.Current.Parked;

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_caller_is_parked_and_taken_at_another_phone()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Advance(2);

        var place = Assert.Single(Parked.Values);
        Assert.Equal((1, Party.Line("main-1"), Party.Phone("101")), (place.Place, place.Who, place.By));
        Assert.Empty(_house.Ends());
        Assert.False(Box.Phone(1).IsRinging);

        _house.Dial(3, "*861");
        Box.Until(() => Parked.Count == 0, 8, "Phone 103 has it");
        Assert.Equal(Party.Phone("103"), Box.Entries<CallUnparked>().Single().By);
        Assert.Equal([Party.Phone("101"), Party.Phone("103")], Box.Entries<CallConnected>().Select(one => one.By));
        Box.Advance(60);
        Assert.Empty(_house.Ends());

        Box.Phone(3).HangUp();
        Box.Until(() => _house.Ends().Any(), 5, "The call is over");
    }

    [Fact]
    public void Two_places_hold_two_calls_and_a_third_is_refused_and_stays_on_hold()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Advance(2);
        Talk(2, 3);
        ParkAt(2);
        Box.Advance(2);
        Assert.Equal([1, 2], Parked.Keys);
        Box.Phone(2).HangUp();
        Box.Advance(2);

        Talk(1, 4);
        _house.FlashAndDial(1, "*85");
        Box.Advance(6);
        Assert.Equal(2, Parked.Count);
        Assert.Equal(2, Box.Entries<CallParked>().Count());
        Assert.DoesNotContain(_house.Ends(), end => end.Call == Box.Entries<CallStarted>().Last().Call);
    }

    [Fact]
    public void A_place_is_free_when_its_party_hangs_up()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Advance(2);
        Box.Line(1).HangUp();
        Box.Until(() => _house.Ends().Any(), 20, "The caller has gone");

        Assert.Empty(Parked);
        Assert.Empty(Box.Entries<CallUnparked>());
        Assert.IsType<CallEnded>(Box.Journal.Select(one => one.Entry).OfType<CallEntry>().Last());
        Box.Advance(120);
        Assert.False(Box.Phone(1).IsRinging);
        _house.Code(3, "*861");
        Assert.Single(_house.Ends());
    }

    [Fact]
    public void It_rings_back_who_parked_it_twice_and_then_the_front_desk()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Advance(30);
        Assert.False(Box.Phone(1).IsRinging);

        Box.Until(() => Box.Phone(1).IsRinging, 20, "It rings back");
        Box.Until(() => Rings("101") == 2, 80, "It rings back once more");
        Assert.Equal(0, Rings("104"));
        Box.Until(() => Box.Phone(4).IsRinging, 80, "It rings at the front desk");
        Box.Phone(4).Lift();
        Box.Until(() => Parked.Count == 0, 5, "The front desk has it");
        Assert.Equal(Party.Phone("104"), Box.Entries<CallConnected>().Last().By);
        Box.Advance(60);
        Assert.Empty(_house.Ends());
    }

    [Fact]
    public void Who_parked_it_has_it_again_when_it_rings_back()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Until(() => Box.Phone(1).IsRinging, 60, "It rings back");
        Box.Phone(1).Lift();
        Box.Until(() => Parked.Count == 0, 5, "Phone 101 has it");
        Box.Advance(100);
        Assert.Empty(_house.Ends());
        Assert.Equal(1, Rings("101"));
    }

    [Fact]
    public void Taken_while_it_rings_back_it_rings_no_more()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Until(() => Box.Phone(1).IsRinging, 60, "It rings back");
        _house.Dial(3, "*861");
        Box.Until(() => Parked.Count == 0, 8, "Phone 103 has it");
        Box.Advance(10);
        Assert.False(Box.Phone(1).IsRinging);
        Assert.Equal(PhoneStatus.Idle, Box.Core.Live.Current.Phones["101"].Status);
        Assert.Empty(_house.Ends());
    }

    [Fact]
    public void A_call_that_nobody_wants_ends_as_one_that_nobody_answered()
    {
        _house.TakeCaller();
        ParkAt(1);
        Box.Phone(1).HangUp();
        Box.Until(() => _house.Ends().Any(), 1200, "It is let go");

        Assert.Equal(CauseCode.NoAnswer, _house.Ends().Single().Cause.Code);
        Assert.Contains("Nobody came for the call at place 1.", Box.Entries<CallUnparked>().Single().Words, StringComparison.Ordinal);
        Assert.Equal(10, Rings("101"));
        Assert.Equal(5, Rings("104"));
        Assert.Empty(Parked);
    }

    [Fact]
    public async Task A_transfer_to_the_code_parks_and_a_caller_outside_parks_nobody()
    {
        _house.TakeCaller();
        var legs = Box.Core.Calls.InProgress.Single().Legs;
        var (caller, user) = (legs.Single(leg => leg.Party.IsOutside), legs.Single(leg => !leg.Party.IsOutside));
        var refused = Box.Driver.Do(() => Box.Core.Switchboard.BlindTransferAsync(caller, "*85"));
        Assert.Equal(CauseCode.Refused, (await refused)!.Code);
        Assert.Empty(Parked);

        var parked = Box.Driver.Do(() => Box.Core.Switchboard.BlindTransferAsync(user, "*85"));
        Assert.Null(await parked);
        Box.Advance(1);
        Assert.Equal(Party.Line("main-1"), Parked[1].Who);
        Assert.Equal(CauseCode.Transferred, Box.Entries<LegEnded>().Single(leg => leg.Party == Party.Phone("101")).Cause.Code);
        Assert.Empty(_house.Ends());
    }

    [Fact]
    public void An_agent_who_parks_a_caller_of_a_queue_is_free_and_the_caller_is_not_lost()
    {
        using var queue = new QueueBox();
        queue.LogIn(1);
        queue.Call(1);
        queue.Answer(1);
        queue.Box.Advance(2);
        queue.Box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        queue.Box.Advance(2);
        queue.Box.Phone(1).Dial("*85");
        queue.Box.Until(() => queue.Box.Entries<CallParked>().Any(), 8, "It is parked");
        queue.Box.Advance(3);
        queue.Box.Phone(1).HangUp();
        queue.Box.Advance(3);
        Assert.True(queue.Box.Entries<QueueTalkEnded>().Single().Transferred);
        Assert.Empty(queue.Box.Entries<CallEnded>());

        queue.Box.Phone(4).Lift();
        queue.Box.Advance(1);
        queue.Box.Phone(4).Dial("*861");
        queue.Box.Until(() => queue.Box.Entries<CallUnparked>().Any(), 8, "Phone 104 has it");
        queue.Box.Advance(30);
        Assert.Empty(queue.Box.Entries<CallEnded>());
    }

    [Fact]
    public void Nothing_is_parked_without_a_call_on_hold()
    {
        _house.Code(1, "*85");
        Assert.Empty(Box.Entries<CallParked>());
    }

    [Theory]
    [InlineData("*85", DialVerdict.Complete)]
    [InlineData("*86", DialVerdict.Incomplete)]
    [InlineData("*861", DialVerdict.Complete)]
    [InlineData("*863", DialVerdict.Refused)]
    public void Places_that_there_are_not_are_no_codes(string digits, DialVerdict verdict) => Assert.Equal(
        verdict,
        new DialPlan(Sites.Clinic() with { Parking = new ParkingConfig(2, TimeSpan.FromMinutes(2)) }, Sites.UnitedStates).Classify(digits));

    [Fact]
    public void The_site_file_names_places_and_time()
    {
        var read = SiteTexts.Read(SiteTexts.Clinic + "parking: {places: 3, return-after: 90 s}\n");

        Assert.Empty(read.Mistakes);
        Assert.Equal(new ParkingConfig(3, TimeSpan.FromSeconds(90)), read.Model!.Parking);
        Assert.Equal(
            ["Parked calls: places 9 → 3, return after 2 min → 90 s."],
            Switchhook.Site.Diff.SiteDiff.Between(SiteTexts.Read(SiteTexts.Clinic).Model!, read.Model));
    }

    private void Talk(int from, int to)
    {
        var before = Box.Entries<CallConnected>().Count();
        _house.Dial(from, $"10{to}");
        Box.Until(() => Box.Phone(to).IsRinging, 5, "It rings");
        Box.Phone(to).Lift();
        Box.Until(() => Box.Entries<CallConnected>().Count() > before, 5, "The two talk");
        Box.Advance(2);
    }

    private void ParkAt(int phone)
    {
        var before = Box.Entries<CallParked>().Count();
        _house.FlashAndDial(phone, "*85");
        Box.Until(() => Box.Entries<CallParked>().Count() > before, 8, "It is parked");
        Box.Advance(3);
    }

    private int Rings(string phone) => Box.Entries<LegStarted>().Count(
        leg => leg.Party == Party.Phone(phone) && leg.Why.Contains("for the call at place", StringComparison.Ordinal));
}
