using System.Collections.Immutable;
using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;

namespace Switchhook.Flows.Queues.Board;

/// <summary>What the queues are doing after one event.</summary>
/// <param name="Seq">Number of that event.</param>
/// <param name="At">When it happened.</param>
/// <param name="Visits">Those that wait or talk, by id.</param>
/// <param name="Agents">All agents who were ever told of and are not removed, by name.</param>
public sealed record QueueSnapshot(
    long Seq, DateTimeOffset At, ImmutableSortedDictionary<string, Visit> Visits, ImmutableSortedDictionary<string, AgentNow> Agents)
{
    /// <summary>Who was moved between queues.</summary>
    public Assignments Assigned { get; init; } = Assignments.None;

    /// <summary>Before the first event.</summary>
    public static readonly QueueSnapshot Empty = new(
        0,
        DateTimeOffset.UnixEpoch,
        ImmutableSortedDictionary.Create<string, Visit>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, AgentNow>(StringComparer.Ordinal));
}

/// <summary>An agent now.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="State">What the agent does.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it ends by itself; null when it does not.</param>
/// <param name="Phone">Where logged in; null when logged out.</param>
/// <param name="Reason">Why paused or logged out; null for none.</param>
/// <param name="Visit">The visit that it belongs to, if any.</param>
/// <param name="Call">The call that it belongs to, if any.</param>
public sealed record AgentNow(
    string Name,
    AgentState State,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    string? Phone,
    string? Reason,
    string? Visit,
    CallId? Call);
