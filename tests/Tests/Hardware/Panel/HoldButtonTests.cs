using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Yaml;
using Switchhook.Hardware.Simulated.Pins;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Panel;

public sealed class HoldButtonTests : IDisposable
{
    private static readonly ButtonStage Restart = new(TimeSpan.FromSeconds(3), ButtonAction.Restart);
    private static readonly ButtonStage Reset = new(TimeSpan.FromSeconds(10), ButtonAction.ForgetAccess);

    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedPins _pins;
    private readonly IDigitalInterruptPort _port;
    private readonly List<string> _told = [];
    private Button? _button;
    private HoldButton? _hold;

    public HoldButtonTests()
    {
        _pins = new SimulatedPins(_time);
        _port = _pins.Pin("B").CreateDigitalInterruptPort(ResistorMode.InternalPullDown);
    }

    public void Dispose()
    {
        _hold?.Dispose();
        _button?.Dispose();
        _port.Dispose();
    }

    [Fact]
    public void A_short_press_is_told_when_it_is_over()
    {
        Listen(Reset, Restart);
        Press(400);
        Assert.Equal(["405 short", "405 released after 400 in no stage"], _told);
    }

    [Fact]
    public void Stages_are_reached_while_it_is_held_and_the_last_one_is_told_at_the_release()
    {
        Listen(Reset, Restart);
        Press(4000);
        Assert.Equal(["3005 restart", "4005 released after 4000 in restart"], _told);
        _told.Clear();
        Wait(95);
        Press(11_000);
        Assert.Equal(["7105 restart", "14105 forget-access", "15105 released after 11000 in forget-access"], _told);
    }

    [Fact]
    public void A_press_that_ends_just_before_a_stage_does_not_reach_it()
    {
        Listen(Restart);
        Press(2999);
        Assert.Equal(["3004 short", "3004 released after 2999 in no stage"], _told);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public void Presses_one_after_the_other_begin_anew()
    {
        Listen(Restart);
        Press(2000);
        Wait(100);
        Press(2000);
        Assert.Equal(2, _told.Count(told => told.EndsWith("short", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_glitch_neither_presses_nor_ends_a_press()
    {
        Listen(Restart);
        Press(2);
        Wait(100);
        Assert.Empty(_told);
        _pins.SetLevel("B", true);
        Wait(1500);
        _pins.SetLevel("B", false);
        Wait(2);
        _pins.SetLevel("B", true);
        Wait(1600);
        Assert.Equal(["3112 restart"], _told);
    }

    [Fact]
    public void A_button_that_is_held_at_the_start_means_nothing_until_it_was_let_go()
    {
        _pins.SetLevel("B", true);
        Wait(10);
        Listen(Restart);
        Wait(5000);
        _pins.SetLevel("B", false);
        Wait(100);
        Assert.Empty(_told);
        Press(100);
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public void A_button_without_stages_is_only_pressed()
    {
        Listen();
        Press(60_000);
        Assert.Equal(["60005 short", "60005 released after 60000 in no stage"], _told);
    }

    [Fact]
    public void A_button_that_is_disposed_reaches_nothing()
    {
        Listen(Restart);
        _pins.SetLevel("B", true);
        Wait(100);
        _hold!.Dispose();
        Wait(5000);
        _pins.SetLevel("B", false);
        Wait(100);
        Assert.Empty(_told);
    }

    [Fact]
    public void A_release_that_comes_before_a_late_timer_reaches_its_stages_all_the_same()
    {
        var button = new ScriptedButton();
        using var hold = new HoldButton(button, [Restart], _time);
        hold.StageReached += stage => _told.Add(KebabCase.Of(stage.Action));
        hold.Released += (_, stage) => _told.Add($"released in {Name(stage)}");
        button.Press();
        _time.MoveTo(_time.Elapsed + Restart.After);
        button.Release();
        Assert.Equal(["restart", "released in restart"], _told);
    }

    [Fact]
    public void Two_stages_at_the_same_time_are_refused() =>
        Assert.Throws<ArgumentException>(() => Listen(Restart, Restart with { Action = ButtonAction.Night }));

    private void Listen(params ButtonStage[] stages)
    {
        _button = new Button("reset", _port, _time);
        _hold = new HoldButton(_button, stages, _time);
        _hold.ShortPressed += () => Note("short");
        _hold.StageReached += stage => Note(KebabCase.Of(stage.Action));
        _hold.Released += (held, stage) => Note($"released after {held.TotalMilliseconds} in {Name(stage)}");
    }

    private static string Name(ButtonStage? stage) => stage is null ? "no stage" : KebabCase.Of(stage.Action);

    private void Note(string what) => _told.Add($"{_time.Elapsed.TotalMilliseconds} {what}");

    // The release counts once the glitch time is over; it passes here, so that the next press may follow.
    private void Press(int milliseconds)
    {
        _pins.SetLevel("B", true);
        Wait(milliseconds);
        _pins.SetLevel("B", false);
        Wait((int)Button.Glitch.TotalMilliseconds);
    }

    private void Wait(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private sealed class ScriptedButton : IButton
    {
        public event Action? Pressed;

        public event Action<TimeSpan>? Released;

        public string Name => "reset";

        public bool IsPressed { get; private set; }

        public TimeSpan Held => TimeSpan.Zero;

        public void Press()
        {
            IsPressed = true;
            Pressed?.Invoke();
        }

        public void Release()
        {
            IsPressed = false;
            Released?.Invoke(Held);
        }
    }
}
