using System.Globalization;
using Switchhook.Acd.Theory;
using Switchhook.Tests.Acd.Erlang;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>A load that queueing theory gives figures for.</summary>
internal sealed record ErlangRow(double CallsPerHour, double HandlingSeconds, int Agents, double? PatienceSeconds = null)
{
    /// <summary>Calls are all equally long.</summary>
    public bool IsFixedTalk { get; init; }

    /// <summary>Calls that the lines hold, those in talk too; null for as many as come.</summary>
    public int? Lines { get; init; }

    public double Utilisation => CallsPerHour * HandlingSeconds / 3600 / Agents;

    public QueueLoad Load => new(CallsPerHour, TimeSpan.FromSeconds(HandlingSeconds));

    public static ErlangRow Of(ReferenceRow row) =>
        new(row["calls_per_h"], row["aht_s"], row.Agents, row.Model == "A" ? row["mean_patience_s"] : null);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{CallsPerHour}/h of {HandlingSeconds} s, {Agents} agents, patience {PatienceSeconds} s");
}
