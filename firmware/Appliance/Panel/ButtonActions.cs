using Switchhook.Appliance.Hosting;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Panel;

namespace Switchhook.Appliance.Panel;

/// <summary>What the buttons of the board do; their names in the board file say which is which.</summary>
/// <remarks>
/// <para><c>night</c>: a press switches between the ways of day and night.</para>
/// <para><c>partner</c>: held for 3 s, it lets the keys of the partner in for 4 h; held again, no longer.</para>
/// <para><c>reset</c>: held for 3 s, the box starts anew; for 10 s, it also forgets its accounts and keys, and prints a claim code.</para>
/// </remarks>
public sealed class ButtonActions : IDisposable
{
    /// <summary>The button that switches between day and night.</summary>
    public const string Night = "night";

    /// <summary>The button that lets the partner in.</summary>
    public const string Partner = "partner";

    /// <summary>The button that starts the box anew.</summary>
    public const string Reset = "reset";

    /// <summary>A button that is held so long is held on purpose.</summary>
    public static readonly TimeSpan OnPurpose = TimeSpan.FromSeconds(3);

    /// <summary>Held so long, <c>reset</c> also forgets who may sign in.</summary>
    public static readonly TimeSpan Forget = TimeSpan.FromSeconds(10);

    /// <summary>For how long the partner is let in.</summary>
    public static readonly TimeSpan PartnerTime = TimeSpan.FromHours(4);

    private readonly Stack<Action> _undo = new();
    private readonly ControlLoop _loop;
    private readonly BoxCore _core;

    /// <summary>Listens to the buttons.</summary>
    /// <param name="buttons">The buttons of the board; those with other names than the three do nothing.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="core">The box.</param>
    /// <param name="reset">Starts the box anew; true when it forgets who may sign in. Called on a driver's thread.</param>
    public ButtonActions(IEnumerable<IButton> buttons, ControlLoop loop, BoxCore core, Action<bool> reset)
    {
        (_loop, _core) = (loop, core);
        foreach (var button in buttons)
        {
            switch (button.Name)
            {
                case Night:
                    Listen(button, SwitchNight);
                    break;
                case Partner:
                    Listen(button, held => SwitchPartner(held));
                    break;
                case Reset:
                    Listen(button, held => Restart(held, reset));
                    break;
                default:
                    break;
            }
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

    private void Listen(IButton button, Action pressed)
    {
        button.Pressed += pressed;
        _undo.Push(() => button.Pressed -= pressed);
    }

    private void Listen(IButton button, Action<TimeSpan> released)
    {
        button.Released += released;
        _undo.Push(() => button.Released -= released);
    }

    private void SwitchNight() => _loop.Post(() => _core.SetNight(Live.Night is null, "the button night"));

    private void SwitchPartner(TimeSpan held)
    {
        if (held < OnPurpose)
        {
            return;
        }

        _loop.Post(() =>
        {
            var open = Live.PartnerUntil is { } until && _loop.Time.GetUtcNow() < until;
            _core.SetPartnerAccess(open ? null : PartnerTime, "the button partner");
        });
    }

    private static void Restart(TimeSpan held, Action<bool> reset)
    {
        if (held >= OnPurpose)
        {
            reset(held >= Forget);
        }
    }
}
