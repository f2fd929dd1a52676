using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Journal;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>Which talks of queues are conferences.</summary>
public sealed class ConferenceTests : IDisposable
{
    private static readonly TimeSpan Flash = TimeSpan.FromMilliseconds(500);

    private readonly QueueBox _queue = new();

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void A_colleague_whom_the_agent_brings_in_makes_one()
    {
        Consult();
        _queue.Box.Phone(1).Flash(Flash);
        _queue.Box.Until(() => _queue.Box.Entries<ConferenceBegan>().Any(), 5, "Three talk");
        _queue.Box.Line(1).HangUp();
        _queue.Box.Advance(5);

        Assert.Equal("104", _queue.Box.Entries<ConferenceBegan>().Single().By.Name);
        Assert.Equal(1, Rate());
    }

    [Fact]
    public void A_transfer_makes_none()
    {
        Consult();
        _queue.Box.Phone(1).HangUp();
        _queue.Box.Advance(5);

        Assert.True(_queue.Visits.Values.Single().Transferred);
        Assert.Equal(0, Rate());
    }

    [Theory]
    [InlineData("4", 0)]
    [InlineData("5", 0)]
    [InlineData("6", 1)]
    [InlineData("7", 0)]
    public void A_supervisor_who_joins_in_makes_one_and_one_who_listens_whispers_or_takes_over_does_not(string key, double rate)
    {
        Talk();
        var box = _queue.Box;
        _queue.Dial(3, "*4113");
        box.Phone(3).Lift();
        box.Advance(1);
        box.Phone(3).Dial("*4711");
        box.Until(() => box.Entries<StepTaken>().Any(step => step.Step == "supervision"), 8, "The supervisor listens");
        box.Advance(2);
        box.Phone(3).Dial(key);
        box.Advance(3);

        Assert.True(rate == Rate(), string.Join("\n", box.Journal.TakeLast(30).Select(one => one.Entry.Words)));
    }

    private void Talk()
    {
        _queue.LogIn(1);
        _queue.Call(1);
        _queue.Answer(1);
        _queue.Box.Advance(2);
    }

    private void Consult()
    {
        Talk();
        var box = _queue.Box;
        box.Phone(1).Flash(Flash);
        box.Advance(2);
        box.Phone(1).Dial("104");
        box.Until(() => box.Phone(4).IsRinging, 10, "Phone 104 rings");
        box.Phone(4).Lift();
        box.Advance(3);
    }

    private double? Rate()
    {
        var now = _queue.Box.Driver.Time.GetUtcNow();
        return new QueueReport(_queue.Visits.Values, new Interval(now.AddHours(-1), now.AddHours(1)), new FigureRules(), now)
            .Whole.Value(FigureName.ConferenceRate);
    }
}
