using Switchhook.Calls;
using Switchhook.Sip.Events.Bodies;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Quality;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Calling;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using AnsweredCall = Switchhook.Sip.Sessions.Answering.IncomingCall;

namespace Switchhook.Sip.Legs;

/// <summary>One device of a leg's party: its session and its sound. A leg has one, or rings several. On the control loop.</summary>
internal sealed class LegBranch : ISessionUser
{
    private static readonly TimeSpan ReferralLimit = TimeSpan.FromSeconds(4);

    private readonly SipLeg _leg;
    private readonly LegServices _services;
    private AnsweredCall? _incoming;
    private Session? _session;
    private Referral? _referral;
    private bool _hasEvents;

    /// <summary>A branch that is not begun.</summary>
    public LegBranch(SipLeg leg, LegServices services, LegSound sound)
    {
        (_leg, _services, Sound) = (leg, services, sound);
        sound.Rtp.DigitReceived += OnEvent;
        sound.Rtp.WentSilent += OnSilence;
    }

    /// <summary>The leg.</summary>
    public SipLeg Leg => _leg;

    /// <summary>Its sound.</summary>
    public LegSound Sound { get; }

    /// <summary>Its session.</summary>
    public Session Session => _session!;

    /// <summary>How its sound was; null when none came.</summary>
    public LegQuality? Quality => Sound is { Agreed: { } agreed, Rtp.Quality: { Heard.Packets: > 0 } quality }
        ? new LegQuality(
            WordsOf(agreed.Codec),
            Figures(quality.Heard),
            quality.Reported is { } reported ? Figures(reported) : null,
            quality.RoundTripMilliseconds)
        : null;

    /// <summary>True once the other side has answered anything at all, if only 100.</summary>
    public bool IsHeard { get; private set; }

    /// <summary>True while it rings or is rung.</summary>
    public bool IsSettingUp => _session?.Phase == SessionPhase.SettingUp;

    /// <summary>Rings a device.</summary>
    public void Call(SessionPeer peer, CallRequest call) => _session = OutgoingCall.Start(_services.Sessions, peer, call, Sound, this);

    /// <summary>Takes the INVITE of a device; false when it was refused, because nothing can be agreed.</summary>
    public bool TryTake(ServerTransaction invite, SessionPeer peer)
    {
        _incoming = AnsweredCall.Take(_services.Sessions, invite, peer, Sound, this);
        _session = _incoming?.Session;
        return _incoming is not null;
    }

    /// <summary>Tells a calling device what goes on: 180, or 183 with sound.</summary>
    public void Ring(int status, bool hasMedia) => _incoming?.Ring(status, hasMedia);

    /// <summary>Answers a calling device.</summary>
    public void Answer() => _incoming!.Answer();

    /// <summary>Ends the session, after a transfer that its device asked for has been told to it.</summary>
    public void HangUp(Cause cause)
    {
        var why = new SessionEnd(EndedBy.Box, Causes.StatusOf(cause), cause.Words);
        var reason = new HeaderField(HeaderId.Reason, Causes.ReasonOf(cause));
        if (_referral is { IsOver: false })
        {
            _services.Sessions.Loop.Watch(HangUpAfterReferralAsync(_referral, why, reason));
        }
        else
        {
            _session?.HangUp(why, reason);
        }
    }

    /// <summary>Sends a key as a message of its own.</summary>
    public void SendInfo(char digit) =>
        _services.Sessions.Loop.Watch(Session.Send(
            SipMethod.Info, [], new MessageBody(DtmfInfo.RelayType, new DtmfInfo(digit, DtmfInfo.UsualMilliseconds).WriteRelay())));

    /// <inheritdoc/>
    public void OnTrying() => IsHeard = true;

    /// <inheritdoc/>
    public void OnProgress(SipMessage response, bool hasMedia)
    {
        IsHeard = true;
        _leg.OnProgress(this, hasMedia);
    }

    /// <inheritdoc/>
    public void OnAnswered(SipMessage response) => _leg.OnAnswered(this);

    /// <inheritdoc/>
    public void OnChanged(SipMessage request) => _leg.OnChanged(this);

    /// <inheritdoc/>
    public void OnInfo(ServerTransaction info)
    {
        var pressed = PressedKey(info.Request);
        info.Answer(pressed is null && !info.Request.Body.IsEmpty ? 415 : 200);

        // Some phones send each key in both ways.
        if (pressed is { } key && !_hasEvents)
        {
            _leg.OnDigit(this, key.Key);
        }
    }

    /// <inheritdoc/>
    public void OnRefer(Referral referral)
    {
        _referral = referral;
        _leg.OnRefer(referral);
    }

    /// <inheritdoc/>
    public void OnEnded(SessionEnd end) => _leg.OnEnded(this, end);

    private static string WordsOf(AudioCodec codec) => codec switch
    {
        AudioCodec.Pcmu => "G.711 µ-law",
        AudioCodec.Pcma => "G.711 A-law",
        AudioCodec.G722 => "G.722",
    };

    private static SoundFigures Figures(StreamQuality stream) => new(
        Math.Round(stream.LossShare * 100, 2), Math.Round(stream.JitterMilliseconds, 1), Math.Round(stream.Mos, 2));

    private static DtmfInfo? PressedKey(SipMessage info) =>
        info.HasBody("application"u8, "dtmf-relay"u8) ? DtmfInfo.ParseRelay(info.Body.Span)
        : info.HasBody("application"u8, "dtmf"u8) ? DtmfInfo.ParsePlain(info.Body.Span)
        : null;

    private void OnEvent(char digit)
    {
        _hasEvents = true;
        _leg.OnDigit(this, digit);
    }

    // A device that was switched off says nothing any more, and nobody else would notice before the session timer.
    private void OnSilence(string words)
    {
        if (_session is { Phase: SessionPhase.Talking } session)
        {
            _services.Sessions.Loop.Watch(AskAsync(session, words));
        }
    }

    private static async Task AskAsync(Session session, string words)
    {
        var outcome = await session.Send(SipMethod.Options, [], null);
        if (outcome.EndsDialog)
        {
            session.EndWith(new SessionEnd(EndedBy.Silence, 0, $"{words} It does not answer any more: {outcome.Words}"));
        }
    }

    private async Task HangUpAfterReferralAsync(Referral referral, SessionEnd why, HeaderField reason)
    {
        await Task.WhenAny(referral.Over, Task.Delay(ReferralLimit, _services.Sessions.Loop.Time, CancellationToken.None));
        _session?.HangUp(why, reason);
    }
}
