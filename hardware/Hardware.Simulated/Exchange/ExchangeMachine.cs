using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>One subscriber line of an exchange, and the party behind it; media thread only, except where said.</summary>
/// <remarks>
/// Incoming: Idle → Ringing → Talking → Released or Idle. Outgoing: Idle → Seized → DialTone → Dialling → Ringback → Talking, or Refused.
/// The box's hang-up clears every state; a break shorter than the country's longest flash is not one.
/// </remarks>
internal sealed class ExchangeMachine : IFeeder, ILineEnd
{
    private readonly WirePair _pair;
    private readonly ExchangeTones _tones;
    private readonly ExchangeTimes _times;
    private readonly bool _answerReversal;
    private readonly SampleClock _clock;
    private readonly ExchangeVoice _voice;
    private readonly RingSequence _ring;
    private readonly ReleaseSequence _release;
    private readonly DigitCollector _collector;
    private readonly LoopWatch _loop;
    private volatile ExchangeLineState _state;
    private volatile OutgoingBehaviour _outgoing = new OutgoingBehaviour.Answers();
    private SimulatedCaller? _caller;
    private OutgoingBehaviour.Answers? _answer;
    private long _deadline = SampleTime.Never;

    /// <summary>A line at rest with battery on it.</summary>
    public ExchangeMachine(WirePair pair, SampleClock clock, Country country, SimulatedCardOptions options)
    {
        _pair = pair;
        _clock = clock;
        _answerReversal = options.AnswerReversal;
        _tones = new ExchangeTones(country, options.ToneDbm0);
        _times = ExchangeTimes.Of(country, options);
        _voice = new ExchangeVoice(_tones);
        _ring = new RingSequence(pair, _voice);
        _release = new ReleaseSequence(pair, _voice, _tones, options.HangUpSignals ?? country.HangUp, options);
        _collector = new DigitCollector(Dialled, _times.InterDigit);
        _loop = new LoopWatch(_times.Clear);
        Far = new FarParty(_voice, new HeardRecorder(options.HeardLimit));
    }

    /// <summary>Any thread.</summary>
    public ExchangeLineState State => _state;

    /// <summary>Any thread.</summary>
    public OutgoingBehaviour Outgoing
    {
        get => _outgoing;
        set => _outgoing = value;
    }

    /// <summary>What the box dialled last; any thread.</summary>
    public DigitLog Dialled { get; } = new();

    /// <summary>The far party.</summary>
    public FarParty Far { get; }

    /// <summary>Any thread.</summary>
    public ActivityLog Log { get; } = new();

    /// <summary>Any thread.</summary>
    public ExchangeCounters Counters { get; } = new();

    /// <summary>Ring bursts so far; any thread.</summary>
    public int RingBursts => _ring.Bursts;

    /// <inheritdoc/>
    public long NextChange => Math.Min(
        Math.Min(_deadline, _ring.NextChange),
        Math.Min(_release.NextChange, Math.Min(_loop.Deadline, _collector.NextChange)));

    // Speech goes on while the box flashes, so a break counts as sound.
    /// <inheritdoc/>
    public bool IsSending => _voice.SendsOnHook || _loop.IsOpen;

    /// <summary>A caller dials the number of this line.</summary>
    public void Ring(long now, RingPlan plan)
    {
        if (_state == ExchangeLineState.Seized)
        {
            // Glare: the exchange has chosen the line for the call before it saw the box seize it.
            Note(now, Activity.CallerMeetsSeizure);
            _caller = plan.Caller;
            AnswerCaller(now);
        }
        else if (_state != ExchangeLineState.Idle)
        {
            Counters.TurnAwayCaller();
            Note(now, Activity.CallerFindsBusy);
        }
        else
        {
            _caller = plan.Caller;
            Enter(now, ExchangeLineState.Ringing, Activity.CallerRings);
            _ring.Start(now, plan);
        }
    }

    /// <summary>The far party presses keys.</summary>
    public void PressKeys(long now, ReadOnlyMemory<short> sound)
    {
        if (!Far.PressKeys(sound))
        {
            Note(now, Activity.KeysDropped);
        }
    }

    /// <summary>The far party goes.</summary>
    public void HangUp(long now)
    {
        if (_state == ExchangeLineState.Ringing)
        {
            _ring.Stop(now);
            Enter(now, ExchangeLineState.Idle, Activity.CallerGaveUp);
        }
        else if (_state == ExchangeLineState.Talking)
        {
            Far.Leave(now);
            Enter(now, ExchangeLineState.Released, Activity.FarHungUp);
            if (_release.Start(now))
            {
                GiveDialTone(now);
            }
        }
    }

    /// <summary>Cuts the line.</summary>
    public void Unplug(long now)
    {
        if (_state != ExchangeLineState.Unplugged)
        {
            EndCall(now);
            Enter(now, ExchangeLineState.Unplugged, Activity.Unplugged);
            _pair.SetFeed(now, LineFeed.Open);
        }
    }

    /// <summary>Mends the line.</summary>
    public void PlugIn(long now)
    {
        if (_state == ExchangeLineState.Unplugged)
        {
            Enter(now, ExchangeLineState.Idle, Activity.PluggedIn);
            _pair.SetFeed(now, LineFeed.Forward);
            if (_pair.IsLoopClosed)
            {
                Seize(now);
            }
        }
    }

    /// <inheritdoc/>
    public void Act(long now)
    {
        if (_ring.Act(now))
        {
            Note(now, Activity.CallerIdSent);
        }

        if (_release.NextChange <= now && _release.Advance(now))
        {
            GiveDialTone(now);
        }

        var digit = _collector.TakePulses(now);
        if (digit != '\0')
        {
            Note(now, Activity.DigitDialled, digit);
        }

        if (_collector.IsComplete(now))
        {
            Route(now);
        }

        if (_loop.Deadline <= now)
        {
            Clear(now);
        }

        if (_deadline <= now)
        {
            ActOnDeadline(now);
        }
    }

    /// <inheritdoc/>
    public void Send(Span<short> part, int offset)
    {
        _voice.Fill(part);
        if (!_pair.CarriesSound)
        {
            part.Clear();
        }
    }

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<short> block, long start)
    {
        var end = start + block.Length;
        var key = Far.Hear(block, start);
        if (key != '\0')
        {
            Note(end, Activity.KeyHeard, key);
        }

        if (_state is ExchangeLineState.DialTone or ExchangeLineState.Dialling)
        {
            var digit = _collector.Hear(block, end);
            if (digit != '\0')
            {
                BeginDialling();
                Note(end, Activity.DigitDialled, digit);
            }
        }
    }

    /// <inheritdoc/>
    public void HearNothing()
    {
    }

    /// <inheritdoc/>
    void IFeeder.LoopChanged(long now, bool closed)
    {
        if (_state == ExchangeLineState.Unplugged)
        {
            return;
        }

        if (!closed)
        {
            _loop.Open(now);
            _collector.LoopOpened();
        }
        else if (_loop.IsOpen)
        {
            EndBreak(now, _loop.Close(now));
        }
        else if (_state == ExchangeLineState.Ringing)
        {
            _ring.Stop(now);
            AnswerCaller(now);
        }
        else
        {
            Seize(now);
        }
    }

    private void EndBreak(long now, long samples)
    {
        if (_state is ExchangeLineState.DialTone or ExchangeLineState.Dialling)
        {
            if (_collector.LoopClosed(now, samples))
            {
                BeginDialling();
            }
        }
        else if (samples >= _times.ShortestFlash)
        {
            Counters.Flash();
            Note(now, Activity.BoxFlashed, (int)(samples * 1000 / LineAudio.SampleRate));
        }
    }

    private void BeginDialling()
    {
        _voice.StopTone();
        _deadline = SampleTime.Never;
        _state = ExchangeLineState.Dialling;
    }

    private void Seize(long now)
    {
        _collector.Start();
        Enter(now, ExchangeLineState.Seized, Activity.BoxSeized);
        _deadline = now + _times.DialToneDelay;
    }

    private void GiveDialTone(long now)
    {
        _collector.Start();
        Enter(now, ExchangeLineState.DialTone, Activity.DialTone);
        _voice.Play(_tones.Dial);
        _deadline = now + _times.DialToneTimeout;
    }

    private void Route(long now)
    {
        _collector.Stop();
        Note(now, Activity.NumberComplete, Dialled.Count);
        switch (_outgoing)
        {
            case OutgoingBehaviour.Answers answer:
                _answer = answer;
                Enter(now, ExchangeLineState.Ringback, Activity.Ringback);
                _voice.Play(_tones.Ringback);
                _deadline = now + _tones.RingbackUntilAnswer(answer.AfterRings);
                break;
            case OutgoingBehaviour.NoAnswer:
                Enter(now, ExchangeLineState.Ringback, Activity.Ringback);
                _voice.Play(_tones.Ringback);
                break;
            case OutgoingBehaviour.Busy:
                Refuse(now, _tones.Busy);
                break;
            case OutgoingBehaviour.Congestion:
                Refuse(now, _tones.Congestion);
                break;
            case OutgoingBehaviour.Unobtainable:
                Refuse(now, _tones.Unobtainable);
                break;
        }
    }

    private void Refuse(long now, Tone tone)
    {
        _collector.Stop();
        Enter(now, ExchangeLineState.Refused, Activity.Refused);
        _voice.Play(tone);
    }

    private void ActOnDeadline(long now)
    {
        _deadline = SampleTime.Never;
        switch (_state)
        {
            case ExchangeLineState.Seized:
                GiveDialTone(now);
                break;
            case ExchangeLineState.DialTone:
                Refuse(now, _tones.Congestion);
                break;
            case ExchangeLineState.Ringback when _answer is not null:
                Note(now, Activity.FarAnswered);
                if (_answerReversal)
                {
                    _pair.SetFeed(now, _pair.IsReversed ? LineFeed.Forward : LineFeed.Reverse);
                }

                Talk(now, _answer.Speech, _answer.SpeechDelay, _answer.LoopSpeech);
                break;
        }
    }

    private void AnswerCaller(long now)
    {
        Note(now, Activity.BoxAnswered);
        Talk(now, _caller!.Speech, _caller.SpeechDelay, _caller.LoopSpeech);
    }

    private void Talk(long now, ReadOnlyMemory<short> speech, TimeSpan delay, bool loop)
    {
        _state = ExchangeLineState.Talking;
        _deadline = SampleTime.Never;
        _collector.Stop();
        Counters.Connect();
        Far.Come(now, speech, delay, loop);
    }

    private void Clear(long now)
    {
        EndCall(now);
        Enter(now, ExchangeLineState.Idle, Activity.BoxCleared);
        _pair.SetFeed(now, LineFeed.Forward);
    }

    private void EndCall(long now)
    {
        _ring.Stop(now);
        _release.Stop(now);
        Far.Leave(now);
        _collector.Stop();
        _loop.Close(now);
        _caller = null;
        _answer = null;
    }

    private void Enter(long now, ExchangeLineState state, Activity activity)
    {
        _state = state;
        _deadline = SampleTime.Never;
        Note(now, activity);
    }

    private void Note(long now, Activity activity, int detail = 0) => Log.Add(_clock.At(now), activity, detail);
}
