using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Site;

namespace Switchhook.Sip.Legs;

/// <summary>A party that is reached by SIP: a phone of the house, on one or several devices, or the far end of a trunk.</summary>
internal sealed class SipLeg : Leg
{
    private readonly ILegOwner _owner;
    private readonly DtmfMode _dtmf;
    private readonly List<LegBranch> _branches = [];
    private readonly List<SessionEnd> _failures = [];
    private LegBranch? _speaker;

    /// <summary>A leg without a device yet.</summary>
    public SipLeg(ILegOwner owner, DtmfMode dtmf, string id, Party party, LegOrigin origin, IMediaChannel media)
        : base(id, party, origin, media)
    {
        _owner = owner;
        _dtmf = dtmf;
    }

    /// <summary>Devices that ring, are rung or talk.</summary>
    public IReadOnlyList<LegBranch> Branches => _branches;

    /// <inheritdoc/>
    public override bool TakesDigitsApart => _speaker?.Sound.Agreed is { } agreed
        && (_dtmf == DtmfMode.Info || (_dtmf != DtmfMode.InBand && agreed.TelephoneEvent is not null));

    /// <summary>Adds a device.</summary>
    public void Add(LegBranch branch) => _branches.Add(branch);

    /// <inheritdoc/>
    public override void ShowRinging() => OnlyCaller()?.Ring(180, hasMedia: false);

    /// <inheritdoc/>
    public override void ShowProgress()
    {
        if (OnlyCaller() is { } branch)
        {
            branch.Ring(183, hasMedia: true);
            LetSpeak(branch);
        }
    }

    /// <inheritdoc/>
    public override void SendDigit(char digit)
    {
        if (State == LegState.Ended || _speaker is not { } branch)
        {
            return;
        }

        if (_dtmf == DtmfMode.Info)
        {
            branch.SendInfo(digit);
        }
        else if (_dtmf == DtmfMode.InBand || !branch.Sound.Rtp.TrySendDigit(digit))
        {
            base.SendDigit(digit);
        }
    }

    /// <summary>A device rings, or sends sound before the answer.</summary>
    public void OnProgress(LegBranch branch, bool hasMedia)
    {
        MarkReached();
        if (hasMedia && _speaker is null)
        {
            LetSpeak(branch);
            MarkAudible();
        }
    }

    /// <summary>A device was answered: the others stop ringing.</summary>
    public void OnAnswered(LegBranch branch)
    {
        if (State != LegState.Alerting)
        {
            Close(branch, Cause.AnsweredElsewhere);
            return;
        }

        foreach (var other in _branches.Where(other => other != branch).ToList())
        {
            Close(other, Cause.AnsweredElsewhere);
        }

        LetSpeak(branch);
        MarkAnswered();
        OnChanged(branch);
    }

    /// <summary>The device has changed its sound, or holds the box.</summary>
    public void OnChanged(LegBranch branch)
    {
        if (branch == _speaker)
        {
            ListenForTones(branch);
            MarkHeld(branch.Sound.IsHeld);
        }
    }

    /// <summary>A key of the device.</summary>
    public void OnDigit(LegBranch branch, char digit)
    {
        if (branch == _speaker)
        {
            MarkDigit(digit);
        }
    }

    /// <summary>The device wants the call to go elsewhere.</summary>
    public void OnRefer(Referral referral) => _owner.OnRefer(this, referral);

    /// <summary>The session of a device is over.</summary>
    public void OnEnded(LegBranch branch, SessionEnd end)
    {
        if (!_branches.Remove(branch))
        {
            return;
        }

        Measure(branch);
        branch.Sound.Rtp.Close();
        if (State == LegState.Connected || Origin == LegOrigin.Party)
        {
            End(Causes.Of(end, Party));
            return;
        }

        _failures.Add(end);
        _owner.OnPlaceFailed(this, end);
        if (_branches.Count == 0)
        {
            End(Causes.Of(FailureChoice.Best(_failures), Party));
        }
    }

    /// <summary>Ends a leg whose only device was refused.</summary>
    public void Drop(LegBranch branch, Cause cause)
    {
        _branches.Remove(branch);
        branch.Sound.Rtp.Close();
        End(cause);
    }

    /// <summary>Ends a leg for which no device is left.</summary>
    public void End(Cause cause) => MarkEnded(cause);

    /// <inheritdoc/>
    protected override void AnswerParty()
    {
        var branch = _branches[0];
        branch.Answer();
        LetSpeak(branch);
    }

    /// <inheritdoc/>
    protected override void ReleaseParty(Cause cause)
    {
        foreach (var branch in _branches.ToList())
        {
            Close(branch, cause);
        }
    }

    private LegBranch? OnlyCaller() => Origin == LegOrigin.Party && State == LegState.Alerting && _branches.Count > 0 ? _branches[0] : null;

    private void LetSpeak(LegBranch branch)
    {
        if (_speaker != branch)
        {
            _speaker = branch;
            Media.Connect(branch.Sound.Rtp);
            ListenForTones(branch);
        }
    }

    // A device that sends its keys as events, or as messages, would be heard twice.
    private void ListenForTones(LegBranch branch) =>
        Media.Detectors = _dtmf != DtmfMode.Info && (_dtmf == DtmfMode.InBand || branch.Sound.Agreed?.TelephoneEventIn is null)
            ? Detectors.Dtmf
            : Detectors.None;

    private void Close(LegBranch branch, Cause cause)
    {
        if (_branches.Remove(branch))
        {
            Measure(branch);
            branch.HangUp(cause);
            branch.Sound.Rtp.Close();
        }
    }

    private void Measure(LegBranch branch)
    {
        if (branch == _speaker && Call is { } call && branch.Quality is { } quality)
        {
            call.Write(new LegMeasured(call.Id, Id, Party, quality));
        }
    }
}
