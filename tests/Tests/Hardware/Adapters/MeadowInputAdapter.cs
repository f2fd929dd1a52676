using Switchhook.Hardware.Gpio;
using Theirs = Meadow.Hardware;

namespace Switchhook.Tests.Hardware.Adapters;

/// <summary>An input of Meadow that tells of changes; the device takes bounce and glitches out.</summary>
internal sealed class MeadowInputAdapter : IDigitalInterruptPort
{
    private readonly Lock _gate = new();
    private readonly List<IObserver<IChangeResult<DigitalState>>> _observers = [];
    private readonly Theirs.IDigitalInterruptPort _port;
    private readonly AdaptedPin _pin;

    public MeadowInputAdapter(AdaptedPin pin, Theirs.IDigitalInterruptPort port)
    {
        (_pin, _port) = (pin, port);
        port.Changed += OnChanged;
    }

    public event EventHandler<DigitalPortResult>? Changed;

    public IPin Pin => _pin;

    public IDigitalChannelInfo Channel => _pin;

    public bool State => _port.State;

    public InterruptMode InterruptMode => (InterruptMode)_port.InterruptMode;

    public ResistorMode Resistor
    {
        get => (ResistorMode)_port.Resistor;
        set => _port.Resistor = (Theirs.ResistorMode)value;
    }

    public TimeSpan DebounceDuration
    {
        get => _port.DebounceDuration;
        set => _port.DebounceDuration = value;
    }

    public TimeSpan GlitchDuration
    {
        get => _port.GlitchDuration;
        set => _port.GlitchDuration = value;
    }

    public IDisposable Subscribe(IObserver<IChangeResult<DigitalState>> observer)
    {
        lock (_gate)
        {
            _observers.Add(observer);
        }

        return new Subscription(this, observer);
    }

    public void Dispose()
    {
        _port.Changed -= OnChanged;
        _port.Dispose();
    }

    private static DigitalState Ours(Theirs.DigitalState state) => new(state.State, state.Time);

    private void OnChanged(object? sender, Theirs.DigitalPortResult change)
    {
        var ours = new DigitalPortResult(Ours(change.New), change.Old is { } old ? Ours(old) : null);
        IObserver<IChangeResult<DigitalState>>[] observers;
        lock (_gate)
        {
            observers = [.. _observers];
        }

        Changed?.Invoke(this, ours);
        foreach (var observer in observers)
        {
            observer.OnNext(ours);
        }
    }

    private sealed class Subscription(MeadowInputAdapter port, IObserver<IChangeResult<DigitalState>> observer) : IDisposable
    {
        public void Dispose()
        {
            lock (port._gate)
            {
                port._observers.Remove(observer);
            }
        }
    }
}
