using Switchhook.Acd.Engine;

namespace Switchhook.Acd;

/// <summary>Work that no agent has yet.</summary>
/// <param name="Item">The work.</param>
/// <param name="Ringing">Agents whose phones ring for it.</param>
/// <param name="Winner">The agent who has answered and is being joined; null when none has.</param>
public sealed record WaitingView(WorkItem Item, IReadOnlyList<string> Ringing, string? Winner)
{
    /// <summary>True while nobody could have it: its time has not come, or it is a call back and the queue is closed.</summary>
    public bool Rests { get; init; }

    internal static WaitingView Of(ItemEntry item, DateTimeOffset now) =>
        new(item.Work, [.. item.Ringing.Select(agent => agent.Name)], item.Winner?.Name) { Rests = item.RestsAt(now) };
}
