using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Events;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Phones;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Sdp.Srtp;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Refreshing;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Receiving;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks;
using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.Sip.Trunks.Upkeep;
using Switchhook.Site;

namespace Switchhook.Sip.Serving;

/// <summary>The SIP of the box: its phones, its trunks, and who else calls. On the control loop.</summary>
/// <remarks>
/// <para>The way of a message, from the wire to the flow that serves the call:</para>
/// <code>
///   network ~~~ 1 SipWire, AddressGuard ── 2 SipReceiver: bytes become a SipMessage ──► 3 TransactionLayer: repeated ones end here
///               (Transport, Guard)            (Transactions, Grammar)                       │
///                                                                                          ▼
///    phones, trunks ◄── 6 LegBranch, SipLeg ◄── 5 Session: its verbs ◄── 4 RequestDispatcher: general checks, its dialog
///    (Phones, Trunks)        (Legs)                (Sessions)                 │ (Dialogs)
///          │                    │                                            └─► new ones: Registrar, InviteHandler, SubscriptionServer …
///          ▼                    └─► LegSound ── MediaNegotiation (Sdp) ── RtpSession (Rtp) ~~~ sound
///   IPhoneHost, ExchangeLine.Incoming: the flows
/// </code>
/// </remarks>
public sealed class SipServer : IDisposable
{
    private readonly SipParts _parts;
    private readonly Dictionary<string, SipPhone> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SipTrunk> _trunks = new(StringComparer.Ordinal);
    private readonly DeadlineQueue _deadlines;
    private readonly SessionServices _sessions;
    private readonly LegMaker _legs;
    private readonly KnownPeers _known;
    private readonly TrunkOutside _trunkOutside;
    private readonly Registrar _registrar;
    private readonly SubscriptionServer _subscriptions;
    private readonly UnaskedSummaries _unasked;
    private readonly SipReceiver _receiver;

    /// <summary>A server that serves nobody yet; the wire's listener is to be <see cref="Listener"/>.</summary>
    public SipServer(SipParts parts)
    {
        _parts = parts;
        var outside = parts.Outside;
        _deadlines = new DeadlineQueue(parts.Loop);
        var transactions = new TransactionServices(outside.Wire, _deadlines, new SipIds(outside.Random), TransactionTimes.Standard);
        var capabilities = new Capabilities([.. Capabilities.CallMethods, SipMethod.Register, SipMethod.Subscribe]);
        var dialogs = new DialogTable();
        var timers = new SessionTimerOptions { Interval = parts.Site().SessionTimer };
        _sessions = new SessionServices(parts.Loop, transactions, dialogs, capabilities, new SessionOptions { Timers = timers });
        _legs = new LegMaker(
            new LegServices(_sessions, outside.Rtp, parts.Media, parts.Ids), new SecureSrtpKeySource(), outside.Random, outside.Bind);
        var authenticator = new PhoneAuthenticator(
            FindAccount, parts.Site().Domain, outside.Guard, parts.Loop.Time, outside.Random);
        _registrar = new Registrar(parts.Loop, authenticator, outside.Bindings, outside.Wire, new RegistrationRules());
        foreach (var (number, device) in _registrar.All)
        {
            authenticator.Remember(number, device.Hop.Remote.Address, device.Expires);
        }

        var domain = parts.Site().Domain;
        var events = new EventServices(parts.Loop, transactions, dialogs, parts.Board, IsPhone, new SubscriptionRules());
        _subscriptions = new SubscriptionServer(events, authenticator, new BusyLamps(domain), new MessageLamps(domain));
        _unasked = new UnaskedSummaries(events, _registrar, _subscriptions, domain);
        var dispatcher = new RequestDispatcher(capabilities, dialogs);
        dispatcher.Serve(SipMethod.Register, _registrar);
        dispatcher.Serve(SipMethod.Invite, new InviteHandler(authenticator, _registrar, _phones, _trunks));
        dispatcher.Serve(SipMethod.Subscribe, _subscriptions);
        dispatcher.Serve(SipMethod.Options, new OptionsHandler(capabilities));
        var limits = new TransactionLimits();
        var layer = new TransactionLayer(
            transactions, limits, new RateLimit(parts.Loop.Time, limits.RefusalsPerSecond, limits.RefusalsPerSecond), dispatcher);
        _known = new KnownPeers(outside.Guard, parts.Loop.Time);
        _trunkOutside = new TrunkOutside(new DnsCache(outside.Dns, parts.Loop.Time), outside.Secret, outside.Trust, _known);
        _receiver = new SipReceiver(
            parts.Loop, outside.Wire, new MessageGuard(outside.Guard, parts.Loop.Time), layer, limits);
        _receiver.Closed += _registrar.OnClosed;
        outside.Guard.Happened += OnGuard;
        authenticator.Happened += OnGuard;
    }

    /// <summary>Takes what the wire brings.</summary>
    public IWireListener Listener => _receiver;

    /// <summary>A phone that registers; it takes the place of one with the same number, which keeps the calls it has.</summary>
    public Phone CreatePhone(PhoneConfig config)
    {
        _phones.GetValueOrDefault(config.Number)?.Retire();
        var services = new PhoneServices(_sessions, _legs, _registrar, _parts.Journal, _parts.Host(), _known, _parts.Site().Domain);
        return _phones[config.Number] = new SipPhone(config, config.Sip!, services);
    }

    /// <summary>A trunk; it takes the place of one with the same name, which keeps the calls it has and takes no more.</summary>
    public ExchangeLine CreateTrunk(TrunkConfig config)
    {
        _trunks.GetValueOrDefault(config.Name)?.Retire();
        var upkeep = new TrunkUpkeep(config, _sessions, _trunkOutside);
        return _trunks[config.Name] = new SipTrunk(
            config, new TrunkServices(_sessions, _legs, _parts.Journal, _parts.Country), upkeep);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parts.Outside.Guard.Happened -= OnGuard;
        _unasked.Dispose();
        _subscriptions.Dispose();
        _registrar.Dispose();
        _deadlines.Dispose();
    }

    // On any thread.
    private void OnGuard(GuardEvent happened) => _parts.Loop.Post(() => _parts.Journal.Append(new GuardActed(
        happened.Kind switch
        {
            GuardEventKind.Banned => "banned",
            GuardEventKind.Released => "released",
            GuardEventKind.Guessed => "guessed",
            GuardEventKind.Untold => "untold",
        },
        happened.Who,
        happened.Words)));

    private bool IsPhone(string number) => _phones.TryGetValue(number, out var phone) && phone.IsInUse;

    private PhoneAccount? FindAccount(string user) =>
        IsPhone(user) && _parts.Outside.Secret($"phone/{user}") is { } secret
            ? new PhoneAccount(user, secret, _phones[user].MostContacts)
            : null;
}
