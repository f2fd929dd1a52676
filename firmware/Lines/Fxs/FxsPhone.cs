using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Lines.Fxs.Hook;
using Switchhook.Lines.Fxs.Ringing;

namespace Switchhook.Lines.Fxs;

/// <summary>A telephone on an FXS port: runs <see cref="FxsMachine"/> on the control loop and does what it says.</summary>
/// <remarks>
/// Made on the control loop, and at work from then on. The port's events come on the media thread and are handed to the loop. What concerns
/// others (legs, the house) is posted, so that nobody calls back into a machine in the middle of its step. The port's sound is connected
/// to one channel at a time: to the active leg's, else to the phone's own, on which the box plays its tones and hears digits.
/// </remarks>
public sealed class FxsPhone : Phone
{
    // The last digit that was dialled sounds on for a moment, and belongs to no call.
    private static readonly TimeSpan DigitsBelongToCallAfter = TimeSpan.FromSeconds(1);

    private readonly IFxsPort _port;
    private readonly FxsOptions _options;
    private readonly LineServices _services;
    private readonly IPhoneHost _host;
    private readonly FxsTimings _times;
    private readonly PhoneHook _hook;
    private readonly AnalogPortEndpoint _sound;
    private readonly IMediaChannel _channel;
    private readonly Ringer _ringer;
    private readonly CallWaitingBeep _beep;
    private readonly IMessageLamp _lamp;
    private readonly Dictionary<int, FxsLeg> _legs = [];
    private FxsState _state = new(FxsPhase.Idle);
    private IDisposable? _phaseLimit;
    private PhoneStatus? _told;
    private TimeSpan _idleSince;
    private bool _disposed;

    /// <summary>Takes a port into use.</summary>
    public FxsPhone(IFxsPort port, FxsOptions options, LineServices services, IPhoneHost host)
        : base(options.Number, options.Name, options.Place)
    {
        _port = port;
        _options = options;
        _services = services;
        _host = host;
        _times = FxsTimings.For(services.Country);
        _sound = new AnalogPortEndpoint(port);
        _channel = services.Media.OpenChannel($"phone {options.Number}");
        _channel.Detected += OnDetected;
        _channel.Connect(_sound);
        _ringer = new Ringer(port, _channel, services);
        _beep = new CallWaitingBeep(services);
        _lamp = options.LampByPolarity ? new PolarityLamp(port, services) : new MessageLamp(port, _channel, services);
        Do(new FxsAction.Tell(PhoneStatus.Idle, "Ready."));
        port.SetFeed(LineFeed.Forward);
        _hook = new PhoneHook(port, services, OnHook);
        port.LineEvent += OnLineEvent;
        if (port.Fault is { } fault)
        {
            Handle(new FxsEvent.PortFailed(fault));
        }

        _lamp.PhoneIs(_state.Phase == FxsPhase.Idle);
        ShowMessages(host.HasMessages(Number));
    }

    /// <inheritdoc/>
    public override PhoneStatus Status => _state.Status;

    /// <inheritdoc/>
    public override TimeSpan IdleSince => _idleSince;

    /// <summary>What the phone is doing, for people who look for a fault.</summary>
    public override string ToString() => $"{Number}: {_state}";

    /// <inheritdoc/>
    public override Leg? Offer(Offer offer)
    {
        var waits = offer.CallWaiting && _options.CallWaiting && _state.TakesSecondCall;
        if (_disposed || !(waits || _state.Phase == FxsPhase.Idle))
        {
            return null;
        }

        var leg = FxsLeg.Called(this, _state.NextLeg, _services.Ids.Next(), OpenChannel(), offer.Caller);
        _legs.Add(leg.Key, leg);
        Handle(new FxsEvent.Offered(leg.Key, offer.Caller.Shown));
        return leg;
    }

    /// <inheritdoc/>
    public override void ShowMessages(bool any)
    {
        if ((_options.LampByFsk || _options.LampByPolarity) && !_disposed)
        {
            _lamp.Show(any);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        foreach (var leg in _legs.Values.ToList())
        {
            leg.HangUp(new Cause(CauseCode.BoxStopped, "The phone was taken out of use."));
        }

        _disposed = true;
        _port.LineEvent -= OnLineEvent;
        _hook.Dispose();
        _phaseLimit?.Dispose();
        _ringer.Dispose();
        _beep.Dispose();
        _lamp.Dispose();
        _port.SetFeed(LineFeed.Forward);
        _channel.Detected -= OnDetected;
        _channel.Close();
    }

    internal void OnFarEndRings(FxsLeg leg) => Handle(new FxsEvent.FarEndRings(leg.Key));

    internal void OnReleased(FxsLeg leg, Cause cause)
    {
        _legs.Remove(leg.Key);
        Handle(new FxsEvent.LegGone(leg.Key, cause));
    }

    private void OnLineEvent(LineEvent change)
    {
        if (change.Kind == LineEventKind.FaultBegan)
        {
            _services.Loop.Post(() => Handle(new FxsEvent.PortFailed(_port.Fault ?? "The card failed for a moment.")));
        }
        else if (change.Kind == LineEventKind.FaultCleared)
        {
            _services.Loop.Post(() => Handle(new FxsEvent.PortBack(_port.IsOffHook)));
        }
    }

    private void OnHook(HookSignal signal)
    {
        switch (signal.Kind)
        {
            case HookSignalKind.Lifted:
                Handle(new FxsEvent.Lifted());
                break;
            case HookSignalKind.HungUp:
                Handle(new FxsEvent.HungUp());
                break;
            case HookSignalKind.Flash:
                Handle(new FxsEvent.Flash());
                break;
            case HookSignalKind.PulsesBegan:
                Handle(new FxsEvent.PulsesBegan());
                break;
            case HookSignalKind.Digit:
                OnDigit(signal.Digit);
                break;
        }
    }

    private void OnDetected(Detection detection)
    {
        if (detection is Detection.Digit digit)
        {
            OnDigit(digit.Value);
        }
    }

    private void OnDigit(char digit)
    {
        if (_state.TakesDigits)
        {
            Handle(new FxsEvent.Digit(digit, _host.Classify(_state.Digits + digit)));
        }
    }

    private void Handle(FxsEvent happened)
    {
        if (_disposed)
        {
            return;
        }

        var (state, actions) = FxsMachine.Step(_state, happened, $"Phone {Number}", _times);
        _state = state;
        _lamp.PhoneIs(state.Phase == FxsPhase.Idle);
        foreach (var action in actions)
        {
            Do(action);
        }
    }

    private void Do(FxsAction action)
    {
        switch (action)
        {
            case FxsAction.Play or FxsAction.Silence or FxsAction.Rest:
                Listen(action);
                break;
            case FxsAction.Connect connect:
                Connect(_legs[connect.Leg]);
                _legs[connect.Leg].Media.Detectors = Detectors.Dtmf;
                break;
            case FxsAction.Ring ring:
                _ringer.Start(Shown(_legs[ring.Leg]));
                break;
            case FxsAction.StopRing:
                _ringer.Stop();
                break;
            case FxsAction.Beep beep:
                _beep.Start(_legs[beep.Over].Media);
                break;
            case FxsAction.StopBeep:
                _beep.Stop();
                break;
            case FxsAction.CutBattery:
                _hook.Ignore();
                _port.SetFeed(LineFeed.Open);
                break;
            case FxsAction.IgnoreHook:
                _hook.Ignore();
                break;
            case FxsAction.ResumeHook:
                _hook.Resume();
                break;
            case FxsAction.FeedBattery:
                _port.SetFeed(LineFeed.Forward);
                break;
            case FxsAction.CheckHook:
                _hook.Resume();
                Handle(new FxsEvent.HookChecked(_port.IsOffHook));
                break;
            case FxsAction.Start start:
                _phaseLimit?.Dispose();
                _phaseLimit = _services.Loop.Schedule(start.Delay, () => Handle(new FxsEvent.Due()));
                break;
            case FxsAction.Stop:
                _phaseLimit?.Dispose();
                break;
            case FxsAction.Tell tell:
                Tell(tell.Status, tell.Words);
                break;
            default:
                DoWithLeg(action);
                break;
        }
    }

    private void DoWithLeg(FxsAction action)
    {
        switch (action)
        {
            case FxsAction.Dial dial:
                Dial(dial.Leg, dial.Digits);
                break;
            case FxsAction.Ringback ringback:
                var waiting = _legs[ringback.Leg];
                _ = waiting.Media.PlayAsync(Sound(ToneKind.Ringback), PlayMode.Instead, waiting.Gone);
                break;
            case FxsAction.Answer answer:
                Post(answer.Leg, static leg => leg.Lift());
                break;
            case FxsAction.Hold hold:
                Post(hold.Leg, leg => leg.Hold(hold.Held));
                break;
            case FxsAction.End end:
                Post(end.Leg, leg => leg.End(end.Cause));
                _legs.Remove(end.Leg);
                break;
            case FxsAction.Transfer transfer:
                Transfer(_legs[transfer.Held], _legs[transfer.Active]);
                break;
            case FxsAction.Conference conference:
                Confer(_legs[conference.Held], _legs[conference.Active]);
                break;
        }
    }

    private void Listen(FxsAction action)
    {
        _channel.Connect(_sound);
        _channel.Detectors = action is FxsAction.Rest ? Detectors.None : Detectors.Dtmf;
        _channel.StopPlaying();
        if (action is FxsAction.Play play)
        {
            IFrameSource source = play.Tone switch
            {
                PhoneTone.Dial when _host.NoticeAt(Number) is { } notice => new SequenceSource(notice.Open(), Ready()),
                PhoneTone.Dial => Ready(),
                PhoneTone.DialRecall => Sound(ToneKind.DialRecall),
                PhoneTone.Busy => Sound(ToneKind.Busy),
                PhoneTone.Congestion => Sound(ToneKind.Congestion),
                PhoneTone.Howler => new ToneSource(CountryTones.Howler, CountryTones.HowlerLevel),
            };
            _ = _channel.PlayAsync(source, PlayMode.Instead, CancellationToken.None);
        }
    }

    private void Connect(FxsLeg leg)
    {
        _channel.StopPlaying();
        _channel.Detectors = Detectors.None;
        leg.Media.Connect(_sound);
    }

    private void Dial(int key, string digits)
    {
        var leg = FxsLeg.Calling(this, key, _services.Ids.Next(), OpenChannel());
        _legs.Add(key, leg);
        Connect(leg);
        _services.Loop.Schedule(DigitsBelongToCallAfter, () => leg.Media.Detectors |= Detectors.Dtmf);
        Post(key, heard => _host.Dial(heard, digits));
    }

    private void Post(int key, Action<FxsLeg> what)
    {
        var leg = _legs[key];
        _services.Loop.Post(() => what(leg));
    }

    // From here on both legs are the house's to end. If one has ended in the meantime, there is nobody left for the other.
    private void Transfer(FxsLeg held, FxsLeg active)
    {
        _legs.Remove(held.Key);
        _legs.Remove(active.Key);
        _services.Loop.Post(() =>
        {
            if (held.State != LegState.Ended && active.State != LegState.Ended)
            {
                _host.Transfer(held, active);
            }
            else
            {
                held.End(Cause.HungUp($"Phone {Number}"));
                active.End(Cause.HungUp($"Phone {Number}"));
            }
        });
    }

    private void Confer(FxsLeg held, FxsLeg active) => _services.Loop.Post(() =>
    {
        if (held.State != LegState.Ended && active.State != LegState.Ended)
        {
            _host.Conference(held, active);
        }
        else
        {
            active.HangUp(Cause.HungUp($"Phone {Number}"));
        }
    });

    private void Tell(PhoneStatus status, string words)
    {
        if (status == _told)
        {
            return;
        }

        _told = status;
        if (status == PhoneStatus.Idle)
        {
            _idleSince = _services.Loop.Now;
        }

        _services.Journal.Append(new PhoneChanged(Number, status, words));
    }

    private IMediaChannel OpenChannel() => _services.Media.OpenChannel($"phone {Number}");

    private ToneSource Ready() => Sound(_options.StutterTone && _host.HasMessages(Number) ? ToneKind.Stutter : ToneKind.Dial);

    private ToneSource Sound(ToneKind tone) => new(CountryTones.Get(_services.Country, tone), CountryTones.Level);

    private CallerIdMessage? Shown(FxsLeg leg) => leg.Caller is { } caller
        ? CallerIdDisplay.Message(
            caller, _services.Country.CallerId.Scheme, TimeZoneInfo.ConvertTime(_services.Loop.Time.GetUtcNow(), _options.TimeZone))
        : null;
}
