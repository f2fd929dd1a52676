namespace Switchhook.Hardware.Gpio;

/// <summary>
/// An input whose driver only sees levels: glitches and bounce are taken out here. Any thread; events come one after the other.
/// </summary>
/// <remarks>A change within the debounce time is not lost: it is told when that time is over, if the level is still another one.</remarks>
public sealed class FilteredInputPort : IDigitalInterruptPort
{
    private readonly Lock _gate = new();
    private readonly List<IObserver<IChangeResult<DigitalState>>> _observers = [];
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private Action<FilteredInputPort>? _givenBack;
    private bool _seen;
    private long _seenAt;
    private long? _changedAt;
    private volatile bool _state;
    private DigitalState? _last;
    private bool _disposed;

    /// <summary>Takes a pin.</summary>
    /// <param name="pin">The pin; it is an <see cref="IDigitalChannelInfo"/> too.</param>
    /// <param name="level">Its level now.</param>
    /// <param name="mode">Which changes are told.</param>
    /// <param name="resistor">The pull resistor that the driver has set.</param>
    /// <param name="time">The clock of the filters.</param>
    /// <param name="givenBack">Is told once that the pin is free again.</param>
    public FilteredInputPort(
        IPin pin, bool level, InterruptMode mode, ResistorMode resistor, TimeProvider time, Action<FilteredInputPort> givenBack)
    {
        (Pin, _seen, _state, InterruptMode, Resistor, _time, _givenBack) = (pin, level, level, mode, resistor, time, givenBack);
        _timer = time.CreateTimer(
            static self => ((FilteredInputPort)self!).Settle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public event EventHandler<DigitalPortResult>? Changed;

    /// <inheritdoc/>
    public IPin Pin { get; }

    /// <inheritdoc/>
    public IDigitalChannelInfo Channel => (IDigitalChannelInfo)Pin;

    /// <inheritdoc/>
    public InterruptMode InterruptMode { get; }

    /// <inheritdoc/>
    public TimeSpan DebounceDuration { get; set; }

    /// <inheritdoc/>
    public TimeSpan GlitchDuration { get; set; }

    /// <summary>The pull resistor as it was set at the beginning; it stays.</summary>
    public ResistorMode Resistor { get; set; }

    /// <summary>The level that counts: glitches and bounce do not show.</summary>
    public bool State => _state;

    /// <summary>For the driver: the level that the pin has now, changed or not.</summary>
    public void Tell(bool level)
    {
        lock (_gate)
        {
            if (level != _seen)
            {
                (_seen, _seenAt) = (level, _time.GetTimestamp());
                Settle();
            }
        }
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(IObserver<IChangeResult<DigitalState>> observer)
    {
        lock (_gate)
        {
            _observers.Add(observer);
        }

        return new Subscription(this, observer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _observers.Clear();
        }

        _timer.Dispose();
        Interlocked.Exchange(ref _givenBack, null)?.Invoke(this);
    }

    private void Settle()
    {
        lock (_gate)
        {
            if (_disposed || _seen == _state)
            {
                return;
            }

            var wait = Longer(
                GlitchDuration - _time.GetElapsedTime(_seenAt),
                _changedAt is { } before ? DebounceDuration - _time.GetElapsedTime(before) : TimeSpan.Zero);
            if (wait > TimeSpan.Zero)
            {
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
                return;
            }

            _state = _seen;
            _changedAt = _time.GetTimestamp();
            Raise_NeedsLock();
        }
    }

    private void Raise_NeedsLock()
    {
        var now = new DigitalState(_state, _time.GetUtcNow().UtcDateTime);
        var result = new DigitalPortResult(now, _last);
        _last = now;
        if (InterruptMode is not InterruptMode.EdgeBoth && InterruptMode != (_state ? InterruptMode.EdgeRising : InterruptMode.EdgeFalling))
        {
            return;
        }

        Changed?.Invoke(this, result);
        foreach (var observer in _observers.ToArray())
        {
            observer.OnNext(result);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed class Subscription(FilteredInputPort port, IObserver<IChangeResult<DigitalState>> observer) : IDisposable
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
