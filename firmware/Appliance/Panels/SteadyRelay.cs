using Switchhook.Hardware.Panel;

namespace Switchhook.Appliance.Panels;

/// <summary>A relay that goes where it is wanted as soon as its pin lets it. Any thread; disposing lets it go to rest.</summary>
/// <remarks>A pin that fails makes the relay faulty and concerns nobody else: it is tried again each second.</remarks>
public sealed class SteadyRelay : IRelay, IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly IRelay _relay;
    private readonly ITimer _timer;
    private volatile string? _fault;
    private bool _wanted;
    private bool _disposed;

    /// <summary>A relay at rest.</summary>
    /// <param name="relay">The relay; stays its owner's.</param>
    /// <param name="time">The clock.</param>
    public SteadyRelay(IRelay relay, TimeProvider time)
    {
        _relay = relay;
        _timer = time.CreateTimer(static self => ((SteadyRelay)self!).Move(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public string Name => _relay.Name;

    /// <summary>Why the relay cannot be moved, as a sentence; null while it can.</summary>
    public string? Fault => _fault;

    /// <summary>Where it is wanted; never throws.</summary>
    public bool IsPulled
    {
        get
        {
            lock (_gate)
            {
                return _wanted;
            }
        }

        set
        {
            lock (_gate)
            {
                _wanted = value && !_disposed;
            }

            Move();
        }
    }

    /// <summary>Lets the relay go to rest.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        IsPulled = false;
        _timer.Dispose();
    }

    private void Move()
    {
        lock (_gate)
        {
            try
            {
                _relay.IsPulled = _wanted;
                _fault = null;
            }
            catch (IOException failure)
            {
                _fault = $"Relay {Name} cannot be moved: {failure.Message}";
                _timer.Change(RetryInterval, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
