using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Talking;

/// <summary>
/// The parties of a call who talk, or wait for one who is being fetched. It ends, and ends the call, when fewer than two are left; who
/// only attends (a supervisor) does not count.
/// </summary>
internal sealed class Conversation
{
    /// <summary>How long a party that is being fetched may ring.</summary>
    public static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(60);

    /// <summary>Time for the phone that transferred to be on-hook again before it rings back.</summary>
    private static readonly TimeSpan BeforeRecall = TimeSpan.FromSeconds(1);

    private static readonly Cause SupervisedIsOver = new(CauseCode.HungUp, "The conversation is over.");

    private const double RingbackLevelDbm0 = -19;

    private readonly Call _call;
    private readonly ControlLoop _loop;
    private readonly Tone _ringback;
    private readonly Bridge _bridge;
    private readonly Func<IFrameSource> _hold;
    private readonly List<Leg> _present = [];
    private readonly List<Leg> _attending = [];
    private readonly TaskCompletionSource<Cause> _over = new();
    private int _fetching;

    /// <param name="call">Its call.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="media">Makes the bridge.</param>
    /// <param name="country">Whose ringback they hear.</param>
    /// <param name="hold">What one hears whose other party is on hold.</param>
    public Conversation(Call call, ControlLoop loop, IMediaEngine media, Country country, Func<IFrameSource> hold)
    {
        _call = call;
        _loop = loop;
        _ringback = country.Tones[ToneKind.Ringback];
        _bridge = new Bridge(media, hold);
        _hold = hold;
    }

    /// <summary>The call that they talk in.</summary>
    public Call Call => _call;

    /// <summary>The legs of the parties, those on hold too.</summary>
    public IReadOnlyList<Leg> Present => _present;

    /// <summary>The legs that hear the parties and are none: supervisors who listen or whisper.</summary>
    public IReadOnlyList<Leg> Attending => _attending;

    /// <summary>True when nobody else can come in.</summary>
    public bool IsFull => _present.Count + _attending.Count >= IAudioBridge.MaxChannels;

    /// <summary>
    /// Asked when a party has hung up (with which cause) and another one is left alone. True when that one stays on the line: the
    /// conversation is over then, and the call is not.
    /// </summary>
    public Func<Leg, Cause, Leg, bool> StaysAlone { get; set; } = (_, _, _) => false;

    /// <summary>Completes when the conversation is over, and the call has ended unless someone stays on the line.</summary>
    public Task<Cause> Over => _over.Task;

    /// <summary>What one hears who waits for another party: the music of the call, without end.</summary>
    public IFrameSource OpenHoldSound() => _hold();

    /// <summary>Lets a leg of the call in, or makes one that attends a party like the others.</summary>
    public void Join(Leg leg)
    {
        if (leg.State == LegState.Ended)
        {
            return;
        }

        Seat(leg, _present);
        _bridge.Join(leg);
    }

    /// <summary>Lets a supervisor's leg of the call in, or changes what it may do. Its keys reach nobody.</summary>
    /// <param name="leg">Of the supervisor.</param>
    /// <param name="role">A party is heard by all and counts as one.</param>
    /// <param name="to">Who alone hears it when it whispers; else null.</param>
    public void Attend(Leg leg, BridgeRole role, Leg? to)
    {
        if (leg.State == LegState.Ended)
        {
            return;
        }

        Seat(leg, role == BridgeRole.Party ? _present : _attending);
        _bridge.Attend(leg, role, to);
        EndWhenAlone(Cause.FarEnd);
    }

    /// <summary>Lets a leg out that goes on in another conversation.</summary>
    public void Release(Leg leg)
    {
        if (_present.Remove(leg) || _attending.Remove(leg))
        {
            _bridge.Leave(leg);
        }
    }

    /// <summary>Brings a leg from another call in, at once or when it answers; those present hear it ring until then.</summary>
    /// <param name="leg">Connected or alerting; null when there was nobody to bring.</param>
    /// <param name="why">For the journal.</param>
    /// <param name="recall">
    /// Fetches someone to talk to when the leg does not answer and one party is left alone; null or a leg that does not answer ends the
    /// call.
    /// </param>
    /// <returns>True when the leg answered.</returns>
    public async Task<bool> BringAsync(Leg? leg, string why, Func<Leg?> recall)
    {
        _fetching++;
        var answered = false;
        if (leg is not null)
        {
            Adopt(leg, why);
            answered = await RingAsync(leg);
        }

        if (!answered && _present.Count == 1)
        {
            await Task.Delay(BeforeRecall, _loop.Time, CancellationToken.None);
            if (_present.Count == 1 && recall() is { } back)
            {
                Adopt(back, "Rings back, because the transfer was not answered.");
                await RingAsync(back);
            }
        }

        _fetching--;
        EndWhenAlone(Cause.NoAnswer);
        return answered;
    }

    /// <summary>Someone will come for a party that is left alone: until <see cref="NobodyComes"/> it does not end for that.</summary>
    public void SomebodyComes() => _fetching++;

    /// <summary>Nobody comes any more, or who was to come is here.</summary>
    /// <param name="cause">Why it ends, if too few are left.</param>
    public void NobodyComes(Cause cause)
    {
        _fetching--;
        EndWhenAlone(cause);
    }

    /// <summary>The parties have gone on in another conversation, which ends the call. Who attended does not go with them.</summary>
    public void Dissolve(Cause cause)
    {
        HangUp(_attending, cause);
        _over.TrySetResult(cause);
    }

    private void Seat(Leg leg, List<Leg> among)
    {
        if (!_present.Remove(leg) && !_attending.Remove(leg))
        {
            _loop.Watch(FollowAsync(leg));
        }

        among.Add(leg);
        if (_present.Count >= 3)
        {
            _loop.Post(() => NoteConference(leg));
        }
    }

    // Who takes the place of another one, or takes over, is no third: the other one leaves in the same moment.
    private void NoteConference(Leg third)
    {
        if (_present.Contains(third) && _present.Count(leg => leg.State == LegState.Connected) >= 3 && _call.EndCause is null)
        {
            _call.Write(new ConferenceBegan(_call.Id, third.Party));
        }
    }

    private void HangUp(List<Leg> legs, Cause cause)
    {
        foreach (var leg in legs.ToList())
        {
            Release(leg);
            leg.HangUp(cause);
        }
    }

    private void Adopt(Leg leg, string why)
    {
        if (!ReferenceEquals(leg.Call, _call))
        {
            _call.Add(leg, why);
        }
    }

    private async Task<bool> RingAsync(Leg leg)
    {
        if (leg.State == LegState.Alerting)
        {
            var listeners = _present.ToList();
            foreach (var listener in listeners)
            {
                _ = listener.Media.PlayAsync(new ToneSource(_ringback, RingbackLevelDbm0), PlayMode.Over, leg.Gone);
            }

            using var limit = _loop.Schedule(FetchLimit, () => leg.HangUp(Cause.NoAnswer));
            await leg.Answered;
            leg = leg.Answerer;
            foreach (var listener in listeners.Where(listener => listener.State != LegState.Ended))
            {
                listener.Media.StopPlaying();
            }
        }

        if (leg.State != LegState.Connected)
        {
            return false;
        }

        Join(leg);
        _call.Connected(leg.Party);
        return true;
    }

    private async Task FollowAsync(Leg leg)
    {
        var cause = await leg.Ended;
        var wasParty = _present.Contains(leg);
        Release(leg);
        if (wasParty && !LeavesOne(leg, cause))
        {
            EndWhenAlone(cause);
        }
    }

    private bool LeavesOne(Leg left, Cause cause)
    {
        if (_fetching > 0 || _call.EndCause is not null || _over.Task.IsCompleted
            || _present is not [{ State: LegState.Connected } alone] || !StaysAlone(left, cause, alone))
        {
            return false;
        }

        HangUp(_attending, SupervisedIsOver);
        Release(alone);
        _over.TrySetResult(cause);
        return true;
    }

    /// <remarks>A party that is being fetched counts as present, as long as someone waits for it.</remarks>
    private void EndWhenAlone(Cause cause)
    {
        if ((_present.Count > 0 && _present.Count + _fetching >= 2) || _over.Task.IsCompleted)
        {
            return;
        }

        HangUp(_present, Cause.FarEnd);
        HangUp(_attending, SupervisedIsOver);
        _call.End(cause);
        _over.TrySetResult(cause);
    }
}
