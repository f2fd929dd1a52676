using Switchhook.Calls.Loop;

namespace Switchhook.Lines;

/// <summary>The timers of one machine, by kind: starting one again replaces it. Control loop only.</summary>
internal sealed class TimerSet<TKind>(ControlLoop loop, Action<TKind> due)
    where TKind : struct, Enum
{
    private readonly Dictionary<TKind, IDisposable> _running = [];

    public void Start(TKind kind, TimeSpan delay)
    {
        Stop(kind);
        _running[kind] = loop.Schedule(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, () =>
        {
            _running.Remove(kind);
            due(kind);
        });
    }

    public void Stop(TKind kind)
    {
        if (_running.Remove(kind, out var timer))
        {
            timer.Dispose();
        }
    }
}
