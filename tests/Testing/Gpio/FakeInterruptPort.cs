using Switchhook.Hardware.Gpio;

namespace Switchhook.Testing.Gpio;

/// <summary>An input whose level the test sets. It tells every change, as a port that its driver has debounced.</summary>
public sealed class FakeInterruptPort(TimeProvider time, InterruptMode mode = InterruptMode.EdgeBoth) : IDigitalInterruptPort
{
    private readonly List<IObserver<IChangeResult<DigitalState>>> _observers = [];
    private DigitalState? _last;

    public event EventHandler<DigitalPortResult>? Changed;

    public InterruptMode InterruptMode => mode;

    public TimeSpan DebounceDuration { get; set; }

    public TimeSpan GlitchDuration { get; set; }

    public ResistorMode Resistor { get; set; }

    public bool State { get; private set; }

    public IPin Pin { get; } = new FakePin("in");

    public IDigitalChannelInfo Channel => (IDigitalChannelInfo)Pin;

    /// <summary>Sets the level and tells of it, even when it is the same.</summary>
    public void Set(bool level)
    {
        State = level;
        var now = new DigitalState(level, time.GetUtcNow().UtcDateTime);
        var result = new DigitalPortResult(now, _last);
        _last = now;
        Changed?.Invoke(this, result);
        _observers.ForEach(observer => observer.OnNext(result));
    }

    public IDisposable Subscribe(IObserver<IChangeResult<DigitalState>> observer)
    {
        _observers.Add(observer);
        return new Subscription(() => _observers.Remove(observer));
    }

    public void Dispose() => _observers.Clear();

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
