using Switchhook.Calls;

namespace Switchhook.Flows.Steps;

/// <summary>A call on its way through a flow.</summary>
/// <param name="Call">The call.</param>
/// <param name="Caller">The caller's leg; its <see cref="Leg.Gone"/> ends the flow.</param>
/// <param name="Identity">Who calls.</param>
/// <param name="Site">The version of the site that the call began with.</param>
internal sealed record FlowCall(Call Call, Leg Caller, CallerIdentity Identity, SiteInForce Site)
{
    private int _visits;

    /// <summary>Since when the caller waits for someone, through queues and menus; null when he has not begun to.</summary>
    public DateTimeOffset? Turn { get; set; }

    /// <summary>The queues that the call has been in.</summary>
    public HashSet<string> VisitedQueues { get; } = new(StringComparer.Ordinal);

    /// <summary>A number for the next visit to a queue, from 1.</summary>
    public int NextVisit() => ++_visits;
}
