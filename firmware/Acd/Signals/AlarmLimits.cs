using Switchhook.Acd.Figures;

namespace Switchhook.Acd.Signals;

/// <summary>When a queue raises its alarms; null for what is not watched.</summary>
/// <param name="LongestWait">Someone has waited so long.</param>
/// <param name="Waiting">So many wait.</param>
/// <param name="ServiceLevel">Fewer percent of the callers were answered in time, 1 to 100.</param>
/// <param name="Agents">Fewer agents are logged in.</param>
public sealed record AlarmLimits(TimeSpan? LongestWait, int? Waiting, int? ServiceLevel, int? Agents)
{
    /// <summary>By what the service level is counted.</summary>
    public FigureRules Rules { get; init; } = new();
}
