using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>Makes changes of what a driver sees on an exchange line, look by look.</summary>
/// <remarks>
/// Drivers look for ring voltage on-hook only, and keep the last answer while off-hook (wctdm): a ring ends with off-hook, and one that is
/// still shown at on-hook is an old one. A driver without battery may say that a ring has ended, as if there were battery; the red alarm
/// that follows tells the truth.
/// </remarks>
internal sealed class FxoWire
{
    private ReceivedHook _seen;
    private TimeSpan _guardUntil;
    private bool _ringing;
    private bool _oldRing;
    private bool _red;
    private bool _lostByAlarm;

    /// <summary>True while the exchange feeds the line, as far as is known.</summary>
    public bool HasBattery { get; private set; } = true;

    /// <summary>Nothing is known: battery is taken for granted until the driver says otherwise.</summary>
    public void Begin()
    {
        (_seen, _guardUntil, HasBattery) = (ReceivedHook.Initial, TimeSpan.Zero, true);
        (_ringing, _oldRing, _red, _lostByAlarm) = (false, false, false, false);
    }

    /// <summary>The port closed the loop.</summary>
    public FxoChanges OffHook()
    {
        var changes = _ringing ? FxoChanges.RingEnded : FxoChanges.None;
        _ringing = false;
        return changes;
    }

    /// <summary>The port opened the loop.</summary>
    /// <param name="guardUntil">Until when a ring is not believed.</param>
    public void OnHook(TimeSpan guardUntil) => (_guardUntil, _oldRing) = (guardUntil, _seen == ReceivedHook.Ring);

    /// <summary>A look at the line.</summary>
    /// <param name="sense">What the driver sees.</param>
    /// <param name="now">The moment.</param>
    /// <param name="closed">True while the port closes the loop.</param>
    public FxoChanges Look(in LineSense sense, TimeSpan now, bool closed)
    {
        _seen = sense.Hook;
        _lostByAlarm = sense.RedAlarm && (_lostByAlarm || (!_red && HasBattery));
        _red = sense.RedAlarm;
        return LookForRing(now, closed) | LookForBattery();
    }

    private FxoChanges LookForBattery()
    {
        var battery = _seen != ReceivedHook.OnHook && !_lostByAlarm;
        if (battery == HasBattery)
        {
            return FxoChanges.None;
        }

        HasBattery = battery;
        return battery ? FxoChanges.BatteryRestored : FxoChanges.BatteryLost;
    }

    private FxoChanges LookForRing(TimeSpan now, bool closed)
    {
        if (_seen != ReceivedHook.Ring)
        {
            _oldRing = false;
            var ended = _ringing;
            _ringing = false;
            return ended ? FxoChanges.RingEnded : FxoChanges.None;
        }

        if (_ringing || closed || _oldRing || now < _guardUntil)
        {
            return FxoChanges.None;
        }

        _ringing = true;
        return FxoChanges.RingBegan;
    }
}
