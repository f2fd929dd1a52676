namespace Switchhook.Storage.Webhooks;

/// <summary>A webhook as the columns of its table, with how many deliveries wait.</summary>
internal sealed class WebhookRow
{
    public const string Select =
        """
        select id as Id, name as Name, address as Address, topics as Topics, queues as Queues, made_by as MadeBy, made_at as MadeAt,
            since_seq as SinceSeq, paused_at as PausedAt, failures as Failures, next_at as NextAt, failing_since as FailingSince,
            last_error as LastError, last_done_at as LastDoneAt, dropped as Dropped,
            (select count(*) from webhook_deliveries d where d.hook = webhooks.id and d.state = 'waiting') as Waiting
        from webhooks
        """;

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    public string Topics { get; init; } = "";

    public string Queues { get; init; } = "";

    public string MadeBy { get; init; } = "";

    public long MadeAt { get; init; }

    public long SinceSeq { get; init; }

    public long? PausedAt { get; init; }

    public long Failures { get; init; }

    public long? NextAt { get; init; }

    public long? FailingSince { get; init; }

    public string? LastError { get; init; }

    public long? LastDoneAt { get; init; }

    public long Dropped { get; init; }

    public long Waiting { get; init; }

    public Webhook ToWebhook() => new(Id, Name, new Uri(Address, UriKind.Absolute), MadeBy, Milliseconds.At(MadeAt))
    {
        Topics = [.. Topics.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        Queues = [.. Queues.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        SinceSeq = SinceSeq,
        PausedAt = Milliseconds.At(PausedAt),
        Failures = (int)Failures,
        NextAt = Milliseconds.At(NextAt),
        FailingSince = Milliseconds.At(FailingSince),
        LastError = LastError,
        LastDoneAt = Milliseconds.At(LastDoneAt),
        Dropped = (int)Dropped,
        Waiting = (int)Waiting,
    };
}

/// <summary>A delivery as the columns of its table.</summary>
internal sealed class DeliveryRow
{
    public const string Select =
        """
        select seq as Seq, hook as Hook, id as Id, topic as Topic, body as Body, state as State, queued_at as QueuedAt, tries as Tries,
            tried_at as TriedAt, status as Status, error as Error
        from webhook_deliveries
        """;

    public long Seq { get; init; }

    public string Hook { get; init; } = "";

    public string Id { get; init; } = "";

    public string Topic { get; init; } = "";

    public string Body { get; init; } = "";

    public string State { get; init; } = "";

    public long QueuedAt { get; init; }

    public long Tries { get; init; }

    public long? TriedAt { get; init; }

    public long? Status { get; init; }

    public string? Error { get; init; }

    public WebhookDelivery ToDelivery() => new(Seq, Hook, Id, Topic, Body, StateOf(State), Milliseconds.At(QueuedAt))
    {
        Tries = (int)Tries,
        TriedAt = Milliseconds.At(TriedAt),
        Status = (int?)Status,
        Error = Error,
    };

    private static DeliveryState StateOf(string state) => state switch
    {
        "waiting" => DeliveryState.Waiting,
        "done" => DeliveryState.Done,
        "dropped" => DeliveryState.Dropped,
        _ => DeliveryState.GivenUp,
    };
}
