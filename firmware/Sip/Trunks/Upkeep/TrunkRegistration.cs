using Switchhook.Calls.Loop;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>
/// Keeps the box registered with a provider: at the best of its servers, refreshed in time, tried again when it fails. On the control loop.
/// </summary>
/// <param name="loop">The loop.</param>
/// <param name="requests">The REGISTER requests.</param>
/// <param name="targets">The provider's servers.</param>
/// <param name="contactUser">User part of the box's contact.</param>
/// <param name="random">Chance.</param>
internal sealed class TrunkRegistration(
    ControlLoop loop, RegisterRequests requests, TargetList targets, string contactUser, Random random)
{
    /// <summary>How long an answer is waited for before the next server is asked.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>When an account that was refused is tried again.</summary>
    public static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(5);

    /// <summary>How long the end of the registration is waited for.</summary>
    public static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Wanted = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    private readonly Rounds _rounds = new(loop);
    private readonly BackOff _backOff = new(random);
    private TimeSpan _asked = Wanted;
    private Hop? _askedAt;
    private Hop? _registeredAt;

    /// <summary>The state is another.</summary>
    public event Action? Changed;

    /// <summary>How it stands.</summary>
    public RegistrationState State { get; private set; } = new(RegistrationPhase.Registering, "It registers with the provider.");

    /// <summary>Stops on the way of calls out, as the provider wants them (RFC 3608); none when it wants none.</summary>
    public IReadOnlyList<SipText> ServiceRoute { get; private set; } = [];

    /// <summary>A server took the registration, and it holds.</summary>
    public bool IsRegisteredAt(Hop hop) => State.Phase == RegistrationPhase.Registered && _registeredAt == hop;

    // There is a server that is better than the one in use, or one at all where there was none.
    private bool ShallMove => State.Phase switch
    {
        RegistrationPhase.Registering or RegistrationPhase.Unreachable => targets.Best is not null,
        RegistrationPhase.Registered => targets.Best is { } best && best != _registeredAt,
        RegistrationPhase.Refused => false,
    };

    /// <summary>Begins.</summary>
    public void Start()
    {
        targets.Changed += OnTargetsChanged;
        _rounds.Start(KeepAsync);
    }

    /// <summary>Ends the registration.</summary>
    /// <returns>Completes when the provider knows, or after <see cref="StopLimit"/>.</returns>
    public Task StopAsync()
    {
        targets.Changed -= OnTargetsChanged;
        _rounds.Stop();
        return _askedAt is { } hop
            ? requests.Send(hop, TimeSpan.Zero).WithinAsync(StopLimit, loop.Time, CancellationToken.None)
            : Task.CompletedTask;
    }

    /// <summary>There is doubt whether it still holds.</summary>
    public void CheckNow()
    {
        if (State.Phase == RegistrationPhase.Registered)
        {
            _rounds.Wake();
        }
    }

    private async Task<TimeSpan?> KeepAsync(CancellationToken end)
    {
        var wait = await RoundAsync(end);
        return ShallMove ? TimeSpan.Zero : wait;
    }

    // Each server in its turn, until one says something that counts: first those that may be back and are better than the one in use.
    // Returns when to ask again.
    private async Task<TimeSpan> RoundAsync(CancellationToken end)
    {
        var words = targets.Trouble;
        var wait = TimeSpan.Zero;
        foreach (var hop in targets.ToTryAgain.Union(targets.Hops).ToList())
        {
            var outcome = await AskAsync(hop, end);
            if (outcome.IsSuccess && GrantedTime.Of(outcome.Response!, contactUser, _asked) is var granted && granted > TimeSpan.Zero)
            {
                return OnRegistered(hop, outcome.Response!, granted < Longest ? granted : Longest);
            }

            if (outcome.Status is 401 or 403 or 404 or 407)
            {
                _askedAt = null;
                Enter(new RegistrationState(
                    RegistrationPhase.Refused, $"The provider refuses the account ({outcome.Words}): look at its user and its password."));
                return AfterRefusal;
            }

            words = $"{hop} does not register the box: {outcome.Words}";
            wait = RetryAfter(outcome.Response);
            if (outcome.Response is null)
            {
                targets.OnSilent(hop);
            }
            else
            {
                targets.OnUnable(hop);
            }
        }

        if (words is not null)
        {
            Enter(new RegistrationState(RegistrationPhase.Unreachable, words));
        }

        var backOff = _backOff.Next();
        return wait > backOff ? wait : backOff;
    }

    private async Task<RequestOutcome> AskAsync(Hop hop, CancellationToken end)
    {
        _askedAt = hop;
        var outcome = await requests.Send(hop, _asked).WithinAsync(Limit, loop.Time, end);
        if (outcome.Status == 423 && outcome.Response!.Headers.Read<Seconds>(HeaderId.MinExpires).Is(out var least)
            && TimeSpan.FromSeconds(least.Value) is var longer && longer > _asked && longer <= Longest)
        {
            _asked = longer;
            outcome = await requests.Send(hop, _asked).WithinAsync(Limit, loop.Time, end);
        }

        return outcome;
    }

    private TimeSpan OnRegistered(Hop hop, SipMessage response, TimeSpan granted)
    {
        _backOff.Reset();
        _registeredAt = hop;
        ServiceRoute = [.. response.Headers.ReadAll<NameAddress>(HeaderId.ServiceRoute).Or([]).Select(route => route.Text.Copy())];
        targets.OnServed(hop);
        Enter(new RegistrationState(RegistrationPhase.Registered, "Registered.", loop.Now + granted));

        // Between half and four fifths of the time, so that one that fails can be repeated, and not all boxes come at once.
        var refresh = granted * (0.5 + (0.3 * random.NextDouble()));
        return refresh > Shortest ? refresh : Shortest;
    }

    private static TimeSpan RetryAfter(SipMessage? response) =>
        response is not null && response.Headers.Read<Seconds>(HeaderId.RetryAfter).Is(out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds.Value, BackOff.Longest.TotalSeconds))
            : TimeSpan.Zero;

    private void Enter(RegistrationState state)
    {
        State = state;
        Changed?.Invoke();
    }

    private void OnTargetsChanged()
    {
        if (!_rounds.IsBusy && ShallMove)
        {
            _rounds.Wake();
        }
    }
}
