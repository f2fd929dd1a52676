using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Calling;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transport;
using Switchhook.Site;

namespace Switchhook.Sip.Phones;

/// <summary>A phone of the house on the network: one extension on one or several devices. On the control loop.</summary>
internal sealed class SipPhone : Phone, ILegOwner
{
    /// <summary>More calls than keys of any phone.</summary>
    private const int MostCalls = 6;

    private readonly PhoneConfig _config;
    private readonly SipPhoneConfig _sip;
    private readonly PhoneServices _services;
    private readonly PhoneTransfers _transfers;
    private readonly IReadOnlyList<Binding> _fixed;
    private readonly List<SipLeg> _legs = [];
    private PhoneStatus? _told;
    private TimeSpan _idleSince;
    private bool _isRetired;
    private bool _disposed;

    /// <summary>A phone that is where the registrar says, or the site.</summary>
    public SipPhone(PhoneConfig config, SipPhoneConfig sip, PhoneServices services)
        : base(config.Number, config.Name, config.Place)
    {
        (_config, _sip, _services) = (config, sip, services);
        _transfers = new PhoneTransfers(services);
        _fixed = sip.Address is { } address
            ? [new Binding(SipUri.Create(config.Number, address), new Hop(TransportKind.Udp, address), DateTimeOffset.MaxValue)]
            : [];
        services.Known.Set(this, [.. _fixed.Select(device => device.Hop.Remote.Address)]);
        services.Registrar.Changed += OnRegistered;
        Tell(IsThere ? "Ready." : "No device is registered.");
    }

    /// <inheritdoc/>
    public override PhoneStatus Status =>
        _legs.Exists(leg => leg.State == LegState.Connected || leg.Origin == LegOrigin.Party) ? PhoneStatus.InCall
        : _legs.Count > 0 ? PhoneStatus.Ringing
        : IsThere ? PhoneStatus.Idle
        : PhoneStatus.NotRegistered;

    /// <inheritdoc/>
    public override TimeSpan IdleSince => _idleSince;

    /// <summary>Most devices at once.</summary>
    public int MostContacts => _sip.Contacts;

    /// <summary>False when it was taken out of the site.</summary>
    public bool IsInUse => !_disposed;

    /// <summary>True when it is the device at a fixed address that a host has.</summary>
    public bool IsAt(Hop from) => _sip.Address is { } address && address.Address.Equals(from.Remote.Address);

    private IEnumerable<Binding> Devices => _services.Registrar.Of(Number).Concat(_fixed);

    private bool IsThere => Devices.Any();

    /// <inheritdoc/>
    public override Leg? Offer(Offer offer)
    {
        var waits = offer.CallWaiting && _config.CallWaiting && _legs.Count < MostCalls;
        if (_disposed || _isRetired || !IsThere || (_legs.Count > 0 && !waits))
        {
            return null;
        }

        var leg = _services.Legs.Leg(this, _sip.Dtmf, Party.Phone(Number), LegOrigin.Box);
        foreach (var binding in Devices)
        {
            if (_services.Legs.TryAdd(leg, binding.Hop, _sip.Codecs, _sip.Encryption, out var branch, out var why))
            {
                branch.Call(PeerAt(binding), RequestFor(binding, offer.Caller));
            }
            else
            {
                _services.Journal.Append(new FaultSeen($"phone {Number}", $"{binding.Hop} cannot be rung: {why}"));
            }
        }

        if (leg.Branches.Count == 0)
        {
            leg.End(new Cause(CauseCode.Fault, $"None of the devices of phone {Number} can be rung."));
            return null;
        }

        Follow(leg, $"Rings: {offer.Caller.Shown} calls.");
        return leg;
    }

    /// <summary>An INVITE of one of its devices, which has shown who it is.</summary>
    public void OnInvite(ServerTransaction invite)
    {
        var status = 0;
        Session? replaced = null;
        var ringing = PickUp.LegOf(invite.Request);
        if (ringing is null)
        {
            status = ReplacesOf.Find(invite.Request, _services.Sessions.Dialogs, out replaced);
        }

        if (status != 0 || _disposed || _legs.Count >= MostCalls)
        {
            invite.Answer(status != 0 ? status : _disposed ? 503 : 486);
            return;
        }

        var leg = _services.Legs.Leg(this, _sip.Dtmf, Party.Phone(Number), LegOrigin.Party);
        if (!_services.Legs.TryAdd(leg, invite.From, _sip.Codecs, _sip.Encryption, out var branch, out var why))
        {
            invite.Answer(_sip.Encryption == MediaEncryption.Demanded ? 488 : 503);
            leg.End(new Cause(CauseCode.Fault, why));
            _services.Journal.Append(new FaultSeen($"phone {Number}", $"It could not call: {why}"));
        }
        else if (!branch.TryTake(invite, new SessionPeer(PeerOptionsOf(invite), Number)))
        {
            leg.Drop(branch, new Cause(CauseCode.Refused, "Its offer of sound has nothing in it that the box can do."));
        }
        else
        {
            Begin(leg, invite, replaced?.User as LegBranch, ringing);
        }
    }

    /// <summary>Another one has its number now: it keeps its calls, takes no more, and tells nothing.</summary>
    public void Retire()
    {
        _isRetired = true;
        _services.Known.Set(this);
        _services.Registrar.Changed -= OnRegistered;
    }

    /// <inheritdoc/>
    public void OnPlaceFailed(SipLeg leg, SessionEnd end)
    {
        // The other devices ring on; where one is gone the registrar will see.
    }

    /// <inheritdoc/>
    public void OnRefer(SipLeg leg, Referral referral) => _transfers.OnRefer(leg, referral);

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _services.Known.Set(this);
            _services.Registrar.Changed -= OnRegistered;
            foreach (var leg in _legs.ToList())
            {
                leg.HangUp(new Cause(CauseCode.BoxStopped, "The phone was taken out of use."));
            }
        }
    }

    private static PeerOptions PeerOptionsOf(ServerTransaction invite) =>
        new() { IsBehindNat = Nat.Is(invite.Request, invite.From), HasTcp = false };

    private SessionPeer PeerAt(Binding binding) =>
        new(new PeerOptions { IsBehindNat = binding.IsBehindNat, HasTcp = false }, Number);

    private CallRequest RequestFor(Binding binding, CallerIdentity caller) =>
        new(binding.Contact, binding.Hop, CallerAddress.Of(caller, _services.Domain))
        {
            To = CallerAddress.Of(Number, Name, _services.Domain),
            Routes = binding.Path,
        };

    private void Begin(SipLeg leg, ServerTransaction invite, LegBranch? replaced, string? ringing)
    {
        var digits = (invite.Request.RequestUri as SipUri)?.User.ToString() ?? "";
        Follow(leg, $"Dialled {digits}.");
        if ((ringing ?? (replaced?.Leg.State == LegState.Alerting ? replaced.Leg.Id : null)) is { } rings)
        {
            if (!_services.Host.TryPickUp(rings, leg))
            {
                leg.HangUp(new Cause(CauseCode.AnsweredElsewhere, "What was to be picked up does not ring any more."));
            }
        }
        else if (replaced is not null)
        {
            leg.Answer();
            _services.Host.Replace(replaced.Leg, leg);
        }
        else
        {
            _services.Host.Dial(leg, digits);
        }
    }

    private void Follow(SipLeg leg, string words)
    {
        _legs.Add(leg);
        Tell(words);
        _services.Sessions.Loop.Watch(FollowAsync(leg));
    }

    private async Task FollowAsync(SipLeg leg)
    {
        if (await leg.Answered)
        {
            Tell("Answered.");
        }

        var cause = await leg.Ended;
        _legs.Remove(leg);
        if (_legs.Count == 0)
        {
            _idleSince = _services.Sessions.Loop.Now;
        }

        Tell(cause.Words);
    }

    private void OnRegistered(string number, string words)
    {
        if (number == Number)
        {
            _told = Status;
            _services.Journal.Append(new PhoneChanged(Number, Status, words));
        }
    }

    private void Tell(string words)
    {
        if (!_disposed && !_isRetired && Status != _told)
        {
            _told = Status;
            _services.Journal.Append(new PhoneChanged(Number, Status, words));
        }
    }
}
