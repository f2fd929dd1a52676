using System.Net;
using Switchhook.Calls.Loop;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Sip.Trunks.Targets;

/// <summary>
/// The servers of a provider, the best first. It is kept fresh in the background, so that no call waits for the DNS; what was found once
/// holds until something else is found. On the control loop.
/// </summary>
/// <remarks>
/// The first that works is kept in front. One that failed rests: it stands behind the others for a while; then it is in its place again,
/// and takes the front back from a worse one when it is seen to work.
/// </remarks>
/// <param name="wanted">Whose servers.</param>
/// <param name="dns">Who is asked.</param>
/// <param name="loop">The loop.</param>
/// <param name="random">Chance for equal servers.</param>
internal sealed class TargetList(TargetAddress wanted, IDnsSource dns, ControlLoop loop, Random random)
{
    /// <summary>How long a server that failed stands behind the others.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);

    private readonly Rounds _looks = new(loop);
    private readonly Dictionary<Hop, Fault> _faults = [];
    private IReadOnlyList<Hop> _found = [];
    private TimeSpan _nextWait = FirstWait;
    private Hop? _kept;

    /// <summary>The list, or its order, is another.</summary>
    public event Action? Changed;

    /// <summary>All of them, the best first: those that failed at the end.</summary>
    public IReadOnlyList<Hop> Hops =>
    [
        .. _found.Where(hop => hop == _kept),
        .. _found.Where(hop => hop != _kept && !IsResting(hop)),
        .. _found.Where(IsResting).OrderBy(hop => _faults[hop].RestsUntil),
    ];

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>The one to use; null when there is none that has not failed just now.</summary>
    public Hop? Best => Hops is [var first, ..] && !IsResting(first) ? first : null;

    /// <summary>Those that failed some time ago, and would be better than the one that is kept if they worked again.</summary>
    public IReadOnlyList<Hop> ToTryAgain =>
        _kept is { } kept ? [.. _found.TakeWhile(hop => hop != kept).Where(hop => _faults.ContainsKey(hop) && !IsResting(hop))] : [];

    /// <summary>The addresses of all of them.</summary>
    public IReadOnlySet<IPAddress> Addresses { get; private set; } = new HashSet<IPAddress>();

    /// <summary>Why there are none, as a sentence; null when there are some, or nobody knows yet.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Begins to look.</summary>
    public void Start() => _looks.Start(LookAsync);

    /// <summary>Looks no more.</summary>
    public void Stop() => _looks.Stop();

    /// <summary>A server does not answer, or says that it is out of service. When it answers again, that is over.</summary>
    public void OnSilent(Hop hop) => Note(hop, isUnable: false);

    /// <summary>A server did not do what it is there for. That it answers other questions does not end its rest.</summary>
    public void OnUnable(Hop hop) => Note(hop, isUnable: true);

    /// <summary>A server answers.</summary>
    public void OnAnswered(Hop hop)
    {
        if (!IsResting(hop) || !_faults[hop].IsUnable)
        {
            OnServed(hop);
        }
    }

    /// <summary>A server did what it is there for.</summary>
    public void OnServed(Hop hop)
    {
        var isNew = _faults.Remove(hop);
        if (_found.Contains(hop) && (_kept is not { } kept || _found.TakeWhile(better => better != kept).Contains(hop)))
        {
            _kept = hop;
            isNew = true;
        }

        if (isNew)
        {
            Changed?.Invoke();
        }
    }

    private bool IsResting(Hop hop) => _faults.TryGetValue(hop, out var fault) && loop.Now < fault.RestsUntil;

    private void Note(Hop hop, bool isUnable)
    {
        if (_found.Contains(hop))
        {
            var isStillUnable = IsResting(hop) && _faults[hop].IsUnable;
            _faults[hop] = new Fault(loop.Now + Rest, isUnable || isStillUnable);
            _kept = _kept == hop ? null : _kept;
            Changed?.Invoke();
        }
    }

    private async Task<TimeSpan?> LookAsync(CancellationToken end)
    {
        var finding = await TargetSearch.FindAsync(dns, random, wanted, end);
        end.ThrowIfCancellationRequested();
        Take(finding);
        if (finding is { Hops.Count: > 0, Life: var life })
        {
            _nextWait = FirstWait;
            return life < ShortestLife ? ShortestLife : life;
        }

        // Without any server the next look is soon, then later and later.
        var wait = _nextWait;
        _nextWait = wait * 2 < ShortestLife ? wait * 2 : ShortestLife;
        return wait;
    }

    private void Take(TargetFinding finding)
    {
        var isNew = finding.Hops.Count > 0 && !_found.ToHashSet().SetEquals(finding.Hops);
        if (isNew)
        {
            _found = finding.Hops;
            Addresses = _found.Select(hop => hop.Remote.Address).ToHashSet();
            _kept = _kept is { } kept && _found.Contains(kept) ? kept : null;
            foreach (var gone in _faults.Keys.Except(_found).ToList())
            {
                _faults.Remove(gone);
            }
        }

        var trouble = _found.Count > 0 ? null : finding.Trouble;
        if (isNew || trouble != Trouble)
        {
            Trouble = trouble;
            Changed?.Invoke();
        }
    }

    private readonly record struct Fault(TimeSpan RestsUntil, bool IsUnable);
}
