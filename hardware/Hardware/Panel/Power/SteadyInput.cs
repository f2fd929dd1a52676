using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Panel.Power;

/// <summary>An input that counts only once it has kept its level for a time; the level at the beginning counts at once.</summary>
internal sealed class SteadyInput : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IDigitalInterruptPort _port;
    private readonly bool _activeLow;
    private readonly TimeSpan _after;
    private readonly Action _changed;
    private readonly ITimer _timer;
    private bool _seen;
    private volatile bool _isOn;

    public SteadyInput(IDigitalInterruptPort port, bool activeLow, TimeSpan after, TimeProvider time, Action changed)
    {
        if (port.InterruptMode != InterruptMode.EdgeBoth)
        {
            throw new ArgumentException(
                $"Pin {port.Pin.Name} needs a port that tells of both edges, not {port.InterruptMode}.", nameof(port));
        }

        (_port, _activeLow, _after, _changed) = (port, activeLow, after, changed);
        _timer = time.CreateTimer(
            static self => ((SteadyInput)self!).Settle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        port.Changed += OnChanged;
        lock (_gate)
        {
            _isOn = _seen = port.State != activeLow;
        }
    }

    public bool IsOn => _isOn;

    public void Dispose()
    {
        _port.Changed -= OnChanged;
        _timer.Dispose();
    }

    private void OnChanged(object? sender, DigitalPortResult change)
    {
        lock (_gate)
        {
            _seen = change.New.State != _activeLow;
            _timer.Change(_seen == _isOn ? Timeout.InfiniteTimeSpan : _after, Timeout.InfiniteTimeSpan);
        }
    }

    private void Settle()
    {
        lock (_gate)
        {
            if (_seen == _isOn)
            {
                return;
            }

            _isOn = _seen;
        }

        _changed();
    }
}
