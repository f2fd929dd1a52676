using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>An input line. Changes come on the bank's event thread, dated by the kernel.</summary>
/// <param name="pin">The pin.</param>
/// <param name="line">The line, taken; the port disposes it.</param>
/// <param name="mode">Which changes are told.</param>
/// <param name="clock">Makes times of day of the kernel's.</param>
/// <param name="told">Takes what a person should know: that edges were lost, that the chip is gone, that a listener failed.</param>
/// <param name="changed">Called when the event thread has to look at the port anew, and when the port ends.</param>
internal sealed class LinuxInputPort(
    IPin pin, IInputLine line, InterruptMode mode, KernelTime clock, Action<string> told, Action changed)
    : IDigitalInterruptPort
{
    private const int EdgesAtOnce = 16;

    private readonly Lock _gate = new();
    private readonly EdgeFilter _filter = new(mode, line.Level);
    private readonly LineEdge[] _edges = new LineEdge[EdgesAtOnce];
    private readonly List<DigitalPortResult> _changes = [];
    private ImmutableArray<IObserver<IChangeResult<DigitalState>>> _observers = [];
    private uint? _lastNumber;
    private bool _levelIsUncertain;
    private IOException? _gone;
    private ResistorMode _resistor;
    private TimeSpan _glitch;

    /// <inheritdoc/>
    public event EventHandler<DigitalPortResult>? Changed;

    /// <summary>Resistor and glitch filter that the line was taken with.</summary>
    public (ResistorMode Resistor, TimeSpan Glitch) Taken
    {
        init => (_resistor, _glitch) = value;
    }

    /// <summary>Edges that the kernel dropped because nobody read them in time.</summary>
    public long Lost { get; private set; }

    /// <summary>True once it was disposed or its chip is gone.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>When <see cref="Look"/> has to be called at the latest; null when only edges matter. Event thread.</summary>
    public long? DueAt
    {
        get
        {
            lock (_gate)
            {
                return HasEnded ? null : _levelIsUncertain ? 0 : _filter.DueAt;
            }
        }
    }

    /// <inheritdoc/>
    public InterruptMode InterruptMode => mode;

    /// <inheritdoc/>
    public IPin Pin => pin;

    /// <inheritdoc/>
    public IDigitalChannelInfo Channel => (IDigitalChannelInfo)pin;

    /// <summary>Level now; the last one that was seen when the chip is gone.</summary>
    public bool State
    {
        get
        {
            lock (_gate)
            {
                return HasEnded ? _filter.Level : line.Level;
            }
        }
    }

    /// <inheritdoc/>
    public ResistorMode Resistor
    {
        get => _resistor;
        set => Configure(value, _glitch);
    }

    /// <inheritdoc/>
    public TimeSpan GlitchDuration
    {
        get => _glitch;
        set => Configure(_resistor, value);
    }

    /// <inheritdoc/>
    public TimeSpan DebounceDuration
    {
        get
        {
            lock (_gate)
            {
                return TimeSpan.FromTicks(_filter.Debounce / 100);
            }
        }

        set
        {
            lock (_gate)
            {
                _filter.Debounce = value.Ticks * 100;
            }
        }
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(IObserver<IChangeResult<DigitalState>> observer)
    {
        ImmutableInterlocked.Update(ref _observers, all => all.Add(observer));
        return new Subscription(() => ImmutableInterlocked.Update(ref _observers, all => all.Remove(observer)));
    }

    /// <summary>Takes the edges that wait, and tells what is due; event thread.</summary>
    public void Look()
    {
        lock (_gate)
        {
            if (HasEnded)
            {
                return;
            }

            try
            {
                Drain_NeedsLock();
            }
            catch (IOException fault)
            {
                _gone = fault;
                HasEnded = true;
            }
        }

        TellChanges();
        if (_gone is { } gone)
        {
            told(gone.Message + " Its changes are not seen until the program starts anew.");
            Tell(observer => observer.OnError(gone));
        }
    }

    /// <summary>Finds out whether the chip is still there: kernels before 6.7 wake nobody when it goes. Event thread.</summary>
    public void Check()
    {
        lock (_gate)
        {
            // A level that is read for certain throws when the chip is gone.
            _levelIsUncertain = true;
        }

        Look();
    }

    /// <summary>Gives the line back; the port has ended.</summary>
    public void Close()
    {
        lock (_gate)
        {
            HasEnded = true;
            line.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        changed();
    }

    private void Drain_NeedsLock()
    {
        var count = line.Read(_edges);
        foreach (var edge in _edges.AsSpan(0, count))
        {
            Count(edge.Number);
            _filter.Follow(new DigitalState(edge.Rising, clock.UtcOf(edge.At)), edge.At, _changes);
        }

        // More edges wait: the level would be newer than they are.
        var now = clock.Now;
        if (_levelIsUncertain && count < EdgesAtOnce)
        {
            _levelIsUncertain = false;
            _filter.Follow(new DigitalState(line.Level, clock.UtcOf(now)), now, _changes);
        }

        _filter.Settle(now, _changes);
    }

    private void Count(uint number)
    {
        var lost = _lastNumber is { } last ? unchecked(number - last - 1) : 0;
        _lastNumber = number;
        if (lost == 0)
        {
            return;
        }

        if (Lost == 0)
        {
            told($"Pin {pin.Name} changes faster than it can be followed: {lost} changes were lost. A loose wire, or a missing resistor?");
        }

        Lost += lost;
        _levelIsUncertain = true;
    }

    private void Configure(ResistorMode resistor, TimeSpan glitch)
    {
        lock (_gate)
        {
            if (HasEnded)
            {
                throw _gone ?? (Exception)new ObjectDisposedException(nameof(LinuxInputPort));
            }

            line.Configure(resistor, glitch);
            (_resistor, _glitch) = (resistor, glitch);

            // The kernel sets the line up anew: it may have missed an edge, and may number from the beginning.
            (_lastNumber, _levelIsUncertain) = (null, mode != InterruptMode.None);
        }

        changed();
    }

    private void TellChanges()
    {
        foreach (var change in _changes)
        {
            Guard(() => Changed?.Invoke(this, change));
            Tell(observer => observer.OnNext(change));
        }

        _changes.Clear();
    }

    private void Tell(Action<IObserver<IChangeResult<DigitalState>>> tell)
    {
        foreach (var observer in _observers)
        {
            Guard(() => tell(observer));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A listener's fault must not end the thread that serves the others.")]
    private void Guard(Action listener)
    {
        try
        {
            listener();
        }
        catch (Exception fault)
        {
            told($"A change of pin {pin.Name} was not taken: {fault.Message}");
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
