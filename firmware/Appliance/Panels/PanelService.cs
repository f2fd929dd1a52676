using Switchhook.Appliance.Hosting;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Panel.Power;
using Switchhook.Hardware.Panel.Sounds;

namespace Switchhook.Appliance.Panels;

/// <summary>What the box does with its panel: buttons act, faults are told, and the power supply may ask it to stop.</summary>
public sealed class PanelService : IDisposable
{
    private readonly PanelSet _panel;
    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly Action _powerEnds;
    private readonly ButtonActions _buttons;
    private readonly PartWatch _watch;

    /// <summary>A service that begins with <see cref="Start"/>.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="core">The box.</param>
    /// <param name="restart">Starts the box anew; true when it forgets who may sign in. Any thread.</param>
    /// <param name="powerEnds">Stops the box: its battery is nearly empty. Any thread, more than once.</param>
    public PanelService(PanelSet panel, ControlLoop loop, BoxCore core, Action<bool> restart, Action powerEnds)
    {
        (_panel, _loop, _journal, _powerEnds) = (panel, loop, core.Journal, powerEnds);
        _buttons = new ButtonActions(panel.Buttons, panel.Buzzer, loop, core, restart);
        _journal.Appended += OnAppended;
        _watch = new PartWatch(loop, core.Journal, core.Live);
        _watch.Add(() => [("the panel", panel.Faults.Count == 0 ? null : string.Join(' ', panel.Faults))]);
        if (panel.Power is { } power)
        {
            _watch.Add(() => [("the power supply", Words(power.State))]);
            power.Changed += OnPower;
        }
    }

    /// <summary>Asks about one more part. Before <see cref="Start"/>.</summary>
    /// <param name="part">Its name, to follow "trouble with".</param>
    /// <param name="fault">What is wrong; null while nothing is.</param>
    public void Watch(string part, Func<string?> fault) => _watch.Add(() => [(part, fault())]);

    /// <summary>Begins. Control loop only.</summary>
    public void Start()
    {
        _watch.Start();
        if (_panel.Power is { } power)
        {
            OnPower(power.State);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_panel.Power is { } power)
        {
            power.Changed -= OnPower;
        }

        _journal.Appended -= OnAppended;
        _buttons.Dispose();
        _loop.Post(_watch.Dispose);
    }

    // The office hears it where nobody sits at a telephone.
    private void OnAppended(JournalEvent journalEvent)
    {
        if (journalEvent.Entry is EmergencyCalled)
        {
            _panel.Buzzer?.Play(BuzzerPattern.Alarm);
        }
    }

    private void OnPower(PowerState state)
    {
        if (state != PowerState.Mains)
        {
            _panel.Buzzer?.Play(BuzzerPattern.Alarm);
        }

        if (state == PowerState.BatteryLow)
        {
            _powerEnds();
        }
    }

    private static string? Words(PowerState state) => state switch
    {
        PowerState.Mains => null,
        PowerState.Battery => "The mains are gone: the box lives on its battery.",
        PowerState.BatteryLow => "The battery is nearly empty: the box stops.",
    };
}
