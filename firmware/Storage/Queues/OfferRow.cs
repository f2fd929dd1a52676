using Switchhook.Acd.Facts;

namespace Switchhook.Storage.Queues;

/// <summary>An offer to an agent as the columns of the table <c>agent_offers</c>.</summary>
internal sealed class OfferRow
{
    public const string Columns =
        "seq as Seq, call as Call, agent as Agent, visit as Visit, queue as Queue, from_at as FromAt, to_at as ToAt, result as Result";

    public long Seq { get; init; }

    public string Call { get; init; } = "";

    public string Agent { get; init; } = "";

    public string Visit { get; init; } = "";

    public string Queue { get; init; } = "";

    public long FromAt { get; init; }

    public long? ToAt { get; init; }

    public string Result { get; init; } = "";

    public AgentOffer ToOffer() =>
        new(Agent, Visit, Queue, Milliseconds.At(FromAt), Milliseconds.At(ToAt), Enum.Parse<OfferResult>(Result));
}
