using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Calling;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Upkeep;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks;

/// <summary>A trunk to a provider: several calls at once, over the servers that work. On the control loop.</summary>
internal sealed class SipTrunk : ExchangeLine, ILegOwner
{
    /// <summary>A server that says nothing at all for so long is left for the next one, or for another line (FEATURES.md §7).</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(3);

    private readonly TrunkConfig _config;
    private readonly TrunkServices _services;
    private readonly TrunkUpkeep _upkeep;
    private readonly Dictionary<SipLeg, OutgoingTry> _tries = [];
    private readonly List<SipLeg> _legs = [];
    private (LineStatus Status, string Words)? _told;
    private bool _isRetired;

    /// <summary>A trunk at work: it registers and asks after its servers from now on.</summary>
    public SipTrunk(TrunkConfig config, TrunkServices services, TrunkUpkeep upkeep)
        : base(config.Name, config.Number)
    {
        (_config, _services, _upkeep) = (config, services, upkeep);
        upkeep.Changed += Tell;
        upkeep.Start();
        Tell();
    }

    /// <inheritdoc/>
    public override LineStatus Status => _upkeep.Trouble is not null ? LineStatus.Unreachable
        : _legs.Count >= _config.Channels ? LineStatus.InUse
        : LineStatus.Idle;

    /// <inheritdoc/>
    public override bool HasCalls => _legs.Count > 0;

    /// <summary>True for an INVITE of the provider: it comes from one of its servers, or is for the contact that only it knows.</summary>
    public bool Recognises(SipMessage invite, Hop from) =>
        !_isRetired && (_upkeep.Servers.Contains(from.Remote.Address) || _upkeep.IsContact(invite.RequestUri));

    /// <summary>Takes no more calls: another trunk has its name from now on.</summary>
    public void Retire()
    {
        _isRetired = true;
        _upkeep.Changed -= Tell;
        _upkeep.Stop();
    }

    /// <inheritdoc/>
    public override Leg? Seize(CallOut call)
    {
        // A lost registration or a silent server may be news of yesterday: a call for help finds out by itself.
        if (_isRetired || _legs.Count >= _config.Channels || (Status != LineStatus.Idle && !call.IsEmergency))
        {
            return null;
        }

        var leg = _services.Legs.Leg(this, _config.Dtmf, Party.Trunk(Name), LegOrigin.Box);
        _tries.Add(leg, new OutgoingTry(call.Number, new OutgoingIdentity(_config, call, _services.Country), [.. _upkeep.Targets]));
        if (!TryNext(leg))
        {
            _tries.Remove(leg);
            leg.End(new Cause(CauseCode.LineFault, $"No server of trunk {Name} is known."));
            return null;
        }

        Follow(leg);
        return leg;
    }

    /// <summary>An INVITE of the provider.</summary>
    public void OnInvite(ServerTransaction invite)
    {
        if (_legs.Count >= _config.Channels)
        {
            TellTrouble($"A caller was sent away: all {_config.Channels} channels are in use.");
            invite.Answer(486);
            return;
        }

        var leg = _services.Legs.Leg(this, _config.Dtmf, Party.Trunk(Name), LegOrigin.Party);
        if (!_services.Legs.TryAdd(leg, invite.From, _config.Codecs, _config.Encryption, out var branch, out var why))
        {
            invite.Answer(_config.Encryption == MediaEncryption.Demanded ? 488 : 503);
            leg.End(new Cause(CauseCode.Fault, why));
            TellTrouble($"A caller was sent away: {why}");
        }
        else if (!branch.TryTake(invite, Peer))
        {
            leg.Drop(branch, new Cause(CauseCode.Refused, "Its offer of sound has nothing in it that the box can do."));
        }
        else
        {
            Follow(leg);
            RaiseIncoming(new IncomingCall(
                leg,
                IncomingIdentity.CallerOf(invite.Request, _config.CallerNumber.Header),
                IncomingIdentity.CalledOf(invite.Request, _upkeep.ContactUser)));
        }
    }

    /// <inheritdoc/>
    public void OnPlaceFailed(SipLeg leg, SessionEnd end)
    {
        if (_tries.TryGetValue(leg, out var tries) && !leg.Reached.IsCompleted && IsFaultOfServer(end))
        {
            _upkeep.OnFailed(tries.Current);
            TryNext(leg);
        }
    }

    /// <inheritdoc/>
    public void OnRefer(SipLeg leg, Referral referral) => referral.Refuse(403);

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!_isRetired)
        {
            Retire();
        }

        foreach (var leg in _legs.ToList())
        {
            leg.HangUp(new Cause(CauseCode.BoxStopped, "The trunk was taken out of use."));
        }
    }

    private SessionPeer Peer => new(new PeerOptions { HasTcp = _config.Transport is null }, _upkeep.ContactUser, _upkeep.Credentials);

    private static bool IsFaultOfServer(SessionEnd end) =>
        end.By is EndedBy.Silence or EndedBy.Wire || end.Status is 408 or (>= 500 and < 600);

    private bool TryNext(SipLeg leg)
    {
        var tries = _tries[leg];
        while (tries.TryTakeNext(out var hop))
        {
            if (!_services.Legs.TryAdd(leg, hop, _config.Codecs, _config.Encryption, out var branch, out var why))
            {
                TellTrouble($"No call can go to {hop}: {why}");
                continue;
            }

            branch.Call(Peer, new CallRequest(UriOf(tries.Number), hop, tries.Identity.From)
            {
                Routes = _upkeep.Routes,
                Headers = tries.Identity.Headers,
            });
            _services.Sessions.Loop.Schedule(SilenceLimit, () => GiveUpWhenSilent(branch, hop));
            return true;
        }

        return false;
    }

    private SipUri UriOf(string number) => SipUri.Create(number, _config.Server.Host, _config.Server.Port);

    private static void GiveUpWhenSilent(LegBranch branch, Hop hop)
    {
        if (branch is { IsSettingUp: true, IsHeard: false })
        {
            branch.Session.EndWith(new SessionEnd(EndedBy.Silence, 408, $"{hop} said nothing for {SilenceLimit.TotalSeconds:0} s."));
        }
    }

    private void Follow(SipLeg leg)
    {
        _legs.Add(leg);
        Tell();
        _services.Sessions.Loop.Watch(FollowAsync(leg));
    }

    private async Task FollowAsync(SipLeg leg)
    {
        await leg.Ended;
        _tries.Remove(leg);
        _legs.Remove(leg);
        Tell();
    }

    private void TellTrouble(string words) => _services.Journal.Append(new FaultSeen($"trunk {Name}", words));

    private void Tell()
    {
        var words = _upkeep.Trouble ?? (_legs.Count == 0 ? _upkeep.Words : $"{_legs.Count} of {_config.Channels} channels in use.");
        if (!_isRetired && (Status, words) != _told)
        {
            _told = (Status, words);
            _services.Journal.Append(new LineChanged(Name, Status, words));
        }
    }
}
