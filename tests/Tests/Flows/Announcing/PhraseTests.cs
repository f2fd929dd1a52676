using Switchhook.Flows.Announcing;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Flows.Announcing;

public sealed class PhraseTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(89, 1)]
    [InlineData(90, 2)]
    [InlineData(7 * 60, 5)]
    [InlineData(450, 10)]
    [InlineData(12 * 60, 10)]
    [InlineData(13 * 60, 15)]
    [InlineData(52 * 60, 45)]
    [InlineData(53 * 60, 60)]
    [InlineData(60 * 60, 60)]
    [InlineData(60 * 60 + 1, 61)]
    [InlineData(-5, 0)]
    public void Times_are_rounded_to_those_that_people_use(int seconds, int minutes)
    {
        Assert.Equal(minutes, Phrase.Forecast(TimeSpan.FromSeconds(seconds)).Number);
        Assert.Equal(minutes, Phrase.Waited(TimeSpan.FromSeconds(seconds)).Number);
    }

    [Fact]
    public void Whatever_is_asked_is_among_all_phrases()
    {
        var all = TalkingSite.Phrases("Appointments");

        for (var place = -1; place < 100; place++)
        {
            Assert.Contains(Phrase.Place(place), all);
        }

        for (var minutes = 0.0; minutes < 300; minutes += 0.4)
        {
            Assert.Contains(Phrase.Forecast(TimeSpan.FromMinutes(minutes)), all);
            Assert.Contains(Phrase.Waited(TimeSpan.FromMinutes(minutes)), all);
        }

        foreach (var key in "0123456789*#")
        {
            Assert.Contains(Phrase.CallbackOffer(key), all);
        }

        Assert.Contains(Phrase.CallFrom("Appointments"), all);
        Assert.DoesNotContain(Phrase.CallFrom("Others"), all);
        Assert.Contains(Phrase.PressToAccept('1'), all);
        for (var minute = 0; minute < SpokenTime.MinutesOfDay; minute++)
        {
            Assert.Contains(Phrase.ChosenTime(minute), all);
        }

        foreach (var day in Enum.GetValues<SpokenDay>())
        {
            Assert.Contains(Phrase.ChosenDay(day), all);
        }

        // Thursday's opening, as told on Wednesday and on another day.
        Assert.Contains(Phrase.OpensAgain(new SpokenTime(SpokenDay.Tomorrow, 244)), all);
        Assert.Contains(Phrase.CallbackAt(new SpokenTime(SpokenDay.Thursday, 244)), all);
        Assert.DoesNotContain(Phrase.OpensAgain(new SpokenTime(SpokenDay.Friday, 244)), all);
    }

    [Fact]
    public void A_site_speaks_only_what_it_can_come_to_say()
    {
        var talking = TalkingSite.Of("en", "Appointments");
        talking = talking with { Voicemail = talking.Voicemail.Clear() };
        var site = talking with { Outbound = [], Phones = talking.Phones.Clear() };
        var quiet = new QueueConfig("Appointments", site.Queues["Appointments"].Agents);

        Assert.Equal(14, Phrase.NeededBy(site with { Queues = site.Queues.SetItem("Appointments", quiet) }).Count);
        Assert.Equal(
            [Phrase.NightOff, Phrase.NightOn],
            Phrase.NeededBy(site with { Queues = site.Queues.Clear() }).OrderByDescending(one => one.Kind));
        Assert.Empty(Phrase.NeededBy(site with { Queues = site.Queues.Clear(), Hours = site.Hours.Clear() }));
        Assert.Contains(Phrase.OutsideRefused, Phrase.NeededBy(talking with { Queues = site.Queues.Clear() }));
    }

    [Fact]
    public void A_phone_has_no_other_keys() => Assert.Throws<ArgumentOutOfRangeException>(() => Phrase.PressToAccept('x'));

    [Fact]
    public void The_name_of_a_queue_is_bounded_and_plain()
    {
        Assert.Equal(new string('a', 60), Phrase.CallFrom(new string('a', 1000)).Name);
        Assert.Equal("Sales  now", Phrase.CallFrom("[Sales]\nnow").Name);
        Assert.Equal(new string('a', 59), Phrase.CallFrom(new string('a', 59) + "\U0001F600\U0001F600").Name);
    }
}
