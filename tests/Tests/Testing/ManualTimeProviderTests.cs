using Switchhook.Testing;

namespace Switchhook.Tests.Testing;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> _fired = [];

    [Fact]
    public void Stands_still_until_it_is_moved()
    {
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), _time.GetUtcNow());
        _time.Advance(Ms(1500));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 1, 500, TimeSpan.Zero), _time.GetUtcNow());
        Assert.Equal(Ms(1500), _time.GetElapsedTime(0));
    }

    [Fact]
    public void Fires_in_the_order_of_being_due_and_then_of_making()
    {
        Make("late", 300);
        Make("soon", 100);
        Make("also soon", 100);
        _time.Advance(Ms(299));
        Assert.Equal(["soon at 100", "also soon at 100"], _fired);
        _time.Advance(Ms(1));
        Assert.Equal("late at 300", _fired[^1]);
    }

    [Fact]
    public void A_disposed_or_changed_timer_does_not_fire_at_its_old_time()
    {
        Make("disposed", 100).Dispose();
        Make("changed", 100).Change(Ms(200), Timeout.InfiniteTimeSpan);
        Make("stopped", 100).Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _time.Advance(Ms(1000));
        Assert.Equal(["changed at 200"], _fired);
    }

    [Fact]
    public void A_periodic_timer_fires_each_period_until_it_is_disposed()
    {
        var timer = _time.CreateTimer(_ => Note("beat"), null, Ms(10), Ms(20));
        _time.Advance(Ms(55));
        timer.Dispose();
        _time.Advance(Ms(100));
        Assert.Equal(["beat at 10", "beat at 30", "beat at 50"], _fired);
        Assert.Null(_time.NextDue);
    }

    [Fact]
    public void A_timer_made_by_a_timer_fires_in_the_same_advance()
    {
        _time.CreateTimer(_ => Make("second", 50), null, Ms(100), Timeout.InfiniteTimeSpan);
        _time.Advance(Ms(150));
        Assert.Equal(["second at 150"], _fired);
    }

    [Fact]
    public void Moving_over_a_timer_or_backwards_is_refused()
    {
        Make("due", 100);
        Assert.Throws<InvalidOperationException>(() => _time.MoveTo(Ms(101)));
        _time.MoveTo(Ms(50));
        Assert.Throws<InvalidOperationException>(() => _time.MoveTo(Ms(49)));
        Assert.Empty(_fired);
    }

    private static TimeSpan Ms(double value) => TimeSpan.FromMilliseconds(value);

    private ITimer Make(string name, double dueMs) =>
        _time.CreateTimer(_ => Note(name), null, Ms(dueMs), Timeout.InfiniteTimeSpan);

    private void Note(string name) => _fired.Add($"{name} at {_time.Elapsed.TotalMilliseconds}");
}
