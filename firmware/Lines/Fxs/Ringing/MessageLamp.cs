using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>
/// Tells a telephone by FSK, without ringing it, that its message lamp is to be lit or put out: while it is on hook, and again when a call
/// came between. Control loop only.
/// </summary>
/// <remarks>
/// Where the country reverses the line before caller ID, it is reversed for this too (ETSI EN 300 659-1 §6.2: data not associated with
/// ringing); V.23 telephones are woken by the dual-tone alerting signal. GR-30 sends the data alone.
/// </remarks>
/// <param name="port">The phone's port.</param>
/// <param name="channel">A channel that the port's sound is connected to while the phone is idle.</param>
/// <param name="services">Country and loop.</param>
internal sealed class MessageLamp(IFxsPort port, IMediaChannel channel, LineServices services) : IMessageLamp
{
    // Long after the handset is put back, so that its contacts are quiet; and several changes at once are one message.
    private static readonly TimeSpan AfterHangUp = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ReversalToData = TimeSpan.FromMilliseconds(250);

    private bool _isLit;
    private bool _wanted;
    private bool _isIdle;
    private IDisposable? _timer;
    private CancellationTokenSource? _sending;

    /// <inheritdoc/>
    public void Show(bool isLit)
    {
        if (_wanted != isLit)
        {
            Stop();
            _wanted = isLit;
            SendLater();
        }
    }

    /// <inheritdoc/>
    public void PhoneIs(bool isIdle)
    {
        if (_isIdle != isIdle)
        {
            Stop();
            _isIdle = isIdle;
            SendLater();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void SendLater()
    {
        if (_isIdle && _isLit != _wanted && MessageWaitingSource.IsKnownTo(services.Country.CallerId.Scheme))
        {
            _timer = services.Loop.Schedule(AfterHangUp, Begin);
        }
    }

    private void Begin()
    {
        _sending = new CancellationTokenSource();
        if (services.Country.CallerId.BeforeFirstRing)
        {
            port.SetFeed(LineFeed.Reverse);
            _timer = services.Loop.Schedule(ReversalToData, Send);
        }
        else
        {
            Send();
        }
    }

    private void Send()
    {
        if (_sending is { } sending)
        {
            services.Loop.Watch(SendAsync(_wanted, sending.Token));
        }
    }

    private async Task SendAsync(bool isLit, CancellationToken stop)
    {
        var scheme = services.Country.CallerId.Scheme;
        if (scheme == CallerIdScheme.FskV23)
        {
            await channel.PlayAsync(new ToneSource(CountryTones.DualToneAlert, CountryTones.Level), PlayMode.Instead, stop);
        }

        // False when a call came between: it is sent again after it.
        if (await channel.PlayAsync(new MessageWaitingSource(isLit, scheme), PlayMode.Instead, stop) && !stop.IsCancellationRequested)
        {
            _isLit = isLit;
            Stop();
        }
    }

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
        if (_sending is { } sending)
        {
            _sending = null;
            sending.Cancel();
            sending.Dispose();
            port.SetFeed(LineFeed.Forward);
        }
    }
}
