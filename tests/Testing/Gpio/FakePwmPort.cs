using Switchhook.Hardware;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Testing.Gpio;

/// <summary>A PWM channel that nothing is wired to.</summary>
public sealed class FakePwmPort : IPwmPort
{
    private double _dutyCycle;

    /// <summary>True while it refuses everything.</summary>
    public bool IsBroken { get; set; }

    public Frequency Frequency { get; set; }

    public double DutyCycle
    {
        get => _dutyCycle;
        set
        {
            Check();
            _dutyCycle = value;
        }
    }

    public bool State { get; private set; }

    public IPin Pin { get; } = new FakePin("pwm");

    public IDigitalChannelInfo Channel => (IDigitalChannelInfo)Pin;

    /// <summary>What it gives out: the duty cycle, 0 while it rests.</summary>
    public double Output => State ? _dutyCycle : 0;

    public void Start()
    {
        Check();
        State = true;
    }

    public void Stop()
    {
        Check();
        State = false;
    }

    public void Dispose() => State = false;

    private void Check()
    {
        if (IsBroken)
        {
            throw new IOException("The channel is gone.");
        }
    }
}
