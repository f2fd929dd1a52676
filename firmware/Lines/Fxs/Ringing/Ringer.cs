using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>Rings a phone: steps through a <see cref="RingPattern"/> until it is stopped. Control loop only.</summary>
/// <param name="port">The phone's port.</param>
/// <param name="services">Country and loop.</param>
internal sealed class Ringer(IFxsPort port, LineServices services) : IDisposable
{
    private IDisposable? _timer;
    private CancellationTokenSource? _ring;
    private TimeSpan _pauseBeganAt;

    /// <summary>Begins with the first step.</summary>
    public void Start()
    {
        Stop();
        _ring = new CancellationTokenSource();
        Take(RingPattern.For(services.Country, withCallerId: false), 0, _ring.Token);
    }

    /// <summary>Ends it at once; nothing happens when it does not ring.</summary>
    public void Stop()
    {
        _timer?.Dispose();
        _timer = null;
        if (_ring is { } ring)
        {
            _ring = null;
            ring.Cancel();
            ring.Dispose();
            port.SetFeed(LineFeed.Forward);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Take(RingPattern pattern, int index, CancellationToken ring)
    {
        var step = pattern.Steps[index];
        var next = index + 1 < pattern.Steps.Length ? index + 1 : pattern.RepeatFrom;
        var goOn = () => Take(pattern, next, ring);
        switch (step)
        {
            case RingStep.Feed feed:
                port.SetFeed(feed.How);
                _pauseBeganAt = services.Loop.Now;
                After(feed.For, goOn);
                break;
            case RingStep.Rest rest:
                var left = rest.Whole - (services.Loop.Now - _pauseBeganAt);
                After(left > rest.AtLeast ? left : rest.AtLeast, goOn);
                break;
        }
    }

    private void After(TimeSpan delay, Action goOn)
    {
        _timer?.Dispose();
        _timer = services.Loop.Schedule(delay, goOn);
    }
}
