namespace Switchhook.Hardware.Panel;

/// <summary>A lamp that lights in patterns and colours. Any thread; the lamp is switched by the caller and by the clock's timers.</summary>
/// <remarks>A pin that fails makes the lamp faulty and concerns nobody else: it is tried again within two seconds.</remarks>
public sealed class PatternLamp : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ILamp _lamp;
    private readonly ITimer _timer;
    private volatile string? _fault;
    private LampSign _sign = LampSign.Dark;
    private int _step;
    private bool _disposed;

    /// <summary>A lamp that is dark at first.</summary>
    /// <param name="lamp">The lamp; stays its owner's.</param>
    /// <param name="time">The clock of the patterns.</param>
    public PatternLamp(ILamp lamp, TimeProvider time)
    {
        _lamp = lamp;
        _timer = time.CreateTimer(static self => ((PatternLamp)self!).Advance(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Show();
    }

    /// <summary>Name as the board file gives it.</summary>
    public string Name => _lamp.Name;

    /// <summary>Why the lamp cannot be switched, as a sentence; null while it can. Any thread.</summary>
    public string? Fault => _fault;

    /// <summary>True when the lamp can show colours.</summary>
    public bool HasColours => _lamp is IColourLamp;

    /// <summary>What it shows. A pattern begins with light; showing the same again changes nothing.</summary>
    public LampSign Sign
    {
        get
        {
            lock (_gate)
            {
                return _sign;
            }
        }

        set
        {
            lock (_gate)
            {
                if (value == _sign || _disposed)
                {
                    return;
                }

                _step = value.Pattern == _sign.Pattern ? _step : 0;
                _sign = value;
                Show();
            }
        }
    }

    /// <summary>How it lights; the colour stays.</summary>
    public LampPattern Pattern
    {
        get => Sign.Pattern;
        set => Sign = Sign with { Pattern = value };
    }

    /// <summary>Puts the lamp out.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _sign = LampSign.Dark;
            Switch(on: false);
        }

        _timer.Dispose();
    }

    private void Advance()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _step = _sign.Pattern.Times() is { Length: > 0 } times ? (_step + 1) % times.Length : 0;
            Show();
        }
    }

    private void Show()
    {
        var times = _sign.Pattern.Times();
        Switch(times.IsEmpty ? _sign.Pattern == LampPattern.On : _step % 2 == 0);
        _timer.Change(
            !times.IsEmpty ? times[_step] : _fault is null ? Timeout.InfiniteTimeSpan : RetryInterval, Timeout.InfiniteTimeSpan);
    }

    private void Switch(bool on)
    {
        try
        {
            if (_lamp is IColourLamp coloured)
            {
                coloured.Colour = _sign.Colour;
            }

            _lamp.IsOn = on;
            _fault = null;
        }
        catch (IOException failure)
        {
            _fault = $"Lamp {Name} cannot be switched: {failure.Message}";
        }
    }
}
