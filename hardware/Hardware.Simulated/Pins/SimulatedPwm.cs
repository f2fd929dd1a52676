using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Simulated.Pins;

/// <summary>A PWM channel without hardware.</summary>
internal sealed class SimulatedPwm(SimulatedPins owner, SimulatedPin pin) : IPwmPort
{
    private double _dutyCycle;
    private volatile bool _state;

    public Frequency Frequency { get; set; }

    public double DutyCycle
    {
        get => Volatile.Read(ref _dutyCycle);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            Volatile.Write(ref _dutyCycle, value);
        }
    }

    public bool State => _state;

    public IPin Pin => pin;

    public IDigitalChannelInfo Channel => pin;

    public void Start() => _state = true;

    public void Stop() => _state = false;

    public void Dispose() => owner.GiveBack(pin.Name, this);
}
