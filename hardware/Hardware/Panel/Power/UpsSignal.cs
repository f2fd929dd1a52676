using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel.Power;

/// <summary>An uninterruptible power supply that tells its state by one or two contacts.</summary>
/// <remarks>A low battery counts only while the box lives on it: once the mains are back it is being charged.</remarks>
public sealed class UpsSignal : IPowerSource, IDisposable
{
    /// <summary>Shorter dips of the mains concern nobody.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly SteadyInput _onBattery;
    private readonly SteadyInput? _batteryLow;
    private PowerState _state;

    /// <summary>Listens to the contacts.</summary>
    /// <param name="onBattery">Tells that the mains are gone.</param>
    /// <param name="batteryLow">Tells that the battery is nearly empty; null without such a contact.</param>
    /// <param name="after">How long a contact must stay as it is before it counts.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">A port does not tell of both edges.</exception>
    public UpsSignal(UpsContact onBattery, UpsContact? batteryLow, TimeSpan after, TimeProvider time)
    {
        _onBattery = new SteadyInput(onBattery.Port, onBattery.ActiveLow, after, time, Follow);
        _batteryLow = batteryLow is { } low ? new SteadyInput(low.Port, low.ActiveLow, after, time, Follow) : null;
        _state = Now;
    }

    /// <inheritdoc/>
    public event Action<PowerState>? Changed;

    /// <inheritdoc/>
    public PowerState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    private PowerState Now => !_onBattery.IsOn ? PowerState.Mains
        : _batteryLow is { IsOn: true } ? PowerState.BatteryLow
        : PowerState.Battery;

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        _onBattery.Dispose();
        _batteryLow?.Dispose();
    }

    private void Follow()
    {
        lock (_gate)
        {
            if (Now is var now && now != _state)
            {
                _state = now;
                Changed?.Invoke(now);
            }
        }
    }
}

/// <summary>A contact of the supply.</summary>
/// <param name="Port">The pin's port; it tells of both edges, and stays its owner's.</param>
/// <param name="ActiveLow">True when it tells while the pin is low.</param>
public readonly record struct UpsContact(IDigitalInterruptPort Port, bool ActiveLow = false);
