using Switchhook.Appliance.Panel;
using Switchhook.Calls.Journal;
using Switchhook.Hardware.Panel;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance;

/// <summary>What the buttons night, partner and reset do.</summary>
public sealed class ButtonActionsTests : IDisposable
{
    private readonly TestBox _box = new(Sites.Clinic());
    private readonly HandButton _night = new(ButtonActions.Night);
    private readonly HandButton _partner = new(ButtonActions.Partner);
    private readonly HandButton _reset = new(ButtonActions.Reset);
    private readonly List<bool> _resets = [];
    private readonly ButtonActions _actions;

    public ButtonActionsTests() =>
        _actions = new ButtonActions([_night, _partner, _reset, new HandButton("other")], _box.Driver.Loop, _box.Core, _resets.Add);

    public void Dispose()
    {
        _actions.Dispose();
        _box.Dispose();
    }

    [Fact]
    public void Each_press_of_night_switches_to_night_or_back()
    {
        Press(_night, 0.1);
        Assert.NotNull(_box.Core.Live.Current.Night);
        Press(_night, 5);
        Assert.Null(_box.Core.Live.Current.Night);
    }

    [Fact]
    public void Partner_held_lets_the_partner_in_for_four_hours_and_held_again_no_longer()
    {
        Press(_partner, 2.9);
        Assert.Null(_box.Core.Live.Current.PartnerUntil);

        Press(_partner, 3);
        Assert.Equal(_box.Driver.Time.GetUtcNow() + TimeSpan.FromHours(4), _box.Core.Live.Current.PartnerUntil);

        Press(_partner, 3);
        Assert.Null(_box.Core.Live.Current.PartnerUntil);
        Assert.Equal(2, _box.Entries<PartnerAccessChanged>().Count());
    }

    [Fact]
    public void Partner_held_after_the_time_is_over_lets_in_anew()
    {
        Press(_partner, 3);
        _box.Advance(TimeSpan.FromHours(4).TotalSeconds);
        Press(_partner, 3);
        Assert.Equal(_box.Driver.Time.GetUtcNow() + TimeSpan.FromHours(4), _box.Core.Live.Current.PartnerUntil);
    }

    [Theory]
    [InlineData(2.9, "")]
    [InlineData(3, "False")]
    [InlineData(9.9, "False")]
    [InlineData(10, "True")]
    public void Reset_does_by_how_long_it_was_held(double seconds, string resets)
    {
        Press(_reset, seconds);
        Assert.Equal(resets, string.Join(',', _resets));
    }

    [Fact]
    public void A_button_is_not_heard_any_more_after_the_end()
    {
        _actions.Dispose();
        Press(_night, 1);
        Press(_reset, 20);
        Assert.Null(_box.Core.Live.Current.Night);
        Assert.Empty(_resets);
    }

    private void Press(HandButton button, double seconds)
    {
        button.Press(TimeSpan.FromSeconds(seconds));
        _box.Driver.Drain();
    }

    private sealed class HandButton(string name) : IButton
    {
        public event Action? Pressed;

        public event Action<TimeSpan>? Released;

        public string Name => name;

        public bool IsPressed => false;

        public TimeSpan Held => TimeSpan.Zero;

        public void Press(TimeSpan held)
        {
            Pressed?.Invoke();
            Released?.Invoke(held);
        }
    }
}
