using Switchhook.Hardware.Gpio;
using Switchhook.Testing;
using Switchhook.Testing.Gpio;

namespace Switchhook.Tests.Hardware.Gpio;

public sealed class FilteredInputPortTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _told = [];
    private int _givenBack;

    [Fact]
    public void Without_filters_each_change_is_told_at_once()
    {
        using var port = Open(InterruptMode.EdgeBoth, debounce: 0, glitch: 0);
        Play(port, (0, true), (10, true), (20, false));
        Assert.Equal(["0+", "20-"], _told);
    }

    [Fact]
    public void A_glitch_is_not_told()
    {
        using var port = Open(InterruptMode.EdgeBoth, debounce: 0, glitch: 5);
        Play(port, (0, true), (3, false), (20, true), (40, true));
        Assert.Equal(["25+"], _told);
    }

    [Fact]
    public void Bounce_is_not_told_but_the_level_that_remains_is()
    {
        using var port = Open(InterruptMode.EdgeBoth, debounce: 30, glitch: 0);
        Play(port, (0, true), (2, false), (4, true), (10, false), (100, false));
        Assert.Equal(["0+", "30-"], _told);
    }

    [Theory]
    [InlineData(InterruptMode.EdgeRising, "0+")]
    [InlineData(InterruptMode.EdgeFalling, "10-")]
    [InlineData(InterruptMode.None, "")]
    public void Only_the_edges_that_are_wanted_are_told(InterruptMode mode, string told)
    {
        using var port = Open(mode, debounce: 0, glitch: 0);
        Play(port, (0, true), (10, false));
        Assert.Equal(told, string.Join(' ', _told));
    }

    [Fact]
    public void Observers_hear_what_the_event_tells_until_they_leave()
    {
        using var port = Open(InterruptMode.EdgeBoth, debounce: 0, glitch: 0);
        var observer = new Observer();
        using (port.Subscribe(observer))
        {
            Play(port, (0, true), (20, false));
        }

        Play(port, (30, true));
        Assert.Equal([true, false], observer.Levels);
    }

    [Fact]
    public void A_port_that_is_disposed_is_silent_and_gives_its_pin_back_once()
    {
        var port = Open(InterruptMode.EdgeBoth, debounce: 0, glitch: 5);
        port.Tell(true);
        port.Dispose();
        port.Dispose();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_told);
        Assert.Equal(1, _givenBack);
    }

    private FilteredInputPort Open(InterruptMode mode, int debounce, int glitch)
    {
        var port = new FilteredInputPort(new FakePin("in"), false, mode, ResistorMode.Disabled, _time, _ => _givenBack++)
        {
            DebounceDuration = TimeSpan.FromMilliseconds(debounce),
            GlitchDuration = TimeSpan.FromMilliseconds(glitch),
        };
        port.Changed += (_, change) => _told.Add($"{_time.Elapsed.TotalMilliseconds}{(change.New.State ? '+' : '-')}");
        return port;
    }

    private void Play(FilteredInputPort port, params (int At, bool Level)[] levels)
    {
        foreach (var (at, level) in levels)
        {
            _time.Advance(TimeSpan.FromMilliseconds(at) - _time.Elapsed);
            port.Tell(level);
        }
    }

    private sealed class Observer : IObserver<IChangeResult<DigitalState>>
    {
        public List<bool> Levels { get; } = [];

        public void OnCompleted() => Levels.Clear();

        public void OnError(Exception error) => Levels.Clear();

        public void OnNext(IChangeResult<DigitalState> value) => Levels.Add(value.New.State);
    }
}
