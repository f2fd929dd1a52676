using Switchhook.Acd.Signals;

namespace Switchhook.Web.Api.Wall;

/// <summary>What a wallboard shows of some queues taken together.</summary>
/// <param name="Queues">The queues.</param>
/// <param name="Waiting">Callers who wait.</param>
/// <param name="Longest">Who waits longest; null when nobody waits.</param>
/// <param name="ServiceLevel">The queue whose service level is farthest below its target, or least above; null for none yet.</param>
/// <param name="Free">Agents who are ready.</param>
/// <param name="Talking">Agents on a call, those whose phones ring among them.</param>
/// <param name="Paused">Agents who are paused or finish a call.</param>
/// <param name="Away">Agents who are not there or cannot be reached.</param>
/// <param name="Answered">Callers answered since midnight where the site is.</param>
/// <param name="Abandoned">Callers who gave up since midnight where the site is.</param>
/// <param name="Signal">What the lamp of the most pressing queue tells.</param>
/// <param name="Alarms">Alarms of the queues and faults of the box, a sentence each.</param>
public sealed record WallModel(
    IReadOnlyList<string> Queues,
    int Waiting,
    LongestWait? Longest,
    LowestLevel? ServiceLevel,
    int Free,
    int Talking,
    int Paused,
    int Away,
    int Answered,
    int Abandoned,
    QueueSignal Signal,
    IReadOnlyList<string> Alarms);

/// <summary>The caller who waits longest.</summary>
/// <param name="Queue">Where.</param>
/// <param name="Wait">How long, in seconds.</param>
public sealed record LongestWait(string Queue, TimeSpan Wait);

/// <summary>The service level of a queue since midnight where the site is.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Share">Share of its callers, 0 to 1, by the queue's formula.</param>
/// <param name="Target">What the site file asks for, 0 to 1.</param>
public sealed record LowestLevel(string Queue, double Share, double Target);
