namespace Switchhook.Audio.Engine;

/// <summary>
/// Has the collector of garbage run right after a tick, when the next one is as far away as can be. By itself it runs at any moment, and
/// holds a tick up for as long as it takes: several milliseconds on a busy box.
/// </summary>
public sealed class GarbageTiming : IDisposable
{
    /// <summary>It runs each time that so much was asked for, in bytes; half of what makes it run by itself.</summary>
    public const long Portion = 8 * 1024 * 1024;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly Func<long> _allocated;
    private readonly Action _collect;
    private readonly AutoResetEvent _wanted = new(initialState: false);
    private readonly Thread _thread;
    private volatile bool _stopping;
    private long _collectedAt;

    /// <summary>The collector of this process.</summary>
    public GarbageTiming()
        : this(() => GC.GetTotalAllocatedBytes(), () => GC.Collect(0, GCCollectionMode.Forced, blocking: true, compacting: false))
    {
    }

    /// <summary>Another collector, for tests.</summary>
    /// <param name="allocated">The bytes that were ever asked for.</param>
    /// <param name="collect">Runs it.</param>
    internal GarbageTiming(Func<long> allocated, Action collect)
    {
        (_allocated, _collect, _collectedAt) = (allocated, collect, allocated());
        _thread = new Thread(Run) { Name = "garbage timing", IsBackground = true };
        _thread.Start();
    }

    /// <summary>A tick is over. Media thread; does not wait for the collector.</summary>
    public void AfterTick()
    {
        var now = _allocated();
        if (now - _collectedAt >= Portion)
        {
            _collectedAt = now;
            _wanted.Set();
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        _wanted.Set();
        if (_thread.Join(StopLimit))
        {
            _wanted.Dispose();
        }
    }

    private void Run()
    {
        while (_wanted.WaitOne() && !_stopping)
        {
            _collect();
        }
    }
}
