using Switchhook.Hardware.Watchdog;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Watchdog;

public sealed class WatchdogFeederTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly FakeWatchdog _watchdog;
    private readonly List<string> _told = [];
    private string? _calls;
    private string? _store;

    public WatchdogFeederTests() => _watchdog = new FakeWatchdog(_time);

    public void Dispose() => _watchdog.Dispose();

    [Fact]
    public void It_is_fed_at_once_and_each_quarter_of_its_time()
    {
        using var feeder = Feeder();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([0, 2.5, 5, 7.5, 10], _watchdog.Fed);
        Assert.Empty(_told);
        Assert.False(_watchdog.HasReset);
    }

    [Fact]
    public void A_sick_box_is_not_fed_and_told_once()
    {
        using var feeder = Feeder();
        _time.Advance(TimeSpan.FromSeconds(3));
        _store = "The store has not written for 30 s.";
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([0, 2.5], _watchdog.Fed);
        Assert.True(_watchdog.HasReset);
        Assert.Equal(
            "The watchdog is not fed, and resets the board 10 s after its last feeding: The store has not written for 30 s.",
            Assert.Single(_told));
        Assert.Equal(_store, feeder.Reason);
    }

    [Fact]
    public void It_is_fed_again_when_health_returns_before_the_reset()
    {
        using var feeder = Feeder();
        _calls = "The control loop hangs.";
        _time.Advance(TimeSpan.FromSeconds(6));
        _calls = null;
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.False(_watchdog.HasReset);
        Assert.Equal(2, _told.Count);
        Assert.Equal("The watchdog is fed again.", _told[1]);
        Assert.Null(feeder.Reason);
    }

    [Fact]
    public void Another_reason_is_told_too()
    {
        using var feeder = Feeder();
        _calls = "The control loop hangs.";
        _time.Advance(TimeSpan.FromSeconds(3));
        _calls = "The audio clock stands still.";
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(2, _told.Count);
        Assert.EndsWith(_calls, _told[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_fails_is_a_bad_answer()
    {
        using var feeder = new WatchdogFeeder(_watchdog, [() => throw new InvalidOperationException("Gone.")], _time, _told.Add);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_watchdog.Fed);
        Assert.EndsWith("A question about the box's health failed: Gone.", Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_watchdog_that_takes_no_food_is_told_and_tried_again()
    {
        using var feeder = Feeder();
        _time.Advance(TimeSpan.FromSeconds(1));
        _watchdog.Refuses = true;
        _time.Advance(TimeSpan.FromSeconds(5));
        _watchdog.Refuses = false;
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([0, 7.5, 10], _watchdog.Fed);
        Assert.EndsWith("It takes no food.", _told[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_leaves_the_watchdog_to_its_owner()
    {
        var feeder = Feeder();
        _time.Advance(TimeSpan.FromSeconds(3));
        feeder.Dispose();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal([0, 2.5], _watchdog.Fed);
        Assert.False(_watchdog.IsDisposed);
    }

    private WatchdogFeeder Feeder() => new(_watchdog, [() => _calls, () => _store], _time, _told.Add);

    private sealed class FakeWatchdog(ManualTimeProvider time) : IWatchdog
    {
        private TimeSpan _lastFed;

        public List<double> Fed { get; } = [];

        public bool Refuses { get; set; }

        public bool IsDisposed { get; private set; }

        public bool HasReset => time.Elapsed - _lastFed >= Timeout;

        public TimeSpan Timeout => TimeSpan.FromSeconds(10);

        public void Feed()
        {
            if (Refuses)
            {
                throw new IOException("It takes no food.");
            }

            _lastFed = time.Elapsed;
            Fed.Add(time.Elapsed.TotalSeconds);
        }

        public void Dispose() => IsDisposed = true;
    }
}
