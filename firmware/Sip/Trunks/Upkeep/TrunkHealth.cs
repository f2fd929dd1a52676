using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>
/// Asks a provider's servers whether they are there (OPTIONS, RFC 3261 §11): the best one, and when it is silent twice the next.
/// Whatever a server answers shows that it lives, but 503. On the control loop.
/// </summary>
/// <param name="every">How often, while all is well.</param>
/// <param name="party">How box and provider are named.</param>
/// <param name="sessions">What requests are sent with.</param>
/// <param name="targets">The servers.</param>
/// <param name="isProven">A server lives, as others know. One that has never answered OPTIONS is not called dead then.</param>
internal sealed class TrunkHealth(
    TimeSpan every, TrunkParty party, SessionServices sessions, TargetList targets, Func<Hop, bool> isProven)
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private const int Tries = 2;
    private const int Unavailable = 503;

    private static readonly TimeSpan InTrouble = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly Rounds _rounds = new(sessions.Loop);
    private TimeSpan _askedAt = -Least;
    private bool _hasAnswered;

    /// <summary>What it knows is another.</summary>
    public event Action? Changed;

    /// <summary>Somebody answered, or all were asked.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Why no server can be reached, as a sentence; null when one answers, or nothing is known yet.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Begins to ask.</summary>
    public void Start()
    {
        targets.Changed += OnTargetsChanged;
        _rounds.Start(RoundAsync);
    }

    /// <summary>Asks no more.</summary>
    public void Stop()
    {
        targets.Changed -= OnTargetsChanged;
        _rounds.Stop();
    }

    /// <summary>There is reason to ask now.</summary>
    public void CheckNow() => _rounds.Wake();

    /// <summary>A server did something else that was asked of it. That OPTIONS are not answered tells nothing from now on.</summary>
    public void OnProven()
    {
        if (Trouble is not null)
        {
            _hasAnswered = false;
            Enter(null);
        }
    }

    private async Task<TimeSpan?> RoundAsync(CancellationToken end)
    {
        if (!targets.IsEmpty)
        {
            // However often something wakes it, the servers are not asked in a rush.
            var sinceLast = sessions.Loop.Now - _askedAt;
            await Task.Delay(sinceLast < Least ? Least - sinceLast : TimeSpan.Zero, sessions.Loop.Time, end);
            await AskAllAsync(end);
            _askedAt = sessions.Loop.Now;
        }

        return (IsKnown && Trouble is null) || every < InTrouble ? every : InTrouble;
    }

    private async Task AskAllAsync(CancellationToken end)
    {
        foreach (var hop in targets.ToTryAgain)
        {
            Note(hop, await FailureOfAsync(hop, end));
        }

        var words = Trouble;
        foreach (var hop in targets.Hops)
        {
            var failure = await FailureOfAsync(hop, end);
            for (var again = 1; failure is not null && again < Tries; again++)
            {
                failure = await FailureOfAsync(hop, end);
            }

            if (failure is null || (!_hasAnswered && isProven(hop)))
            {
                _hasAnswered |= failure is null;
                targets.OnAnswered(hop);
                Enter(null);
                return;
            }

            words = failure;
            Note(hop, failure);
        }

        if (words is not null)
        {
            Enter(words);
        }
    }

    private void Note(Hop hop, string? failure)
    {
        if (failure is null)
        {
            targets.OnAnswered(hop);
        }
        else
        {
            targets.OnSilent(hop);
        }
    }

    // Null when it answers.
    private async Task<string?> FailureOfAsync(Hop hop, CancellationToken end)
    {
        var services = sessions.Transactions;
        var from = party.Account.WithTag(services.Ids.Tag());
        var request = new OutgoingRequest(SipMethod.Options, party.Server, services.Ids.CallId(), services.Ids.FirstSequence())
        {
            From = from,
            To = NameAddress.Create(null, party.Server),
            Routes = party.Proxy,
            Headers = [Dialogs.Dispatch.Capabilities.Accept],
        };
        var outcome = await PendingRequest.Send(services, hop, null, () => request).WithinAsync(Limit, sessions.Loop.Time, end);
        return outcome.Response is not null && outcome.Status != Unavailable ? null : $"{hop}: {outcome.Words}";
    }

    private void Enter(string? trouble)
    {
        if (!IsKnown || trouble != Trouble)
        {
            (IsKnown, Trouble) = (true, trouble);
            Changed?.Invoke();
        }
    }

    // Servers were found, or one answers to somebody else.
    private void OnTargetsChanged()
    {
        if (!_rounds.IsBusy && (!IsKnown || Trouble is not null) && targets.Best is not null)
        {
            _rounds.Wake();
        }
    }
}
