using System.Collections.Immutable;

namespace Switchhook.Acd;

/// <summary>A piece of work that waits in a queue for an agent.</summary>
/// <remarks>
/// Its place follows one rule: what has waited longest comes first, and <see cref="HeadStart"/> counts as waiting. So a customer of a
/// grade comes before those who came a little earlier, and never before everyone: who has waited longer than the head start is passed by
/// nobody. That is all ageing there is, and nobody starves.
/// </remarks>
/// <param name="Id">Unique among the work that is in queues or being done.</param>
/// <param name="Queue">Name of the queue.</param>
/// <param name="Kind">What it is.</param>
/// <param name="EnteredAt">When it came into this queue.</param>
public sealed record WorkItem(string Id, string Queue, WorkKind Kind, DateTimeOffset EnteredAt)
{
    /// <summary>
    /// From when on waiting counts for its place: earlier than <see cref="EnteredAt"/> when it has waited before and kept its ticket.
    /// </summary>
    public DateTimeOffset Turn { get; init; } = EnteredAt;

    /// <summary>Waiting that is given to it, for its place.</summary>
    public TimeSpan HeadStart { get; init; }

    /// <summary>Skills that it needs beside those of the queue, such as a language.</summary>
    public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>Name of the agent who shall have it; null for anyone.</summary>
    public string? Prefer { get; init; }

    /// <summary>For how long only that agent gets it, while at work; then anyone does.</summary>
    public TimeSpan PreferFor { get; init; }

    /// <summary>Nobody gets it before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Since when an agent could have it. As a wait it counts from then on, in offers as in rules: what was put off to a time has not been
    /// kept waiting before it. Its place counts by <see cref="Turn"/> all the same.
    /// </summary>
    public DateTimeOffset DueAt => NotBefore > EnteredAt ? NotBefore.Value : EnteredAt;

    /// <summary>Lines of which one must be free for it (a call back); null for none.</summary>
    public string? Lines { get; init; }
}
