namespace Switchhook.Flows.Queues.Shadow;

/// <summary>What a queue would have made of the callers of a hunt group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Days">The days on which there were callers, in order.</param>
/// <param name="Was">All days, as it was.</param>
/// <param name="Would">All days, as the queue would have had it.</param>
/// <param name="Words">The answer in plain words.</param>
/// <param name="Limits">What it cannot know, a sentence each.</param>
public sealed record ShadowReport(
    string Group, IReadOnlyList<ShadowDay> Days, ShadowSide Was, ShadowSide Would, string Words, IReadOnlyList<string> Limits);

/// <summary>One day, by the site's clocks.</summary>
public sealed record ShadowDay(DateOnly Day, ShadowSide Was, ShadowSide Would, string Words);

/// <summary>How callers fared. Of a queue that would have been, the means of several simulated runs.</summary>
/// <param name="Callers">Callers, who hung up at once left out.</param>
/// <param name="Lost">Those who gave up or for whom there was nobody.</param>
/// <param name="ServiceLevel">Share of the callers answered in the usual time of a queue's service level; null without callers.</param>
/// <param name="MeanWait">Mean wait of the answered (ASA); null when none was.</param>
/// <param name="LongestWait">The longest wait, of whoever it was; zero when nobody waited.</param>
public sealed record ShadowSide(int Callers, double Lost, double? ServiceLevel, TimeSpan? MeanWait, TimeSpan LongestWait);
