using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Linux.Gpio;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>An input of the kernel over a line that the test moves, on the test's clock.</summary>
public sealed class InputPortTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _told = [];
    private readonly List<DigitalPortResult> _changes = [];
    private readonly FakeInputLine _line;
    private int _wakes;

    public InputPortTests() => _line = new FakeInputLine(_time.GetTimestamp);

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Edges_carry_the_time_of_the_kernel_however_late_they_are_read()
    {
        var port = Port();
        _time.Advance(TimeSpan.FromSeconds(1));
        var first = _time.GetUtcNow().UtcDateTime;
        _line.Set(true);
        _time.Advance(TimeSpan.FromMilliseconds(70));
        _line.Set(false);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        port.Look();

        Assert.Equal([(true, first), (false, first.AddMilliseconds(70))], _changes.Select(change => (change.New.State, change.New.Time)));
        Assert.Equal(DateTimeKind.Utc, _changes[0].New.Time.Kind);
        Assert.Null(_changes[0].Old);
        Assert.Equal(TimeSpan.FromMilliseconds(70), _changes[1].Delta);
    }

    [Theory]
    [InlineData(InterruptMode.EdgeRising, "True True")]
    [InlineData(InterruptMode.EdgeFalling, "False False")]
    [InlineData(InterruptMode.EdgeBoth, "True False True False")]
    public void Only_the_edges_that_were_asked_for_are_told(InterruptMode mode, string told)
    {
        var port = Port(mode);
        Play(port, true, false, true, false);
        Assert.Equal(told, string.Join(' ', _changes.Select(change => change.New.State)));
    }

    [Fact]
    public void Bounce_after_a_change_is_ignored()
    {
        var port = Port(debounce: 30);
        Play(port, true, false, true, false, true);
        Settle(port, 40);
        Assert.True(Assert.Single(_changes).New.State);
        Assert.Null(port.DueAt);
    }

    [Fact]
    public void A_tap_that_is_shorter_than_the_debounce_time_ends_with_it()
    {
        var port = Port(debounce: 30);
        var pressed = _time.GetUtcNow().UtcDateTime;
        Play(port, true);
        Settle(port, 10);
        Play(port, false);
        Settle(port, 10);
        Assert.Single(_changes);

        Settle(port, 10);
        Assert.Equal([true, false], _changes.Select(change => change.New.State));
        Assert.Equal(pressed.AddMilliseconds(12), _changes[1].New.Time);
    }

    [Fact]
    public void A_button_that_bounces_when_let_go_is_not_pressed()
    {
        var port = Port(InterruptMode.EdgeRising, debounce: 30);
        Play(port, true);
        Settle(port, 1000);
        Play(port, false, true, false);
        Settle(port, 1000);
        Assert.Single(_changes);
    }

    [Fact]
    public void An_edge_after_the_debounce_time_counts_though_nobody_looked_in_between()
    {
        var port = Port(debounce: 30);
        _line.Set(true);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        _line.Set(false);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        _line.Set(true);
        port.Look();
        Assert.Equal([true, false, true], _changes.Select(change => change.New.State));
    }

    [Fact]
    public void Lost_edges_are_told_once_and_the_level_is_read_anew()
    {
        var port = Port();
        Play(port, true);
        _line.Set(false, lost: true);
        _line.Set(true);
        _line.Set(false, lost: true);
        port.Look();

        Assert.Equal([true, false], _changes.Select(change => change.New.State));
        Assert.Equal(1, port.Lost);
        Play(port, true);
        Assert.Equal(2, port.Lost);
        Assert.Contains("changes were lost", Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public void The_level_is_read_anew_only_when_no_older_edge_waits()
    {
        var port = Port();
        Play(port, true);
        _line.Set(false, lost: true);
        for (var i = 0; i < 20; i++)
        {
            _line.Set(i % 2 == 0);
        }

        port.Look();
        Assert.Equal(4, _line.Waiting);
        Assert.Equal(0, port.DueAt);
        port.Look();
        Assert.Equal(0, _line.Waiting);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i % 2 == 0), _changes.Select(change => change.New.State));
    }

    [Fact]
    public void A_chip_that_is_pulled_out_is_told_once_and_the_last_level_stays()
    {
        var port = Port();
        Play(port, true);
        _line.IsGone = true;
        port.Check();
        port.Check();

        Assert.True(port.HasEnded);
        Assert.True(port.State);
        Assert.StartsWith("Pin in is gone.", Assert.Single(_told), StringComparison.Ordinal);
        Assert.Equal("Pin in is gone.", Assert.Throws<IOException>(() => port.GlitchDuration = TimeSpan.FromMilliseconds(5)).Message);
    }

    [Fact]
    public void A_change_of_resistor_or_filter_goes_to_the_kernel_and_may_miss_no_edge()
    {
        var port = Port();
        Play(port, true, false);
        port.Resistor = ResistorMode.InternalPullUp;
        port.GlitchDuration = TimeSpan.FromMilliseconds(5);
        Assert.Equal((ResistorMode.InternalPullUp, TimeSpan.FromMilliseconds(5)), _line.Configured);
        Assert.Equal((2, 0), (_wakes, port.DueAt));

        _line.Set(true, lost: true);
        port.Look();
        Assert.Equal([true, false, true], _changes.Select(change => change.New.State));
        Assert.Empty(_told);
    }

    [Fact]
    public void A_listener_that_fails_is_told_and_the_others_hear_the_change()
    {
        var port = Port();
        var heard = new Listener();
        port.Changed += (_, _) => throw new InvalidOperationException("No.");
        using (port.Subscribe(heard))
        {
            Play(port, true);
        }

        Play(port, false);
        Assert.Single(heard.Changes);
        Assert.Equal(["A change of pin in was not taken: No.", "A change of pin in was not taken: No."], _told);
    }

    [Fact]
    public void Disposing_gives_the_line_back_and_nothing_is_told_after()
    {
        var port = Port();
        _line.Set(true);
        port.Dispose();
        port.Look();
        Assert.True(_line.IsDisposed);
        Assert.Empty(_changes);
        Assert.Equal(1, _wakes);
    }

    private LinuxInputPort Port(InterruptMode mode = InterruptMode.EdgeBoth, int debounce = 0)
    {
        var clock = new KernelTime(_time, _time.GetTimestamp);
        var port = new LinuxInputPort(new FakePin("in"), _line, mode, clock, _told.Add, () => _wakes++)
        {
            DebounceDuration = TimeSpan.FromMilliseconds(debounce),
        };
        port.Changed += (_, change) => _changes.Add(change);
        return port;
    }

    // Levels, each a millisecond after the one before.
    private void Play(LinuxInputPort port, params bool[] levels)
    {
        foreach (var level in levels)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            _line.Set(level);
            port.Look();
        }
    }

    private void Settle(LinuxInputPort port, int milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        port.Look();
    }

    private sealed class Listener : IObserver<IChangeResult<DigitalState>>
    {
        public List<IChangeResult<DigitalState>> Changes { get; } = [];

        public void OnNext(IChangeResult<DigitalState> value) => Changes.Add(value);

        public void OnError(Exception error) => throw error;

        public void OnCompleted() => throw new InvalidOperationException();
    }
}
