using Switchhook.Acd.Theory;

namespace Switchhook.Acd.Advice;

/// <summary>What a number of agents would give.</summary>
/// <param name="Agents">Agents who answer.</param>
/// <param name="ServiceLevel">Share of calls answered in time; 0 when the queue only grows.</param>
/// <param name="Queue">The queue behind it, with its waits and occupancy.</param>
public sealed record StaffingOption(int Agents, double ServiceLevel, IQueueModel Queue);
