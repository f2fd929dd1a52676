using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Flows.Dialling;

/// <summary>Finds a line for an emergency call: the best free one, and when all are in use, one that another call must give up.</summary>
/// <remarks>
/// Knows no rules, limits or groups: an emergency call always goes out (DESIGN.md, "Telephony rules that are never broken").
/// </remarks>
internal sealed class EmergencyLines(FlowServices services)
{
    /// <summary>How long a line that was taken from another call may need to become idle.</summary>
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ReleasePoll = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<CallId> _emergencies = [];

    /// <summary>Seizes a line and adds its leg to the call.</summary>
    /// <param name="call">The emergency call.</param>
    /// <param name="number">The number to dial.</param>
    /// <param name="tried">Lines that have failed for this call; the one taken is added.</param>
    /// <returns>Null when no line is left.</returns>
    public async Task<Leg?> SeizeAsync(Call call, string number, HashSet<string> tried)
    {
        _emergencies.RemoveWhere(id => services.Calls.InProgress.All(other => other.Id != id));
        _emergencies.Add(call.Id);
        foreach (var line in services.Stations.Lines.Where(line => line.Status == LineStatus.Idle && tried.Add(line.Name)))
        {
            if (line.Seize(number) is { } leg)
            {
                call.Add(leg, $"Emergency: dials {number} on line {line.Name}, the first free and working line.");
                return leg;
            }
        }

        return await PreemptAsync(call, number, tried);
    }

    private async Task<Leg?> PreemptAsync(Call call, string number, HashSet<string> tried)
    {
        // The youngest call loses least; outbound calls go before callers.
        var victims = services.Calls.InProgress
            .Where(other => !_emergencies.Contains(other.Id))
            .SelectMany(other => other.Legs.Where(leg => leg.Party.IsOutside), (other, leg) => (Call: other, Leg: leg))
            .OrderByDescending(victim => victim.Leg.Origin == LegOrigin.Box)
            .ThenByDescending(victim => victim.Call.Id.Value, StringComparer.Ordinal)
            .ToList();
        foreach (var (other, leg) in victims)
        {
            if (!tried.Add(leg.Party.Name) || services.Stations.Line(leg.Party.Name) is not { } line)
            {
                continue;
            }

            call.Note("emergency", $"All lines are in use: takes line {line.Name} from call {other.Id}.");
            other.End(new Cause(CauseCode.Preempted, $"The line was needed for an emergency call ({call.Id})."));
            if (await BecomesIdleAsync(line) && line.Seize(number) is { } taken)
            {
                call.Add(taken, $"Emergency: dials {number} on line {line.Name}.");
                return taken;
            }
        }

        return null;
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
