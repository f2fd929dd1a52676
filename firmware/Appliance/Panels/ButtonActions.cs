using Switchhook.Appliance.Hosting;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Panel.Sounds;

namespace Switchhook.Appliance.Panels;

/// <summary>Does what the board file says of its buttons, once they are let go; a beep tells each stage that holding has reached.</summary>
public sealed class ButtonActions : IDisposable
{
    /// <summary>For how long the partner is let in.</summary>
    public static readonly TimeSpan PartnerTime = TimeSpan.FromHours(4);

    private readonly Stack<Action> _undo = new();
    private readonly ControlLoop _loop;
    private readonly BoxCore _core;
    private readonly IBuzzer? _buzzer;
    private readonly Action<bool> _restart;

    /// <summary>Listens to the buttons.</summary>
    /// <param name="buttons">The buttons of the board.</param>
    /// <param name="buzzer">The buzzer; null without one.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="core">The box.</param>
    /// <param name="restart">Starts the box anew; true when it forgets who may sign in. Called on a driver's thread.</param>
    public ButtonActions(IEnumerable<HoldButton> buttons, IBuzzer? buzzer, ControlLoop loop, BoxCore core, Action<bool> restart)
    {
        (_loop, _core, _buzzer, _restart) = (loop, core, buzzer, restart);
        foreach (var button in buttons)
        {
            void Beep(ButtonStage stage) => _buzzer?.Play(BuzzerPattern.Beep);
            void Act(TimeSpan held, ButtonStage? stage) => Do(stage?.Action ?? button.Press, $"the button {button.Name}");

            button.StageReached += Beep;
            button.Released += Act;
            _undo.Push(() => button.StageReached -= Beep);
            _undo.Push(() => button.Released -= Act);
        }
    }

    private LiveSnapshot Live => _core.Live.Current;

    /// <summary>Listens no longer.</summary>
    public void Dispose()
    {
        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }

    private void Do(ButtonAction? action, string by)
    {
        switch (action)
        {
            case ButtonAction.Night:
                _loop.Post(() => Tell(_core.SetNight(Live.Night is null, by)));
                break;
            case ButtonAction.PartnerAccess:
                _loop.Post(() => Tell(SwitchPartner(by)));
                break;
            case ButtonAction.Restart:
                _restart(false);
                break;
            case ButtonAction.ForgetAccess:
                _restart(true);
                break;
            case null:
                break;
        }
    }

    private bool SwitchPartner(string by)
    {
        var open = Live.PartnerUntil is { } until && _loop.Time.GetUtcNow() < until;
        _core.SetPartnerAccess(open ? null : PartnerTime, by);
        return !open;
    }

    private void Tell(bool on) => _buzzer?.Play(on ? BuzzerPattern.DoubleBeep : BuzzerPattern.LongBeep);
}
