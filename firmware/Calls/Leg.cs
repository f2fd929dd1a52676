using System.Diagnostics.CodeAnalysis;
using Switchhook.Audio;
using Switchhook.Audio.Tones;

namespace Switchhook.Calls;

/// <summary>One party of a call: an exchange line or a phone, its state and its sound.</summary>
/// <remarks>Lives on the control loop. A leg ends once; everything that waits on it sees <see cref="Gone"/>.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing that must be freed.")]
public abstract class Leg
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<char> _sounding = [];
    private readonly TaskCompletionSource<bool> _reached = new();
    private readonly TaskCompletionSource<bool> _audible = new();
    private readonly TaskCompletionSource<bool> _answered = new();
    private readonly TaskCompletionSource<Cause> _ended = new();

    /// <summary>A new leg that alerts.</summary>
    /// <param name="id">From the box's id source.</param>
    /// <param name="party">Who is at the far end.</param>
    /// <param name="origin">Which side began.</param>
    /// <param name="media">The leg's own channel; closed when the leg ends.</param>
    protected Leg(string id, Party party, LegOrigin origin, IMediaChannel media)
    {
        Id = id;
        Party = party;
        Origin = origin;
        Media = media;
        Answerer = this;
        media.Detected += OnDetected;
    }

    /// <summary>Unique on the box.</summary>
    public string Id { get; }

    /// <summary>Who is at the far end.</summary>
    public Party Party { get; }

    /// <summary>Which side began.</summary>
    public LegOrigin Origin { get; }

    /// <summary>The sound of this leg. It has no endpoint while the party is on hold elsewhere.</summary>
    public IMediaChannel Media { get; }

    /// <summary>The call that the leg belongs to; set by <see cref="Call.Add"/>.</summary>
    public Call? Call { get; internal set; }

    /// <summary>Where the leg is in its life.</summary>
    public LegState State { get; private set; } = LegState.Alerting;

    /// <summary>True while the party has put this call aside to do something else.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Cancelled when the leg has ended: for the story of a call, "the caller is gone".</summary>
    public CancellationToken Gone => _gone.Token;

    /// <summary>
    /// Completes with true when the call has got through to the party's side: it rings there, or sound comes. False when the leg ends
    /// before.
    /// </summary>
    public Task<bool> Reached => _reached.Task;

    /// <summary>
    /// Completes with true when the party's sound is worth hearing: after dialling, before the answer (ringback of the exchange, early
    /// media),
    /// at the latest with the answer. False when the leg ends before.
    /// </summary>
    public Task<bool> Audible => _audible.Task;

    /// <summary>
    /// Completes with true when the party answers, or another one in its place (<see cref="Answerer"/>); with false when the leg ends
    /// before.
    /// </summary>
    public Task<bool> Answered => _answered.Task;

    /// <summary>The leg that has answered: this one, or that of a party who picked the call up.</summary>
    public Leg Answerer { get; private set; }

    /// <summary>Completes when the leg has ended.</summary>
    public Task<Cause> Ended => _ended.Task;

    /// <summary>A DTMF digit of the party, and how it came.</summary>
    public event Action<Leg, char, DigitPath>? Digit;

    /// <summary>True when digits go to the party as messages beside the sound (RFC 4733, INFO).</summary>
    public virtual bool TakesDigitsApart => false;

    /// <summary>The party put the call on hold or took it back.</summary>
    public event Action<Leg>? HeldChanged;

    /// <summary>Answers a leg whose party called us. Nothing happens when it is not alerting.</summary>
    public void Answer()
    {
        if (State == LegState.Alerting)
        {
            AnswerParty();
            MarkAnswered();
        }
    }

    /// <summary>Another party picks up what rings here: its leg answers in the place of this one, which ends.</summary>
    /// <param name="other">Connected, in the same call.</param>
    public void GiveTo(Leg other)
    {
        if (State == LegState.Alerting)
        {
            Answerer = other;
            _answered.TrySetResult(true);
            HangUp(new Cause(CauseCode.AnsweredElsewhere, $"{other.Party.Capitalised} picked the call up."));
        }
    }

    /// <summary>Ends the leg. Nothing happens when it has ended.</summary>
    public void HangUp(Cause cause)
    {
        if (State != LegState.Ended)
        {
            ReleaseParty(cause);
            MarkEnded(cause);
        }
    }

    /// <summary>Tells the party that it is alerting at the far end, if the kind of leg can (ringback, 180).</summary>
    public virtual void ShowRinging()
    {
    }

    /// <summary>Lets the party hear what comes from now on though nobody has answered, if the kind of leg can (early media, 183).</summary>
    public virtual void ShowProgress()
    {
    }

    /// <summary>Sends a DTMF digit to the party: as sound, where a kind of leg knows nothing better.</summary>
    public virtual void SendDigit(char digit)
    {
        if (State != LegState.Ended)
        {
            _ = PlayAsync(digit);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Party} ({Id})";

    /// <summary>Goes off-hook, sends 200 and the like.</summary>
    protected abstract void AnswerParty();

    /// <summary>Goes on-hook, sends BYE, gives the phone its tone.</summary>
    protected abstract void ReleaseParty(Cause cause);

    /// <summary>The call has got through to the party's side.</summary>
    protected void MarkReached() => _reached.TrySetResult(true);

    /// <summary>The party's sound is worth hearing, though it may not have answered.</summary>
    protected void MarkAudible()
    {
        _reached.TrySetResult(true);
        _audible.TrySetResult(true);
    }

    /// <summary>The party has answered.</summary>
    protected void MarkAnswered()
    {
        if (State == LegState.Alerting)
        {
            State = LegState.Connected;
            MarkAudible();
            _answered.TrySetResult(true);
        }
    }

    /// <summary>The party has gone by itself, or <see cref="ReleaseParty"/> is done.</summary>
    protected void MarkEnded(Cause cause)
    {
        if (State == LegState.Ended)
        {
            return;
        }

        State = LegState.Ended;
        Media.Detected -= OnDetected;
        Media.Close();
        _reached.TrySetResult(false);
        _audible.TrySetResult(false);
        _answered.TrySetResult(false);
        _ended.TrySetResult(cause);
        _gone.Cancel();
    }

    /// <summary>The party holds or takes back.</summary>
    protected void MarkHeld(bool held)
    {
        if (IsHeld != held && State == LegState.Connected)
        {
            IsHeld = held;
            HeldChanged?.Invoke(this);
        }
    }

    /// <summary>The party sent a digit beside the sound.</summary>
    protected void MarkDigit(char digit) => Digit?.Invoke(this, digit, DigitPath.Apart);

    private async Task PlayAsync(char digit)
    {
        _sounding.Add(digit);
        await Media.PlayAsync(new DtmfSource(digit.ToString()), PlayMode.Instead, Gone);
        _sounding.Remove(digit);
    }

    // A line gives back some of what goes into it: the echo of a digit is no key that the party pressed.
    private void OnDetected(Detection detection)
    {
        if (detection is Detection.Digit digit && !_sounding.Contains(digit.Value))
        {
            Digit?.Invoke(this, digit.Value, DigitPath.Sound);
        }
    }
}

/// <summary>How a digit came from a party.</summary>
public enum DigitPath
{
    /// <summary>As DTMF in its sound: whoever is bridged with it has heard it.</summary>
    Sound,

    /// <summary>As a message beside the sound, which does not hold it.</summary>
    Apart,
}

/// <summary>The life of a leg.</summary>
public enum LegState
{
    /// <summary>One side rings or is being dialled.</summary>
    Alerting,

    /// <summary>Answered; sound flows.</summary>
    Connected,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>Which side began a leg.</summary>
public enum LegOrigin
{
    /// <summary>The party called the box.</summary>
    Party,

    /// <summary>The box called the party.</summary>
    Box,
}
