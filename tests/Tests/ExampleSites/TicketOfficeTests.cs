using Switchhook.Calls.Journal;

namespace Switchhook.Tests.ExampleSites;

/// <summary>Callers of the ticket office, by sound.</summary>
public sealed class TicketOfficeTests
{
    private const string Caller = "02079460999";
    private const string Open = "2026-11-24T11:00";

    [Fact]
    public void An_order_is_found_and_the_day_of_its_posting_is_said()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, Open);
        office.Call(Caller, ["1", "40071", "2"]);
        office.Box.Until(() => office.Flow.IsOver, 60, "the call ends");
        Assert.Equal(
            [
                "welcome en-GB", "main-menu en-GB", "enter-order en-GB", "posted-on en-GB", "value", "anything-else en-GB",
                "goodbye en-GB",
            ],
            office.Heard());
        Assert.Contains("November", Assert.Single(office.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Tickets_at_the_counter_are_told_with_seats_and_money()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, Open);
        office.Call(Caller, ["1", "40072", "2"]);
        office.Box.Until(() => office.Flow.IsOver, 60, "the call ends");
        Assert.Equal(2, office.Values.Count);
        Assert.Contains("pounds", office.Values[1], StringComparison.Ordinal);
        Assert.Equal(["at-counter en-GB", "value", "to-pay en-GB", "value"], office.Heard().Skip(3).Take(4));
    }

    [Fact]
    public void An_order_that_is_not_there_leads_to_somebody_as_one_who_has_waited()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, Open);
        office.LogIn(1, "31");
        office.Call(Caller, ["1", "99999"]);
        office.Waits("tickets");
        office.Lifted(1);
        Assert.Equal("not-found en-GB", office.Heard()[3]);
        Assert.Contains("Next: queue tickets (head start 1 min).", office.Told);
        Assert.Empty(office.Values);
    }

    [Fact]
    public void An_entry_that_is_too_short_is_asked_for_again()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, Open);
        office.Call(Caller, ["1", "400#", "40073", "2"]);
        office.Box.Until(() => office.Flow.IsOver, 60, "the call ends");
        Assert.Equal(
            ["enter-order en-GB", "box en-GB", "enter-order en-GB", "in-work en-GB"], office.Heard().Skip(2).Take(4));
    }

    [Fact]
    public void Groups_come_to_who_knows_about_them()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, Open);
        office.LogIn(2, "32");
        office.LogIn(1, "31");
        office.Call(Caller, ["3"]);
        office.Waits("tickets");
        office.Lifted(1);
        Assert.Equal("priya", office.Box.Entries<QueueJoined>().Single().Agent);
        Assert.DoesNotContain(office.Box.Entries<QueueOffered>(), offer => offer.Agent == "owen");
    }

    [Fact]
    public void With_nobody_logged_in_a_message_is_left_for_the_queue()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, Open);
        office.Call(Caller, ["2"]);
        office.LeavesMessage("box-office");
        Assert.Equal("all-busy en-GB", office.Heard()[2]);
    }

    [Fact]
    public void In_the_evening_callers_hear_that_it_is_closed()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, "2026-11-24T22:00");
        office.Call(Caller, []);
        office.LeavesMessage("box-office");
        Assert.Equal("we-are-closed en-GB", office.Heard()[0]);
    }

    [Fact]
    public void The_stage_door_is_rung_at_any_time()
    {
        using var office = new ExampleBox(ExampleSite.TicketOffice, "2026-11-24T23:30");
        office.Call(Caller, [], line: 4);
        office.Lifted(4);
    }
}
