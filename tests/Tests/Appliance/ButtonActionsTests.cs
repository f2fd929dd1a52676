using Switchhook.Appliance.Panels;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Panel.Sounds;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance;

/// <summary>What the buttons do when they are let go, and what the buzzer says to it.</summary>
public sealed class ButtonActionsTests : IDisposable
{
    private readonly TestBox _box = new(Sites.Clinic());
    private readonly HandButton _night = new("night");
    private readonly HandButton _service = new("service");
    private readonly List<bool> _restarts = [];
    private readonly FakeBuzzer _buzzer = new();
    private readonly List<HoldButton> _buttons;
    private readonly ButtonActions _actions;

    public ButtonActionsTests()
    {
        _buttons =
        [
            new HoldButton(_night, [new(TimeSpan.FromSeconds(3), ButtonAction.PartnerAccess)], _box.Driver.Time)
            {
                Press = ButtonAction.Night,
            },
            new HoldButton(
                _service,
                [new(TimeSpan.FromSeconds(3), ButtonAction.Restart), new(TimeSpan.FromSeconds(10), ButtonAction.ForgetAccess)],
                _box.Driver.Time),
        ];
        _actions = new ButtonActions(_buttons, _buzzer, _box.Driver.Loop, _box.Core, _restarts.Add);
    }

    public void Dispose()
    {
        _actions.Dispose();
        _buttons.ForEach(button => button.Dispose());
        _box.Dispose();
    }

    [Fact]
    public void Each_short_press_switches_to_night_or_back()
    {
        Press(_night, 0.1);
        Assert.NotNull(_box.Core.Live.Current.Night);
        Press(_night, 0.1);
        Assert.Null(_box.Core.Live.Current.Night);
        Assert.Equal([BuzzerPattern.DoubleBeep, BuzzerPattern.LongBeep], _buzzer.Played);
    }

    [Fact]
    public void Held_it_lets_the_partner_in_for_four_hours_and_held_again_no_longer()
    {
        Press(_night, 3);
        Assert.Equal(_box.Driver.Time.GetUtcNow() + TimeSpan.FromHours(4), _box.Core.Live.Current.PartnerUntil);
        Assert.Equal([BuzzerPattern.Beep, BuzzerPattern.DoubleBeep], _buzzer.Played);

        Press(_night, 3);
        Assert.Null(_box.Core.Live.Current.PartnerUntil);
        Assert.Equal(2, _box.Entries<PartnerAccessChanged>().Count());
        Assert.Null(_box.Core.Live.Current.Night);
    }

    [Fact]
    public void After_the_partners_time_is_over_it_lets_in_anew()
    {
        Press(_night, 3);
        _box.Advance(TimeSpan.FromHours(4).TotalSeconds);
        Press(_night, 3);
        Assert.Equal(_box.Driver.Time.GetUtcNow() + TimeSpan.FromHours(4), _box.Core.Live.Current.PartnerUntil);
    }

    [Theory]
    [InlineData(2.9, "")]
    [InlineData(3, "False")]
    [InlineData(9.9, "False")]
    [InlineData(10, "True")]
    public void The_last_stage_that_was_reached_counts(double seconds, string restarts)
    {
        Press(_service, seconds);
        Assert.Equal(restarts, string.Join(',', _restarts));
    }

    [Fact]
    public void A_button_is_not_heard_any_more_after_the_end()
    {
        _actions.Dispose();
        Press(_night, 1);
        Press(_service, 20);
        Assert.Null(_box.Core.Live.Current.Night);
        Assert.Empty(_restarts);
    }

    private void Press(HandButton button, double seconds)
    {
        button.Press();
        _box.Advance(seconds);
        button.Release(TimeSpan.FromSeconds(seconds));
        _box.Driver.Drain();
    }

    private sealed class FakeBuzzer : IBuzzer
    {
        public List<BuzzerPattern> Played { get; } = [];

        public string? Fault => null;

        public void Play(BuzzerPattern pattern) => Played.Add(pattern);

        public void Stop() => Played.Clear();
    }

    private sealed class HandButton(string name) : IButton
    {
        public event Action? Pressed;

        public event Action<TimeSpan>? Released;

        public string Name => name;

        public bool IsPressed => false;

        public TimeSpan Held => TimeSpan.Zero;

        public void Press() => Pressed?.Invoke();

        public void Release(TimeSpan held) => Released?.Invoke(held);
    }
}
