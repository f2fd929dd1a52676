using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Panel.Power;

/// <summary>
/// A relay that connects a line straight to a phone while the box has no power or does not run, and to the box while it serves the line.
/// It never cuts a call: neither one that goes on past the box when the power returns, nor one of the box when it stops.
/// </summary>
/// <remarks>
/// The port must be wired beside the relay, so that it measures the line in both positions. Any thread; the relay is moved by a timer.
/// </remarks>
public sealed class PowerFailRelay : IDisposable
{
    /// <summary>Time between two looks at the line while the relay waits.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly IRelay _relay;
    private readonly IFxoPort _port;
    private readonly string _phone;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly BypassedLine _line;
    private Bypass _bypass = Bypass.Begin;
    private volatile bool _isRinging;
    private volatile bool _hasRung;
    private volatile string? _fault;
    private bool _disposed;

    /// <summary>A relay that waits for its line to be idle.</summary>
    /// <param name="relay">The relay, at rest; stays its owner's.</param>
    /// <param name="port">The line's port.</param>
    /// <param name="phone">The phone that has the line while the relay is at rest, for people: its port.</param>
    /// <param name="time">The clock.</param>
    public PowerFailRelay(IRelay relay, IFxoPort port, string phone, TimeProvider time)
    {
        (_relay, _port, _phone, _time) = (relay, port, phone, time);
        _line = new BypassedLine(port, () => Words, time);
        port.LineEvent += OnLineEvent;
        _timer = time.CreateTimer(static self => ((PowerFailRelay)self!).Look(), this, LookInterval, LookInterval);
    }

    /// <summary>The relay moved, or the box is about to leave the line. Any thread: the handler hands over and returns.</summary>
    public event Action? Changed;

    /// <summary>Name of the relay as the board file gives it.</summary>
    public string Name => _relay.Name;

    /// <summary>The line as the box must use it: in place of the card's own port.</summary>
    public IFxoPort Line => _line;

    /// <summary>Where it stands.</summary>
    public BypassState State
    {
        get
        {
            lock (_gate)
            {
                return _bypass.State;
            }
        }
    }

    /// <summary>Why the relay cannot be moved, as a sentence; null while it can.</summary>
    public string? Fault => _fault;

    /// <summary>Where it stands and why, as a sentence.</summary>
    public string Words => State switch
    {
        BypassState.Waiting =>
            $"Line {_port.Name} goes past the box to phone {_phone}: it {Use.InWords(_port.Readings)}. "
            + $"The box takes it once it has been idle for {Durations.InWords(Bypass.IdleTime)}."
            + (_fault is { } fault ? $" {fault}" : ""),
        BypassState.Serving => $"The box serves line {_port.Name}.",
        BypassState.Leaving => $"The box stops, and leaves line {_port.Name} when its call has ended.",
        BypassState.Left => $"Line {_port.Name} goes past the box to phone {_phone}: the box stops.",
        _ => throw new InvalidOperationException("Unknown state."),
    };

    private LineUse Use => LineUses.Of(_port.Readings, _isRinging, _port.Fault);

    /// <summary>The box stops: the line goes to the phone at once, or as soon as the box's call on it has ended.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            Take_NeedsLock(_bypass.Leave());
            Take_NeedsLock(_bypass.Look(Use, _port.IsOffHook, Now));
            if (!_disposed)
            {
                _timer.Change(LookInterval, LookInterval);
            }
        }

        Changed?.Invoke();
    }

    /// <summary>Lets the relay go in any case: nobody is there any more to do it later.</summary>
    public void Dispose()
    {
        _port.LineEvent -= OnLineEvent;
        lock (_gate)
        {
            _disposed = true;
            _bypass = new Bypass(BypassState.Left, null);
            Move_NeedsLock(pulled: false);
        }

        _timer.Dispose();
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    private void OnLineEvent(LineEvent change)
    {
        if (change.Kind is LineEventKind.RingBegan or LineEventKind.RingEnded or LineEventKind.FaultBegan)
        {
            _isRinging = change.Kind == LineEventKind.RingBegan;
            _hasRung = true;
        }

        _line.Forward(change);
    }

    private void Look()
    {
        var before = State;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            // A ring that was shorter than the time between two looks counts too.
            var use = _hasRung && Use == LineUse.Idle ? LineUse.Ringing : Use;
            _hasRung = false;
            Take_NeedsLock(_bypass.Look(use, _port.IsOffHook, Now));
            if (_bypass.State == BypassState.Left && _fault is not null)
            {
                Move_NeedsLock(pulled: false);
            }
            else if (_bypass.State == BypassState.Serving)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        if (State != before)
        {
            Changed?.Invoke();
        }
    }

    private void Take_NeedsLock(Bypass next)
    {
        var moves = next.IsPulled != _bypass.IsPulled;
        _bypass = next;
        if (!moves)
        {
            return;
        }

        if (!next.IsPulled)
        {
            _line.Serve(false);
            Move_NeedsLock(pulled: false);
        }
        else if (Move_NeedsLock(pulled: true))
        {
            _line.Serve(true);
        }
        else
        {
            // A driver that could not pull it now must not pull it later, in the middle of a call.
            _bypass = Bypass.Begin;
            var why = _fault;
            Move_NeedsLock(pulled: false);
            _fault = why;
        }
    }

    private bool Move_NeedsLock(bool pulled)
    {
        try
        {
            _relay.IsPulled = pulled;
            _fault = null;
            return true;
        }
        catch (IOException failure)
        {
            _fault = $"Relay {Name} cannot be {(pulled ? "pulled" : "let go")}: {failure.Message}";
            return false;
        }
    }
}
