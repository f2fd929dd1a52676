using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Receivers;
using Switchhook.Hardware.Simulated.Signals;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Stations;

/// <summary>One telephone: hook, keypad and dial, bell, microphone and receiver, display; media thread only, except where said.</summary>
internal sealed class PhoneMachine : IStation, ILineEnd
{
    private readonly WirePair _pair;
    private readonly SampleClock _clock;
    private readonly HookSwitch _hook;
    private readonly SamplePlayer _speech = new();
    private readonly SampleQueue _keys = new();
    private readonly CallerIdReceiver? _callerId;
    private volatile bool _dialling;

    /// <summary>A telephone with its handset on.</summary>
    public PhoneMachine(WirePair pair, SampleClock clock, Country country, SimulatedCardOptions options)
    {
        _pair = pair;
        _clock = clock;
        _hook = new HookSwitch(pair, SampleTime.Of(options.HookBounce));
        _callerId = FskModem.Of(country.CallerId.Scheme) is { } modem ? new CallerIdReceiver(modem) : null;
        Heard = new HeardRecorder(options.HeardLimit);
    }

    /// <summary>Any thread.</summary>
    public PhoneCounters Counters { get; } = new();

    /// <summary>Any thread.</summary>
    public MessageSlots Display { get; } = new();

    /// <summary>Any thread.</summary>
    public HeardRecorder Heard { get; }

    /// <summary>Any thread.</summary>
    public ActivityLog Log { get; } = new();

    /// <summary>True while keys or pulses are being sent; any thread.</summary>
    public bool IsDialling => _dialling;

    /// <summary>True while the bell has ring voltage; any thread.</summary>
    public bool IsRinging => _pair.Feed == LineFeed.Ringing;

    /// <inheritdoc/>
    public long NextChange => _hook.NextChange;

    /// <inheritdoc/>
    public bool IsSending => false;

    /// <summary>Takes up or puts down the handset.</summary>
    public void SetHandset(long now, bool lifted)
    {
        Note(now, lifted ? Activity.PhoneLifted : Activity.PhoneHungUp);
        _speech.Stop();
        _keys.Stop();
        _callerId?.Reset();
        if (lifted)
        {
            Heard.Open(now);
        }
        else
        {
            Heard.Close(now);
        }

        _hook.Set(now, lifted);
        ShowDialling();
    }

    /// <summary>Presses the hook for a time.</summary>
    public void Flash(long now, long samples)
    {
        Note(now, Activity.PhoneFlashes);
        _hook.Flash(now, samples);
    }

    /// <summary>Dials by keys.</summary>
    public void PressKeys(long now, int count, ReadOnlyMemory<short> sound)
    {
        Note(now, _keys.Add(sound) ? Activity.PhoneDials : Activity.KeysDropped, count);
        ShowDialling();
    }

    /// <summary>Dials by pulses.</summary>
    public void DialPulses(long now, string digits)
    {
        Note(now, Activity.PhoneDials, digits.Length);
        _hook.Pulses(now, digits);
        ShowDialling();
    }

    /// <summary>Speaks.</summary>
    public void Speak(ReadOnlyMemory<short> samples, bool loop) => _speech.Start(samples, 0, loop);

    /// <inheritdoc/>
    public void Act(long now)
    {
        _hook.Act(now);
        ShowDialling();
    }

    /// <inheritdoc/>
    public void Send(Span<short> part, int offset)
    {
        part.Clear();
        var keys = _keys.IsPlaying;
        if (keys)
        {
            _keys.AddTo(part);
            ShowDialling();
        }

        if (_pair.IsLoopClosed || keys)
        {
            _speech.AddTo(part, muted: keys);
        }

        if (!_pair.IsLoopClosed || !_pair.CarriesSound)
        {
            part.Clear();
        }
    }

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<short> block, long start)
    {
        Heard.Take(block, start);
        if (_callerId is not null && !_pair.IsLoopClosed && _callerId.Hear(block))
        {
            Display.Add(_callerId.Message);
            var right = CallSetupMessage.Checksum(_callerId.Message) == 0;
            Note(start + block.Length, right ? Activity.CallerIdShown : Activity.CallerIdSpoiled);
        }
    }

    /// <inheritdoc/>
    public void HearNothing() => _callerId?.Reset();

    /// <inheritdoc/>
    void IStation.FeedChanged(long now, FeedChange change)
    {
        Counters.Count(change);
        NoteIf(FeedChange.RingEnded, Activity.RingEnded);
        NoteIf(FeedChange.BatteryLost, Activity.BatteryLost);
        NoteIf(FeedChange.BatteryRestored, Activity.BatteryRestored);
        NoteIf(FeedChange.PolarityReversed, Activity.PolarityReversed);
        NoteIf(FeedChange.RingBegan, Activity.RingBegan);

        void NoteIf(FeedChange part, Activity activity)
        {
            if (change.Has(part))
            {
                Note(now, activity);
            }
        }
    }

    private void ShowDialling() => _dialling = _keys.IsPlaying || _hook.IsBusy;

    private void Note(long now, Activity activity, int detail = 0) => Log.Add(_clock.At(now), activity, detail);
}
