using Switchhook.Acd;
using Switchhook.Acd.Facts;

namespace Switchhook.Storage.Queues;

/// <summary>A span of an agent as the columns of the table <c>agent_spans</c>.</summary>
internal sealed class SpanRow
{
    public const string Columns =
        "seq as Seq, agent as Agent, state as State, reason as Reason, visit as Visit, from_at as FromAt, to_at as ToAt";

    public long Seq { get; init; }

    public string Agent { get; init; } = "";

    public string State { get; init; } = "";

    public string? Reason { get; init; }

    public string? Visit { get; init; }

    public long FromAt { get; init; }

    public long? ToAt { get; init; }

    public AgentSpan ToSpan() =>
        new(Agent, Enum.Parse<AgentState>(State), Reason, Visit, Milliseconds.At(FromAt), Milliseconds.At(ToAt));
}
