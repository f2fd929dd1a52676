using Switchhook.Testing;

namespace Switchhook.Tests.Testing;

public sealed class LoopDriverTests : IDisposable
{
    private readonly LoopDriver _driver = new();
    private readonly List<string> _seen = [];

    public void Dispose() => _driver.Dispose();

    [Fact]
    public void Runs_timers_and_what_they_post_at_their_own_time()
    {
        _driver.Loop.Schedule(Ms(30), () =>
        {
            Note("timer");
            _driver.Loop.Post(() => Note("posted"));
        });
        _driver.Advance(Ms(100));
        Assert.Equal(["timer at 30", "posted at 30"], _seen);
        Assert.Equal(Ms(100), _driver.Loop.Now);
    }

    [Fact]
    public void A_story_stays_on_the_loop_over_its_awaits()
    {
        _driver.Loop.Launch(async () =>
        {
            await Task.Delay(Ms(100), _driver.Time, CancellationToken.None);
            Note(_driver.Loop.IsCurrent ? "on the loop" : "elsewhere");
        });
        _driver.Advance(Ms(100));
        Assert.Equal(["on the loop at 100"], _seen);
    }

    [Fact]
    public void The_media_tick_comes_every_20_ms_and_before_timers_of_the_same_moment()
    {
        _driver.Loop.Schedule(Ms(40), () => Note("timer"));
        _driver.MediaTick = () => Note("tick");
        _driver.Advance(Ms(59));
        Assert.Equal(["tick at 20", "tick at 40", "timer at 40"], _seen);
    }

    [Fact]
    public void Advancing_until_something_stops_at_that_moment()
    {
        var done = false;
        _driver.Loop.Schedule(Ms(70), () => done = true);
        _driver.AdvanceUntil(() => done, Ms(1000));
        Assert.Equal(Ms(70), _driver.Time.Elapsed);
        Assert.Throws<TimeoutException>(() => _driver.AdvanceUntil(() => false, Ms(1000)));
    }

    [Fact]
    public void A_fault_on_the_loop_fails_the_test()
    {
        _driver.Loop.Schedule(Ms(10), () => throw new InvalidDataException("broken"));
        var failure = Assert.Throws<InvalidOperationException>(() => _driver.Advance(Ms(20)));
        Assert.IsType<InvalidDataException>(failure.InnerException);
    }

    private static TimeSpan Ms(double value) => TimeSpan.FromMilliseconds(value);

    private void Note(string what) => _seen.Add($"{what} at {_driver.Time.Elapsed.TotalMilliseconds}");
}
