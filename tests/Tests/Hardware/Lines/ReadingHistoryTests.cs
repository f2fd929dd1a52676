using Switchhook.Hardware.Lines;

namespace Switchhook.Tests.Hardware.Lines;

public sealed class ReadingHistoryTests
{
    private readonly ReadingHistory _history = new();

    [Fact]
    public void A_second_is_summed_up()
    {
        Add(10.1, -48, 0);
        Add(10.5, -7, 24);
        Add(10.9, -8, 23);
        Add(11.0, -9, 22);
        Assert.Equal(
            [
                new(TimeSpan.FromSeconds(10), new(-48, 0), new(-7, 24), new(-8, 23)),
                new ReadingSample(TimeSpan.FromSeconds(11), new(-9, 22), new(-9, 22), new(-9, 22)),
            ],
            _history.Snapshot());
    }

    [Fact]
    public void It_begins_empty_and_seconds_without_readings_are_missing()
    {
        Assert.Empty(_history.Snapshot());
        Add(1, -48, 0);
        Add(5, -48, 0);
        Assert.Equal([1, 5], _history.Snapshot().Select(sample => sample.At.TotalSeconds));
    }

    [Fact]
    public void It_keeps_the_last_ten_minutes()
    {
        for (var second = 0; second < 1500; second++)
        {
            Add(second, second, 0);
        }

        var kept = _history.Snapshot();
        Assert.Equal((600, 900.0, 1499.0), (kept.Count, kept[0].Last.Volts, kept[^1].Last.Volts));
    }

    [Fact]
    public void A_snapshot_does_not_change()
    {
        Add(1, -48, 0);
        var before = _history.Snapshot();
        Add(1.5, -10, 20);
        Assert.Equal(-48, before[0].Most.Volts);
    }

    private void Add(double seconds, double volts, double milliamps) =>
        _history.Add(TimeSpan.FromSeconds(seconds), new LineReadings(volts, milliamps));
}
