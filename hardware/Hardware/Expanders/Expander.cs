using System.Collections.Immutable;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Expanders;

/// <summary>A chip that gives a board more pins. Any thread.</summary>
/// <remarks>
/// A level that could not be written is kept and written as soon as the bus works again. Every second the chip is brought to the state that
/// it should have, since one that lost its power for a moment does not tell so.
/// </remarks>
public abstract class Expander : IPinBank, IDigitalOutputController, IDisposable
{
    /// <summary>Time between two refreshes, and between two tries to reach a chip that does not answer.</summary>
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _ticking = new();
    private readonly Lock _scheduling = new();
    private readonly ImmutableArray<string> _names;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private volatile string? _fault;
    private ulong _taken;
    private long _refreshedAt;
    private bool _stale = true;
    private bool _wakes;
    private bool _disposed;

    /// <summary>An expander that is left alone until somebody takes a pin.</summary>
    /// <param name="name">Name as the board file gives it.</param>
    /// <param name="names">Names of its pins, that of bit 0 first.</param>
    /// <param name="time">The clock of the refreshes.</param>
    protected Expander(string name, ImmutableArray<string> names, TimeProvider time)
    {
        (Name, _names, _time) = (name, names, time);
        _timer = time.CreateTimer(static self => ((Expander)self!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Name as the board file gives it.</summary>
    public string Name { get; }

    /// <summary>Why the chip cannot be reached, as a sentence; null while it can.</summary>
    public string? Fault => _fault;

    /// <summary>Guards the chip's state.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Pins that are outputs.</summary>
    protected ulong Outputs { get; private set; }

    /// <summary>Levels that the outputs should have.</summary>
    protected ulong Levels { get; private set; }

    /// <summary>Time to the next look at the chip.</summary>
    protected virtual TimeSpan Interval => RefreshInterval;

    /// <summary>True when the level of a pin can be read.</summary>
    protected virtual bool CanRead(ulong bit) => false;

    /// <summary>True when outputs pull high so weakly that they serve as open drain.</summary>
    protected virtual bool IsOpenDrain => false;

    /// <inheritdoc/>
    public IPin Pin(string name)
    {
        var index = _names.IndexOf(name);
        return index >= 0
            ? new ExpanderPin(name, 1UL << index, this, CanRead(1UL << index))
            : throw new IOException($"Expander {Name} has no pin {name}. It has: {string.Join(", ", _names)}.");
    }

    /// <summary>Takes a pin as an output. A chip that does not answer is no reason to refuse it: the level is written later.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="initialState">Level from the first moment on.</param>
    /// <param name="initialOutputType">How the pin drives its level.</param>
    /// <exception cref="IOException">The pin is in use, belongs to another chip, or cannot be an open drain.</exception>
    public IDigitalOutputPort CreateDigitalOutputPort(
        IPin pin, bool initialState = false, OutputType initialOutputType = OutputType.PushPull)
    {
        if (initialOutputType == OutputType.OpenDrain && !IsOpenDrain)
        {
            throw new IOException($"Pin {pin.Name} of expander {Name} drives both levels. Use it as a push-pull output.");
        }

        lock (Gate)
        {
            var own = Take_NeedsLock(pin);
            Outputs |= own.Bit;
            SetLevel_NeedsLock(own.Bit, initialState);
            _stale = true;
            TryReach_NeedsLock();
            Wake();
            return new ExpanderOutputPort(this, own, initialState);
        }
    }

    /// <summary>Leaves the chip as it is.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal bool LevelOf(ulong bit)
    {
        lock (Gate)
        {
            return (Levels & bit) != 0;
        }
    }

    /// <exception cref="IOException">The chip does not answer; the level is written when it does.</exception>
    internal void SetLevel(ulong bit, bool level)
    {
        lock (Gate)
        {
            SetLevel_NeedsLock(bit, level);
            Reach_NeedsLock(Write_NeedsLock);
        }
    }

    internal void GiveBack(ulong bit)
    {
        lock (Gate)
        {
            _taken &= ~bit;
        }
    }

    /// <summary>Ends the refreshes.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        lock (Gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
    }

    /// <summary>Brings the whole chip to the state that it should have: settings and levels.</summary>
    private protected abstract void Setup_NeedsLock();

    /// <summary>Writes the levels.</summary>
    private protected abstract void Write_NeedsLock();

    /// <summary>Makes sure that the chip has the state that it should have.</summary>
    private protected virtual void Refresh_NeedsLock() => Setup_NeedsLock();

    /// <summary>Reads the inputs.</summary>
    private protected virtual void Read_NeedsLock()
    {
    }

    /// <summary>Tells of what was read, without the lock.</summary>
    protected virtual void Tell()
    {
    }

    /// <summary>Takes a pin of this chip.</summary>
    /// <exception cref="IOException">It is in use, or another chip's.</exception>
    private protected ExpanderPin Take_NeedsLock(IPin pin)
    {
        if (pin is not ExpanderPin own || own.Owner != this)
        {
            throw new IOException($"Pin {pin.Name} does not belong to expander {Name}.");
        }

        if ((_taken & own.Bit) != 0)
        {
            throw new IOException($"Pin {pin.Name} of expander {Name} is in use already. Give it to one thing only.");
        }

        _taken |= own.Bit;
        Outputs &= ~own.Bit;
        return own;
    }

    /// <summary>The settings have changed: writes them, now or when the chip answers.</summary>
    private protected void Reconfigure_NeedsLock()
    {
        _stale = true;
        TryReach_NeedsLock();
        Wake();
    }

    /// <summary>Looks at the chip soon, on a thread of the clock.</summary>
    private protected void Wake()
    {
        lock (_scheduling)
        {
            _wakes = true;
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void SetLevel_NeedsLock(ulong bit, bool level) => Levels = level ? Levels | bit : Levels & ~bit;

    private void TryReach_NeedsLock()
    {
        try
        {
            Reach_NeedsLock(Write_NeedsLock);
        }
        catch (IOException)
        {
            // It is in Fault, and the timer tries again.
        }
    }

    private void Reach_NeedsLock(Action access)
    {
        try
        {
            if (_stale)
            {
                Setup_NeedsLock();
                _stale = false;
                _refreshedAt = _time.GetTimestamp();
            }
            else
            {
                access();
            }

            _fault = null;
        }
        catch (IOException failure)
        {
            _stale = true;
            _fault = $"Expander {Name} does not answer: {failure.Message}";
            throw new IOException(_fault, failure);
        }
    }

    private void Tick()
    {
        lock (_ticking)
        {
            lock (_scheduling)
            {
                _wakes = false;
            }

            lock (Gate)
            {
                if (_disposed)
                {
                    return;
                }

                Look_NeedsLock();
            }

            Tell();
            lock (_scheduling)
            {
                _timer.Change(_wakes ? TimeSpan.Zero : _fault is null ? Interval : RefreshInterval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Look_NeedsLock()
    {
        try
        {
            if (_stale || _time.GetElapsedTime(_refreshedAt) >= RefreshInterval)
            {
                Reach_NeedsLock(Refresh_NeedsLock);
                _refreshedAt = _time.GetTimestamp();
            }

            Reach_NeedsLock(Read_NeedsLock);
        }
        catch (IOException)
        {
            // It is in Fault, and the timer tries again.
        }
    }
}
