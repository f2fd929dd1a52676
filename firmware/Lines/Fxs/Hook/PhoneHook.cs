using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Hook;

/// <summary>Listens to a port's loop and tells what the telephone means: runs <see cref="HookDecoder"/> on the control loop.</summary>
internal sealed class PhoneHook : IDisposable
{
    private readonly IFxsPort _port;
    private readonly LineServices _services;
    private readonly Action<HookSignal> _tell;
    private readonly HookTimings _times;
    private HookState _state = HookState.OnHook;
    private IDisposable? _timer;
    private bool _ignoring;
    private bool _disposed;

    /// <summary>Listens from now on; a telephone that is off-hook already counts as lifted now.</summary>
    public PhoneHook(IFxsPort port, LineServices services, Action<HookSignal> tell)
    {
        _port = port;
        _services = services;
        _tell = tell;
        _times = HookTimings.For(services.Country);
        port.LineEvent += OnLineEvent;
        if (port.IsOffHook)
        {
            Take(HookDecoder.Closed(_state, services.Loop.Now, _times));
        }
    }

    /// <summary>What the loop does means nothing now: the battery is away.</summary>
    public void Ignore()
    {
        _ignoring = true;
        _timer?.Dispose();
    }

    /// <summary>Listens again; the hook is as the port shows it.</summary>
    public void Resume()
    {
        _ignoring = false;
        _state = _port.IsOffHook ? HookState.OffHook : HookState.OnHook;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        _port.LineEvent -= OnLineEvent;
        _timer?.Dispose();
    }

    private void OnLineEvent(LineEvent change) => _services.Loop.Post(() => OnChange(change));

    private void OnChange(LineEvent change)
    {
        if (_ignoring || _disposed)
        {
            return;
        }

        if (change.Kind == LineEventKind.LoopClosed)
        {
            Take(HookDecoder.Closed(_state, change.At, _times));
        }
        else if (change.Kind == LineEventKind.LoopOpened)
        {
            Take(HookDecoder.Opened(_state, change.At, _times));
        }
    }

    private void Take(HookStep step)
    {
        _state = step.State;
        if (step.Wake is { } wake)
        {
            _timer?.Dispose();
            var delay = wake - _services.Loop.Now;
            _timer = _services.Loop.Schedule(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, () => Take(HookDecoder.Due(_state)));
        }

        foreach (var signal in step.Signals)
        {
            _tell(signal);
        }
    }
}
