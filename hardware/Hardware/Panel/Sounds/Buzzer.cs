using System.Collections.Immutable;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel.Sounds;

/// <summary>A buzzer at a pin or a PWM port. Disposing silences it; the port stays its owner's.</summary>
public sealed class Buzzer : IBuzzer, IDisposable
{
    /// <summary>Where small piezo discs are loudest; most datasheets name 2.5 to 4 kHz.</summary>
    public static readonly Frequency UsualFrequency = new(2700);

    // One that cannot be silenced must not sound for ever.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Action<bool> _sound;
    private readonly ITimer _timer;
    private ImmutableArray<TimeSpan> _times = [];
    private volatile string? _fault;
    private int _step;
    private bool _disposed;

    private Buzzer(Action<bool> sound, TimeProvider time)
    {
        _sound = sound;
        _timer = time.CreateTimer(static self => ((Buzzer)self!).Advance(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Show();
    }

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <summary>A buzzer with a generator of its own, which sounds while the pin is on.</summary>
    /// <param name="port">The pin's port.</param>
    /// <param name="time">The clock of the patterns.</param>
    /// <param name="activeLow">True when it sounds while the pin is low.</param>
    public static Buzzer AtPin(IDigitalOutputPort port, TimeProvider time, bool activeLow = false) =>
        new(on => port.State = on != activeLow, time);

    /// <summary>A piezo disc, which needs a square wave.</summary>
    /// <param name="port">The port.</param>
    /// <param name="frequency">Of the wave.</param>
    /// <param name="time">The clock of the patterns.</param>
    public static Buzzer AtPwm(IPwmPort port, Frequency frequency, TimeProvider time) => new(on => Sound(port, frequency, on), time);

    /// <inheritdoc/>
    public void Play(BuzzerPattern pattern)
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                (_times, _step) = (pattern.Times(), 0);
                Show();
            }
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        lock (_gate)
        {
            (_times, _step) = ([], 0);
            Show();
        }
    }

    /// <summary>Silences it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Stop();
            _disposed = true;
        }

        _timer.Dispose();
    }

    private static void Sound(IPwmPort port, Frequency frequency, bool on)
    {
        if (on)
        {
            port.Frequency = frequency;
            port.DutyCycle = 0.5;
            port.Start();
        }
        else
        {
            port.Stop();
        }
    }

    private void Advance()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _step = Math.Min(_step + 1, _times.Length);
                Show();
            }
        }
    }

    private void Show()
    {
        var sounding = _step < _times.Length;
        Switch(sounding && _step % 2 == 0);
        _timer.Change(
            sounding ? _times[_step] : _fault is null ? Timeout.InfiniteTimeSpan : RetryInterval, Timeout.InfiniteTimeSpan);
    }

    private void Switch(bool on)
    {
        try
        {
            _sound(on);
            _fault = null;
        }
        catch (IOException failure)
        {
            _fault = $"The buzzer cannot be switched: {failure.Message}";
        }
    }
}
