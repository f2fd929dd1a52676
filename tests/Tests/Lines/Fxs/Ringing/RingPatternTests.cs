using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxs.Ringing;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxs.Ringing;

public sealed class RingPatternTests
{
    [Fact]
    public void Without_caller_id_the_cadence_repeats_from_its_beginning()
    {
        var pattern = RingPattern.For(TestCountries.UnitedKingdom, withCallerId: false);
        Assert.Equal(
            [Ring(400), Silence(200), Ring(400), Silence(2000)],
            pattern.Steps.AsEnumerable());
        Assert.Equal(0, pattern.RepeatFrom);
    }

    [Fact]
    public void Caller_id_after_the_first_ring_stands_in_a_pause_that_is_long_enough()
    {
        var pattern = RingPattern.For(TestCountries.UnitedStates, withCallerId: true);
        Assert.Equal(
            [
                Ring(2000),
                Silence(600),
                new RingStep.CallerId(AlertFirst: false),
                new RingStep.Rest(TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(4000)),
                Ring(2000),
                Silence(4000),
            ],
            pattern.Steps.AsEnumerable());
        Assert.Equal(4, pattern.RepeatFrom);
    }

    [Fact]
    public void British_caller_id_follows_a_reversal_and_the_alerting_tone_before_the_first_ring()
    {
        var pattern = RingPattern.For(TestCountries.UnitedKingdom, withCallerId: true);
        Assert.Equal(
            [
                new RingStep.Feed(LineFeed.Reverse, TimeSpan.FromMilliseconds(250)),
                new RingStep.CallerId(AlertFirst: true),
                new RingStep.Feed(LineFeed.Reverse, TimeSpan.FromMilliseconds(250)),
            ],
            pattern.Steps.Take(3));
        Assert.Equal(3, pattern.RepeatFrom);
    }

    [Fact]
    public void Where_a_phone_must_answer_first_for_it_no_caller_id_is_sent() =>
        Assert.Equal(0, RingPattern.For(TestCountries.Japan, withCallerId: true).RepeatFrom);

    private static RingStep Ring(double ms) => new RingStep.Feed(LineFeed.Ringing, TimeSpan.FromMilliseconds(ms));

    private static RingStep Silence(double ms) => new RingStep.Feed(LineFeed.Forward, TimeSpan.FromMilliseconds(ms));
}
