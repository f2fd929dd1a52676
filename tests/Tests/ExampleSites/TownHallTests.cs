using Switchhook.Calls.Journal;

namespace Switchhook.Tests.ExampleSites;

/// <summary>Callers of the town hall in two languages, by sound.</summary>
public sealed class TownHallTests
{
    private const string Citizen = "6045550142";
    private const string Open = "2026-11-24T10:00";

    [Fact]
    public void Who_chooses_Mandarin_hears_it_and_comes_to_who_speaks_it()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, Open);
        hall.LogIn(1, "61");
        hall.LogIn(2, "62");
        hall.Call(Citizen, ["2", "4"]);
        hall.Waits("information");
        hall.Lifted(2);
        Assert.Equal("lin", hall.Box.Entries<QueueJoined>().Single().Agent);
        Assert.Equal(["for-english en", "for-mandarin zh", "welcome zh", "main-menu zh", "address zh"], hall.Heard().Take(5));
    }

    [Fact]
    public void Who_chooses_English_hears_it_and_comes_to_anybody()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, Open);
        hall.LogIn(1, "61");
        hall.Call(Citizen, ["1", "4"]);
        hall.Waits("information");
        hall.Lifted(1);
        Assert.Equal(["for-english en", "for-mandarin zh", "welcome en", "main-menu en", "address en"], hall.Heard().Take(5));
    }

    [Fact]
    public void Who_chooses_nothing_hears_English()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, Open);
        hall.LogIn(3, "63");
        hall.Call(Citizen, [null, null, null, null]);
        hall.Waits("information");
        Assert.Equal(
            ["welcome en", "main-menu en", "box en", "main-menu en", "box en", "main-menu en"], hall.Heard().Skip(2).Take(6));
    }

    [Fact]
    public void The_line_of_the_leaflets_is_Mandarin_from_the_first_word()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, Open);
        hall.LogIn(2, "62");
        hall.Call(Citizen, ["1", "1"], line: 4);
        hall.Waits("permits", line: 4);
        hall.Lifted(2);
        Assert.Equal(["welcome zh", "main-menu zh", "has-application zh", "box zh"], hall.Heard(4).Take(4));
    }

    [Fact]
    public void With_nobody_who_speaks_it_a_Mandarin_caller_is_not_given_to_others()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, Open);
        hall.LogIn(1, "61");
        hall.Call(Citizen, ["2", "4"]);
        hall.Waits("information");
        hall.Box.Advance(30);
        Assert.Empty(hall.Box.Entries<QueueOffered>());
    }

    [Fact]
    public void The_mayor_is_put_through_to_the_counter()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, Open);
        hall.Call("6045550199", ["1"]);
        hall.Lifted(1);
        Assert.Contains("council en", hall.Heard());
    }

    [Fact]
    public void Before_it_opens_the_yard_is_reached_and_goes_on_to_a_message()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, "2026-11-24T07:30");
        hall.Call(Citizen, ["2", "3"]);
        hall.Box.Until(() => hall.Box.Phone(4).IsRinging, 30, "the yard rings");
        hall.LeavesMessage("works");
        Assert.Equal("closed zh", hall.Heard()[2]);
    }

    [Fact]
    public void At_midnight_a_message_is_left_for_the_town_hall()
    {
        using var hall = new ExampleBox(ExampleSite.TownHall, "2026-11-25T00:00");
        hall.Call(Citizen, ["1", "1"]);
        hall.LeavesMessage("town-hall");
        Assert.Equal(["closed en", "message en"], hall.Heard().Skip(2).Take(2));
    }
}
