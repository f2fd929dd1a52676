namespace Switchhook.Hardware.Panel;

/// <summary>A lamp that lights in patterns. Any thread; the lamp is switched by the caller and by the clock's timers.</summary>
/// <remarks>A pin that fails makes the lamp faulty and concerns nobody else: it is tried again with the next change.</remarks>
public sealed class PatternLamp : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ILamp _lamp;
    private readonly ITimer _timer;
    private volatile string? _fault;
    private LampPattern _pattern = LampPattern.Off;
    private int _step;
    private bool _disposed;

    /// <summary>A lamp that is dark at first.</summary>
    /// <param name="lamp">The lamp; stays its owner's.</param>
    /// <param name="time">The clock of the patterns.</param>
    public PatternLamp(ILamp lamp, TimeProvider time)
    {
        _lamp = lamp;
        _timer = time.CreateTimer(static self => ((PatternLamp)self!).Advance(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Switch(on: false);
    }

    /// <summary>Name as the board file gives it.</summary>
    public string Name => _lamp.Name;

    /// <summary>Why the lamp cannot be switched, as a sentence; null while it can. Any thread.</summary>
    public string? Fault => _fault;

    /// <summary>What it shows. A pattern begins with light; showing the same again changes nothing.</summary>
    public LampPattern Pattern
    {
        get
        {
            lock (_gate)
            {
                return _pattern;
            }
        }

        set
        {
            lock (_gate)
            {
                if (value != _pattern && !_disposed)
                {
                    (_pattern, _step) = (value, 0);
                    Show();
                }
            }
        }
    }

    /// <summary>Puts the lamp out.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _pattern = LampPattern.Off;
            Switch(on: false);
        }

        _timer.Dispose();
    }

    private void Advance()
    {
        lock (_gate)
        {
            if (_pattern.Times() is { Length: > 0 } times)
            {
                _step = (_step + 1) % times.Length;
                Show();
            }
        }
    }

    private void Show()
    {
        var times = _pattern.Times();
        Switch(times.IsEmpty ? _pattern == LampPattern.On : _step % 2 == 0);
        _timer.Change(times.IsEmpty ? Timeout.InfiniteTimeSpan : times[_step], Timeout.InfiniteTimeSpan);
    }

    private void Switch(bool on)
    {
        try
        {
            _lamp.IsOn = on;
            _fault = null;
        }
        catch (IOException failure)
        {
            _fault = $"Lamp {Name} cannot be switched: {failure.Message}";
        }
    }
}
