using Switchhook.Acd.Facts;

namespace Switchhook.Acd.Advice.Trial;

/// <summary>
/// Draws what is not known of callers: how long one who was not answered would have talked, how long one who was would have waited.
/// </summary>
/// <param name="talks">Talks by queue, of those who were answered.</param>
/// <param name="patience">Mean patience; null when it is not known.</param>
/// <param name="chance">Draws.</param>
internal sealed class WhatIfLuck(ILookup<string, TimeSpan> talks, TimeSpan? patience, Random chance)
{
    // As the queue engine guesses before it has seen a call.
    private static readonly TimeSpan UsualTalk = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, TimeSpan[]> _talks =
        talks.ToDictionary(queue => queue.Key, queue => queue.ToArray(), StringComparer.Ordinal);

    /// <summary>The talks to draw from.</summary>
    public static ILookup<string, TimeSpan> TalksOf(IEnumerable<Visit> visits) => visits
        .Where(visit => visit.AnsweredAt is not null && visit.TalkEndedAt > visit.AnsweredAt)
        .ToLookup(visit => visit.Queue, visit => visit.TalkEndedAt!.Value - visit.AnsweredAt!.Value, StringComparer.Ordinal);

    /// <summary>A talk of the queue.</summary>
    public TimeSpan Talk(string queue) =>
        _talks.TryGetValue(queue, out var some) ? some[chance.Next(some.Length)] : UsualTalk;

    /// <summary>A patience, exponential: how long one has waited says nothing of what is left. Null when it is not known.</summary>
    public TimeSpan? Patience() => patience * -Math.Log(1 - chance.NextDouble());
}
