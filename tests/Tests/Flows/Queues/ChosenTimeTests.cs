using Switchhook.Calls.Journal;
using Switchhook.Site.Opening;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>Callers who choose the time at which they are called back. The box of the tests begins on a Monday at 08:00.</summary>
public sealed class ChosenTimeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_caller_chooses_a_time_and_is_called_then_and_not_before()
    {
        using var queue = Asking();
        Press(queue, "2", "0807", "1");
        var owed = Owed(queue);
        Assert.Equal(Monday + new TimeSpan(8, 5, 0), owed.NotBefore);
        Assert.Equal(Monday + new TimeSpan(10, 5, 0), owed.PromisedBy);

        var box = queue.Box;
        queue.LogIn(1);
        box.Until(() => box.Phone(1).IsRinging, 400, "The agent is rung");

        Assert.InRange(box.Driver.Time.GetUtcNow(), owed.NotBefore!.Value, owed.NotBefore.Value + TimeSpan.FromSeconds(2));
        Assert.Contains("it has waited 0 s", box.Entries<QueueOffered>().Single().Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in turn", "1")]
    [InlineData("other keys three times", "5", "6", "7")]
    [InlineData("no time that there is, three times", "2", "2561", "9999", "#")]
    [InlineData("closed at all of these times", "2", "1200", "1230", "2330")]
    [InlineData("not confirmed three times", "2", "1400", "2", "1500", "2", "1600", "5")]
    public void Who_wants_or_finds_no_time_is_called_in_turn(string why, params string[] keys)
    {
        using var queue = Asking();
        Press(queue, keys);

        Assert.True(Owed(queue).NotBefore is null, why);
    }

    [Theory]
    [InlineData(0, 14, 30, "1430", "1")]
    [InlineData(1, 8, 0, "0800", "1")]
    [InlineData(0, 15, 0, "1215", "1500", "1")]
    [InlineData(0, 16, 0, "1400", "2", "1600", "1")]
    public void It_is_the_next_time_that_it_is_open(int days, int hour, int minute, params string[] keys)
    {
        using var queue = Asking();
        Press(queue, ["2", .. keys]);

        Assert.Equal(Monday + new TimeSpan(days, hour, minute, 0), Owed(queue).NotBefore);
    }

    [Fact]
    public void Who_presses_nothing_is_called_in_turn()
    {
        using var queue = Asking();

        Assert.Null(Owed(queue, 30).NotBefore);
    }

    [Fact]
    public void An_agent_who_becomes_free_meanwhile_gets_the_caller()
    {
        using var queue = Asking();
        queue.Box.Line(2).PressKeys("2");
        queue.LogIn(1);
        queue.Answer(1);
        queue.Box.Advance(60);

        Assert.Empty(queue.Box.Entries<CallbackOwed>());
    }

    // A caller has pressed the key for a call back, and hears that a time can be chosen. Nobody is logged in.
    private static QueueBox Asking()
    {
        HoursRange[] ranges =
        [
            .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday }.SelectMany(day => new HoursRange[]
            {
                new(day, TimeSpan.FromHours(8), TimeSpan.FromHours(12)), new(day, TimeSpan.FromHours(13), TimeSpan.FromHours(18)),
            }),
        ];
        var queue = new QueueBox(
            one => one with
            {
                Hours = "office",
                Keys = [new QueueKey('1', null)],
                Callback = new CallbackConfig(TimeSpan.FromMinutes(1), "outside", TimeSpan.FromHours(2)) { TakesTimes = true },
            },
            site => site with { Hours = site.Hours.Add("office", new HoursConfig("office", [.. ranges])) });
        queue.Call(2, "3125550199");
        queue.Box.Advance(2);
        queue.Box.Line(2).PressKeys("1");
        queue.Box.Advance(2);
        return queue;
    }

    private static void Press(QueueBox queue, params string[] keys)
    {
        foreach (var answer in keys)
        {
            queue.Box.Line(2).PressKeys(answer);
            queue.Box.Advance(3);
        }
    }

    private static CallbackOwed Owed(QueueBox queue, double limit = 10)
    {
        queue.Box.Until(() => queue.Box.Entries<CallbackOwed>().Any(), limit, "The call is owed");
        return queue.Box.Entries<CallbackOwed>().Single();
    }
}
