using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxo;

/// <summary>An exchange line on an FXO port: runs <see cref="FxoMachine"/> on the control loop and does what it says.</summary>
/// <remarks>
/// Made on the control loop, and at work from then on. The port's events come on the media thread and are handed to the loop. What concerns
/// others (legs, the house) is posted, so that nobody calls back into a machine in the middle of its step.
/// </remarks>
public sealed class FxoLine : ExchangeLine
{
    // Less than any exchange feeds through the longest line, more than leaks through a wet one.
    private const double LoopCurrentMilliamps = 5;

    private readonly IFxoPort _port;
    private readonly FxoOptions _options;
    private readonly LineServices _services;
    private readonly FxoTimings _times;
    private readonly TimerSet<FxoTimer> _timers;
    private readonly AnalogPortEndpoint _sound;
    private FxoState _state;
    private IMediaChannel _channel;
    private FxoLeg? _leg;
    private bool _disposed;

    /// <summary>Takes a port into use.</summary>
    public FxoLine(IFxoPort port, FxoOptions options, LineServices services)
        : base(options.Name, options.Number)
    {
        _port = port;
        _options = options;
        _services = services;
        _times = FxoTimings.For(services.Country);
        _timers = new TimerSet<FxoTimer>(services.Loop, OnDue);
        _sound = new AnalogPortEndpoint(port);
        _channel = OpenChannel();
        port.LineEvent += OnLineEvent;
        var (state, actions) = FxoMachine.Begin(port.Fault, port.HasBattery, _times);
        _state = state;
        Do(actions.AsSpan());
    }

    /// <inheritdoc/>
    public override LineStatus Status => _state.Status;

    /// <inheritdoc/>
    public override bool HasCalls => _state.Status is LineStatus.Ringing or LineStatus.InUse;

    /// <summary>What the line is doing, for people who look for a fault.</summary>
    public override string ToString() => $"{Name}: {_state}";

    /// <inheritdoc/>
    public override Leg? Seize(CallOut call)
    {
        if (!_state.IsFree || _disposed)
        {
            return null;
        }

        var leg = new FxoLeg(this, _services.Ids.Next(), LegOrigin.Box, _channel);
        if (!DialString.TryParse(call.Number, _options.PulseDialling, out var dial, out var error))
        {
            ForgetLeg();
            Do(new FxoAction.Listen(Detectors.CallerId));
            leg.End(new Cause(CauseCode.Refused, error));
            return leg;
        }

        _leg = leg;
        var country = _services.Country;
        var isForHelp = call.IsEmergency || country.EmergencyNumbers.Contains(call.Number);
        Handle(new FxoEvent.Seize(dial, MayDialBlind: isForHelp || country.Code == "AU"));
        return leg;
    }

    /// <inheritdoc/>
    public override Leg? SeizeForTest()
    {
        if (!_state.IsFree || _disposed)
        {
            return null;
        }

        var leg = _leg = new FxoLeg(this, _services.Ids.Next(), LegOrigin.Box, _channel);
        Handle(new FxoEvent.Seize(null, MayDialBlind: false));
        return leg;
    }

    /// <summary>Sends a register recall (hook flash) to the exchange, in the country's length. Nothing happens without a call.</summary>
    public void Flash() => Handle(new FxoEvent.Recall());

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _leg?.HangUp(new Cause(CauseCode.BoxStopped, "The line was taken out of use."));
        _disposed = true;
        _port.LineEvent -= OnLineEvent;
        foreach (var timer in Enum.GetValues<FxoTimer>())
        {
            _timers.Stop(timer);
        }

        _port.SetOffHook(false);
        _channel.Detected -= OnDetected;
        _channel.Close();
    }

    internal void Answer(FxoLeg leg) => HandleFor(leg, new FxoEvent.Answer());

    internal void Release(FxoLeg leg) => HandleFor(leg, new FxoEvent.Release());

    private void OnLineEvent(LineEvent change) => _services.Loop.Post(() => Handle(change.Kind switch
    {
        LineEventKind.PulsesSent => new FxoEvent.DigitsSent(),
        LineEventKind.FaultBegan => new FxoEvent.PortFailed(_port.Fault ?? "The card failed for a moment."),
        LineEventKind.FaultCleared => new FxoEvent.PortBack(_port.HasBattery),
        _ => new FxoEvent.Wire(change.Kind, change.At),
    }));

    private void OnDetected(Detection detection)
    {
        FxoEvent? happened = detection switch
        {
            Detection.CallerId read => new FxoEvent.CallerIdRead(read.Message),
            Detection.ToneHeard tone => new FxoEvent.Tone(tone.Kind),
            Detection.ToneEnded tone => new FxoEvent.ToneOver(tone.Kind),
            _ => null,
        };
        if (happened is not null)
        {
            Handle(happened);
        }
    }

    private void OnDue(FxoTimer timer) =>
        Handle(new FxoEvent.Due(timer, LoopCurrent: Math.Abs(_port.Readings.Milliamps) >= LoopCurrentMilliamps));

    private void HandleFor(FxoLeg leg, FxoEvent happened)
    {
        if (ReferenceEquals(leg, _leg))
        {
            Handle(happened);
        }
    }

    private void Handle(FxoEvent happened)
    {
        if (_disposed)
        {
            return;
        }

        var (state, actions) = FxoMachine.Step(_state, happened, _services.Loop.Now, _times);
        _state = state;
        Do(actions.AsSpan());
    }

    private void Do(params ReadOnlySpan<FxoAction> actions)
    {
        foreach (var action in actions)
        {
            Do(action);
        }
    }

    private void Do(FxoAction action)
    {
        switch (action)
        {
            case FxoAction.OffHook:
                _port.SetOffHook(true);
                break;
            case FxoAction.OnHook:
                _port.SetOffHook(false);
                break;
            case FxoAction.Listen listen:
                _channel.Detectors = listen.For;
                break;
            case FxoAction.Announce announce:
                Announce(announce.Caller);
                break;
            case FxoAction.MarkAudible:
                Tell(static leg => leg.Hear());
                break;
            case FxoAction.MarkAnswered:
                Tell(static leg => leg.CountAsAnswered());
                break;
            case FxoAction.EndLeg end:
                Tell(leg => leg.End(end.Cause));
                ForgetLeg();
                break;
            case FxoAction.ForgetLeg:
                ForgetLeg();
                break;
            case FxoAction.SendDigits send:
                SendDigits(send.Digits);
                break;
            case FxoAction.SendRecall:
                _port.Flash(_services.Country.Flash.Send);
                break;
            case FxoAction.Start start:
                _timers.Start(start.Timer, start.Delay);
                break;
            case FxoAction.Stop stop:
                _timers.Stop(stop.Timer);
                break;
            case FxoAction.Tell tell:
                _services.Journal.Append(new LineChanged(Name, tell.Status, tell.Words));
                break;
        }
    }

    private void Announce(CallerIdentity caller)
    {
        var leg = new FxoLeg(this, _services.Ids.Next(), LegOrigin.Party, _channel);
        _leg = leg;
        _services.Loop.Post(() => RaiseIncoming(new IncomingCall(leg, caller)));
    }

    private void Tell(Action<FxoLeg> what)
    {
        if (_leg is { } leg)
        {
            _services.Loop.Post(() => what(leg));
        }
    }

    // The leg takes its channel with it.
    private void ForgetLeg()
    {
        _leg = null;
        _channel.Detected -= OnDetected;
        _channel = OpenChannel();
    }

    private IMediaChannel OpenChannel()
    {
        var channel = _services.Media.OpenChannel($"line {Name}");
        channel.Connect(_sound);
        channel.Detected += OnDetected;
        return channel;
    }

    private void SendDigits(string digits)
    {
        if (_options.PulseDialling)
        {
            _port.SendPulses(digits);
        }
        else if (_leg is { } leg)
        {
            _services.Loop.Watch(SendTonesAsync(leg, digits));
        }
    }

    private async Task SendTonesAsync(FxoLeg leg, string digits)
    {
        if (await leg.Media.PlayAsync(new DtmfSource(digits), PlayMode.Instead, leg.Gone))
        {
            HandleFor(leg, new FxoEvent.DigitsSent());
        }
    }
}
