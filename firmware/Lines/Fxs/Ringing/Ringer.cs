using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>Rings a phone: steps through a <see cref="RingPattern"/> until it is stopped. Control loop only.</summary>
/// <param name="port">The phone's port.</param>
/// <param name="channel">A channel that the port's sound is connected to while the phone rings.</param>
/// <param name="services">Country and loop.</param>
internal sealed class Ringer(IFxsPort port, IMediaChannel channel, LineServices services) : IDisposable
{
    // The longest message of any scheme takes 2 s; a channel that has died must not keep the phone from ringing.
    private static readonly TimeSpan CallerIdLimit = TimeSpan.FromSeconds(5);

    private IDisposable? _timer;
    private CancellationTokenSource? _ring;
    private TimeSpan _pauseBeganAt;

    /// <summary>Begins with the first step.</summary>
    /// <param name="caller">What the phone shows; null sends nothing.</param>
    public void Start(CallerIdMessage? caller)
    {
        Stop();
        _ring = new CancellationTokenSource();
        Take(RingPattern.For(services.Country, caller is not null), 0, caller, _ring.Token);
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

    private void Take(RingPattern pattern, int index, CallerIdMessage? caller, CancellationToken ring)
    {
        var step = pattern.Steps[index];
        var next = index + 1 < pattern.Steps.Length ? index + 1 : pattern.RepeatFrom;
        var goOn = () => Take(pattern, next, caller, ring);
        switch (step)
        {
            case RingStep.Feed feed:
                port.SetFeed(feed.How);
                _pauseBeganAt = services.Loop.Now;
                After(feed.For, goOn);
                break;
            case RingStep.CallerId send when caller is not null:
                After(CallerIdLimit, goOn);
                services.Loop.Watch(SendAsync(caller, send.AlertFirst, goOn, ring));
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

    private async Task SendAsync(CallerIdMessage caller, bool alertFirst, Action goOn, CancellationToken ring)
    {
        if (alertFirst)
        {
            await channel.PlayAsync(new ToneSource(CountryTones.DualToneAlert, CountryTones.Level), PlayMode.Instead, ring);
        }

        // False when the ringing was stopped; then nothing goes on.
        if (await channel.PlayAsync(new CallerIdSource(caller, caller.Scheme), PlayMode.Instead, ring) && !ring.IsCancellationRequested)
        {
            goOn();
        }
    }
}
