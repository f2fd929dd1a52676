using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Dialling.Outbound;

namespace Switchhook.Flows.Dialling.Emergency;

/// <summary>Finds a line for an emergency call: the best free one, and when all are in use, one that another call must give up.</summary>
/// <remarks>
/// Knows no rules, limits or groups: an emergency call always goes out (DESIGN.md, "Telephony rules that are never broken").
/// </remarks>
internal sealed class EmergencyLines(FlowServices services)
{
    /// <summary>How long a line that was taken from another call may need to become idle.</summary>
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ReleasePoll = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// So long whoever loses a line may hear why: the sentence takes no longer, and help must not wait. Only those hear it whose call is
    /// ended for the line.
    /// </summary>
    private static readonly TimeSpan SentenceLimit = TimeSpan.FromSeconds(3);

    private const int Waits = 1;
    private const int Talks = 2;
    private const int Rings = 3;

    private readonly HashSet<CallId> _protected = [];

    /// <summary>A call that gives its line to no other: an emergency call, or the answer to one.</summary>
    public void Protect(Call call)
    {
        _protected.RemoveWhere(id => services.Calls.InProgress.All(other => other.Id != id));
        _protected.Add(call.Id);
    }

    /// <summary>True for such a call.</summary>
    public bool IsProtected(Call call) => _protected.Contains(call.Id);

    /// <summary>The line that an emergency call would take now, free or from another call; null when none works.</summary>
    /// <param name="isFree">True when it is free.</param>
    public string? Find(out bool isFree)
    {
        var working = services.Stations.Lines
            .Where(line => line.Status is not (LineStatus.NoBattery or LineStatus.OutOfOrder or LineStatus.Unreachable)).ToList();
        var free = working.Find(line => line.Status == LineStatus.Idle);
        isFree = free is not null;
        return (free ?? working.FirstOrDefault())?.Name;
    }

    /// <summary>Seizes a line and adds its leg to the call.</summary>
    /// <param name="call">The emergency call.</param>
    /// <param name="number">The number to dial.</param>
    /// <param name="tried">Lines that have failed for this call; the one taken is added.</param>
    /// <param name="site">The site in force.</param>
    /// <returns>Null when no line is left.</returns>
    public async Task<Leg?> SeizeAsync(Call call, string number, HashSet<string> tried, SiteInForce site)
    {
        return Take(call, number, tried, LineStatus.Idle, "the first free and working line")
            ?? await PreemptAsync(call, number, tried, site)
            ?? Take(call, number, tried, LineStatus.Unreachable, "though it does not seem to work: nothing else is left");
    }

    private Leg? Take(Call call, string number, HashSet<string> tried, LineStatus status, string why)
    {
        foreach (var line in services.Stations.Lines.Where(line => line.Status == status && tried.Add(line.Name)))
        {
            if (line.Seize(Dialled(number)) is { } leg)
            {
                call.Add(leg, $"Emergency: dials {number} on line {line.Name}, {why}.");
                return leg;
            }
        }

        return null;
    }

    private static CallOut Dialled(string number) => new(number) { IsEmergency = true };

    private async Task<Leg?> PreemptAsync(Call call, string number, HashSet<string> tried, SiteInForce site)
    {
        // Calls out first (the youngest loses least), then who waits (the longest first), then who talks. A line that rings cannot be
        // had before its caller gives up.
        var victims = services.Calls.InProgress
            .Where(other => !_protected.Contains(other.Id))
            .SelectMany(other => other.Legs.Where(leg => leg.Party.IsOutside), (other, leg) => (Call: other, Leg: leg))
            .OrderBy(victim => RankOf(victim.Call, victim.Leg))
            .ThenBy(victim => RankOf(victim.Call, victim.Leg) == Waits ? victim.Call.Id.Value : "", StringComparer.Ordinal)
            .ThenByDescending(victim => victim.Call.Id.Value, StringComparer.Ordinal)
            .ToList();
        foreach (var (other, leg) in victims)
        {
            if (!tried.Add(leg.Party.Name) || services.Stations.Line(leg.Party.Name) is not { } line)
            {
                continue;
            }

            call.Note("emergency", $"All lines are in use: takes line {line.Name} from call {other.Id}.");
            await TellAsync(other, site);
            other.End(new Cause(CauseCode.Preempted, $"The line was needed for an emergency call ({call.Id})."));
            if (await BecomesIdleAsync(line) && line.Seize(Dialled(number)) is { } taken)
            {
                call.Add(taken, $"Emergency: dials {number} on line {line.Name}.");
                return taken;
            }
        }

        return null;
    }

    private static int RankOf(Call call, Leg outside) => outside.Origin == LegOrigin.Box ? 0
        : outside.State == LegState.Alerting ? Rings
        : call.Legs.Count(leg => leg.State == LegState.Connected) < 2 ? Waits
        : Talks;

    private async Task TellAsync(Call other, SiteInForce site)
    {
        other.Note("emergency", "The line is needed for an emergency call: this call ends.");
        var listeners = other.Legs.Where(leg => leg.State == LegState.Connected).ToList();
        var told = Task.WhenAll(listeners.Select(leg => OutsideWay.SayAsync(leg, site, Phrase.LineNeeded)));
        await Task.WhenAny(told, Task.Delay(SentenceLimit, services.Loop.Time, CancellationToken.None));
    }

    private async Task<bool> BecomesIdleAsync(ExchangeLine line)
    {
        for (var waited = TimeSpan.Zero; line.Status != LineStatus.Idle && waited < ReleaseLimit; waited += ReleasePoll)
        {
            await Task.Delay(ReleasePoll, services.Loop.Time, CancellationToken.None);
        }

        return line.Status == LineStatus.Idle;
    }
}
