using Switchhook.Calls.Journal;

namespace Switchhook.Tests.ExampleSites;

/// <summary>Customers of the shop, by sound.</summary>
public sealed class TeleShopTests
{
    private const string Gold = "04066969801";
    private const string Stranger = "04066969850";
    private const string Open = "2026-11-24T10:00";

    [Fact]
    public void A_gold_customer_who_comes_later_is_answered_before_others()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.LogIn(1, "51");
        shop.Call(Stranger, ["2", "1"]);
        shop.Lifted(1);
        shop.Call(Stranger, ["2", "1"], line: 2);
        var plain = shop.Waits("orders", line: 2);
        shop.Call(Gold, ["1"], line: 3);
        var gold = shop.Waits("orders", line: 3);
        Assert.Contains("gold-thanks de", shop.Heard(3));
        Assert.DoesNotContain("gold-thanks de", shop.Heard(2));

        shop.LogIn(2, "52");
        shop.Lifted(2);
        var joined = shop.Box.Entries<QueueJoined>().Last();
        Assert.Equal(("mehmet", gold.Call), (joined.Agent, joined.Call));
        Assert.NotEqual(plain.Call, joined.Call);
    }

    [Fact]
    public void A_customer_who_calls_from_elsewhere_is_known_by_his_number()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.LogIn(3, "53");
        shop.Call(Stranger, ["1", "1001", "2"]);
        shop.Waits("complaints");
        shop.Lifted(3);
        Assert.Equal(
            ["welcome de", "has-number de", "enter-number de", "gold-thanks de", "main-menu de"], shop.Heard().Take(5));
    }

    [Fact]
    public void A_customer_number_that_is_too_short_is_told_in_the_words_of_the_shop()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.LogIn(1, "51");
        shop.Call(Stranger, ["1", "12#", "1003", "1"]);
        shop.Lifted(1);
        Assert.Equal(["enter-number de", "not-four de", "main-menu de"], shop.Heard().Skip(2).Take(3));
    }

    [Fact]
    public void Complaints_wait_first_for_the_best_of_those_who_can_deal_with_them()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.LogIn(1, "51");
        shop.LogIn(3, "53");
        shop.Call(Gold, ["2"]);
        shop.Waits("complaints");
        shop.Lifted(3);
        Assert.Equal("svea", shop.Box.Entries<QueueJoined>().Single().Agent);
    }

    [Fact]
    public void Questions_of_delivery_ring_the_warehouse_and_then_take_a_message()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.Call(Gold, ["3"]);
        shop.Box.Until(() => shop.Box.Phone(4).IsRinging, 30, "the warehouse rings");
        shop.Box.Until(() => shop.Told.Contains("Next: voicemail warehouse."), 120, "nobody has answered");
        shop.LeavesMessage("warehouse");
    }

    [Fact]
    public void Who_has_ordered_is_asked_how_it_was_and_the_recording_ends_before()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.LogIn(1, "51");
        shop.Call(Gold, ["1"]);
        shop.Lifted(1);
        shop.Box.Advance(5);
        shop.Box.Phone(1).HangUp();
        shop.Flow.Answer(["4", "1"]);
        shop.Box.Until(() => shop.Flow.IsOver && shop.Box.Entries<RecordingEnded>().Any(), 30, "the survey is over");

        Assert.Equal(
            ["friendly 4  5", "solved 1 ja "],
            shop.Box.Entries<SurveyAnswered>().Select(one => $"{one.Question} {one.Key} {one.Meaning} {one.Best}"));
        Assert.All(shop.Box.Entries<SurveyAnswered>(), one => Assert.Equal(("orders", "jule"), (one.Queue, one.Agent)));
        Assert.Equal(
            ["after-order--intro de", "after-order--friendly de", "after-order--solved de", "after-order--thanks de"],
            shop.Heard().TakeLast(4));
        var talk = At<QueueTalkEnded>() - At<RecordingStarted>();
        Assert.InRange((shop.Box.Entries<RecordingEnded>().Single().Length - talk).TotalSeconds, -1, 0.5);
        Assert.True(At<CallEnded>() - At<QueueTalkEnded>() > TimeSpan.FromSeconds(4));

        DateTimeOffset At<T>() => shop.Box.Journal.Last(one => one.Entry is T).At;
    }

    [Fact]
    public void Who_has_never_paid_hears_that_he_may_write()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, Open);
        shop.Call("04066969666", []);
        shop.Box.Until(() => shop.Flow.IsOver, 30, "the call ends");
        Assert.Equal(["please-write de"], shop.Heard());
    }

    [Fact]
    public void By_night_orders_are_taken_as_messages()
    {
        using var shop = new ExampleBox(ExampleSite.TeleShop, "2026-11-24T21:00");
        shop.Call(Gold, []);
        shop.LeavesMessage("orders");
        Assert.Equal("closed de", shop.Heard()[0]);
    }
}
