using System.Net;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>
/// What goes on between box and provider beside calls: where its servers are, whether they answer, whether the box is registered.
/// On the control loop.
/// </summary>
internal sealed class TrunkUpkeep
{
    private static readonly TimeSpan LookForPassword = TimeSpan.FromSeconds(15);

    private readonly TrunkConfig _config;
    private readonly TrunkOutside _outside;
    private readonly TrunkParty _party;
    private readonly TrunkCredentials? _credentials;
    private readonly TargetList _targets;
    private readonly TrunkRegistration? _registration;
    private readonly TrunkHealth? _health;
    private readonly Deadline _lookForPassword;
    private IReadOnlySet<IPEndPoint> _trusted = new HashSet<IPEndPoint>();
    private bool _needsPassword;
    private bool _isRunning;

    /// <summary>The upkeep of a trunk; nothing happens before <see cref="Start"/>.</summary>
    public TrunkUpkeep(TrunkConfig config, SessionServices sessions, TrunkOutside outside)
    {
        (_config, _outside, _party) = (config, outside, new TrunkParty(config));
        var (loop, transactions) = (sessions.Loop, sessions.Transactions);
        var random = transactions.Ids.Random;
        ContactUser = transactions.Ids.CallId();
        _lookForPassword = new Deadline(transactions.Deadlines, TryRun);
        _targets = new TargetList(TargetAddress.Of(config), outside.Dns, loop, random);
        _targets.Changed += OnTargetsChanged;
        if (config.User is { } user)
        {
            _credentials = new TrunkCredentials(config.AuthUser ?? user, () => outside.Secret($"trunk/{config.Name}"), random);
        }

        if (config.Registers && _credentials is not null)
        {
            var requests = new RegisterRequests(transactions, _party, ContactUser, _credentials);
            _registration = new TrunkRegistration(loop, requests, _targets, ContactUser, random);
            _registration.Changed += OnRegistrationChanged;
        }

        if (config.Check is { } every)
        {
            _health = new TrunkHealth(every, _party, sessions, _targets, hop => _registration?.IsRegisteredAt(hop) == true);
            _health.Changed += OnHealthChanged;
        }
    }

    /// <summary>Something here is another.</summary>
    public event Action? Changed;

    /// <summary>Why no calls can go, as a sentence; null when they can.</summary>
    public string? Trouble =>
        _needsPassword ? $"Its password is missing: ./appliance secret set trunk/{_config.Name}"
        : _targets.Trouble is { } unknown ? unknown
        : _registration is { State: { Phase: not RegistrationPhase.Registered } state } ? state.Words
        : _targets.IsEmpty ? "Its servers are being looked up."
        : _health is { IsKnown: false } && _registration is null ? "It is not known yet whether the provider answers."
        : _health?.Trouble;

    /// <summary>How it stands when there is no trouble.</summary>
    public string Words => _registration is null ? "Ready." : "Registered.";

    /// <summary>The provider's servers, the best first.</summary>
    public IReadOnlyList<Hop> Targets => _targets.Hops;

    /// <summary>All addresses that the provider's messages may come from.</summary>
    public IReadOnlySet<IPAddress> Servers => _targets.Addresses;

    /// <summary>User part of the box's Contact with this provider; nobody else can guess it.</summary>
    public string ContactUser { get; }

    /// <summary>Answers the provider's challenges; null for a trunk without an account.</summary>
    public IChallengeAnswerer? Credentials => _credentials;

    /// <summary>Stops on the way of calls out.</summary>
    public IReadOnlyList<SipText> Routes => _registration is { ServiceRoute: { Count: > 0 } route } ? route : _party.Proxy;

    /// <summary>Completes after <see cref="Stop"/>: when the provider knows that the box is gone, or after 2 s.</summary>
    public Task Stopped { get; private set; } = Task.CompletedTask;

    /// <summary>True for the box's Contact with this provider.</summary>
    public bool IsContact(AnyUri requestUri) => requestUri is SipUri uri && uri.UserName == ContactUser;

    /// <summary>Begins.</summary>
    public void Start()
    {
        _targets.Start();
        TryRun();
    }

    /// <summary>Ends it, the registration too.</summary>
    public void Stop()
    {
        _lookForPassword.Clear();
        _targets.Stop();
        _outside.Known.Set(this);
        if (_isRunning)
        {
            _isRunning = false;
            _health?.Stop();
            Stopped = _registration?.StopAsync() ?? Task.CompletedTask;
        }
    }

    /// <summary>A call found that a server does not answer, or cannot serve.</summary>
    /// <param name="target">Which.</param>
    public void OnFailed(Hop target)
    {
        _targets.OnUnable(target);
        _health?.CheckNow();
    }

    // Without its password a trunk is not tried: the provider would only count failures.
    private void TryRun()
    {
        _needsPassword = _credentials is { HasPassword: false };
        if (_needsPassword)
        {
            _lookForPassword.SetIn(LookForPassword);
        }
        else
        {
            _isRunning = true;
            _registration?.Start();
            _health?.Start();
        }

        Tell();
    }

    private void OnTargetsChanged()
    {
        var secure = _targets.Hops.Where(hop => hop.Transport == TransportKind.Tls).Select(hop => hop.Remote).ToHashSet();
        foreach (var gone in _trusted.Except(secure))
        {
            _outside.Trust(gone, null);
        }

        foreach (var remote in secure)
        {
            _outside.Trust(remote, (_config.OutboundProxy ?? _config.Server).Host);
        }

        _trusted = secure;
        _outside.Known.Set(this, _targets.Addresses);
        Tell();
    }

    private void OnRegistrationChanged()
    {
        if (_registration!.State.Phase == RegistrationPhase.Registered)
        {
            _health?.OnProven();
        }

        Tell();
    }

    // OPTIONS are only the usual sign of life: what counts is whether the provider still registers the box.
    private void OnHealthChanged()
    {
        if (_health!.Trouble is not null)
        {
            _registration?.CheckNow();
        }

        Tell();
    }

    private void Tell() => Changed?.Invoke();
}
