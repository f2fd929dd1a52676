using System.Diagnostics.CodeAnalysis;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Engine;

/// <summary>The thread that ticks the engine every 20 ms.</summary>
public sealed class MediaClock(IBlockTicker ticker, Action tick, TimeProvider time, Action<Exception> onFault) : IDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly LatenessHistogram _lateness = new();
    private Thread? _thread;
    private volatile bool _stopping;
    private volatile string _priority = "not started";
    private long _cpuTicks;
    private long _lastTick;

    /// <summary>Is told on the thread, and must not wait, when a tick is over and the time until the next begins.</summary>
    public Action? AfterTick { get; init; }

    /// <summary>What priority the thread got, in words.</summary>
    public string Priority => _priority;

    /// <summary>How late the ticks were since the start or the last <see cref="ResetStatistics"/>; any thread.</summary>
    public LatenessSummary Lateness => _lateness.Summarise();

    /// <summary>Timestamp of the clock's last tick (<see cref="TimeProvider.GetTimestamp"/>); any thread.</summary>
    public long LastTickAt => Volatile.Read(ref _lastTick);

    /// <summary>Processor time of the thread.</summary>
    public TimeSpan CpuTime => new(Volatile.Read(ref _cpuTicks));

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { Name = "media clock", IsBackground = true, Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <summary>Forgets the statistics so far (a benchmark's warm-up).</summary>
    public void ResetStatistics() => _lateness.Reset();

    /// <summary>Stops the thread after the tick that runs.</summary>
    public void Dispose()
    {
        _stopping = true;
        _thread?.Join(StopLimit);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault in one tick must not end the sound of all calls.")]
    private void Run()
    {
        _priority = ticker.Enter();
        while (!_stopping)
        {
            _lateness.Add(ticker.WaitForTick());
            try
            {
                tick();
            }
            catch (Exception fault)
            {
                onFault(fault);
            }

            Volatile.Write(ref _lastTick, time.GetTimestamp());
            Volatile.Write(ref _cpuTicks, ticker.ThreadCpuTime.Ticks);
            AfterTick?.Invoke();
        }
    }
}
