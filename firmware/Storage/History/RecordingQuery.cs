namespace Switchhook.Storage.History;

/// <summary>Which recorded calls to list.</summary>
/// <param name="Calls">How many, from where on, and from when to when.</param>
public sealed record RecordingQuery(CallQuery Calls)
{
    /// <summary>Part of the caller's number or of the number dialled, digits only.</summary>
    public string? Number { get; init; }

    /// <summary>An agent who had the call from a queue.</summary>
    public string? Agent { get; init; }

    /// <summary>A queue that the call was in; with <see cref="Agent"/> the one from which the agent had it.</summary>
    public string? Queue { get; init; }

    /// <summary>A line or trunk that had part in the call.</summary>
    public string? Line { get; init; }

    /// <summary>Not shorter than this.</summary>
    public TimeSpan? Shortest { get; init; }

    /// <summary>Not longer than this; one that is still being written is never longer.</summary>
    public TimeSpan? Longest { get; init; }

    /// <summary>Only with a note.</summary>
    public bool Noted { get; init; }

    /// <summary>Words that the note holds, as they stand there; upper and lower case of A to Z are the same.</summary>
    public string? Note { get; init; }
}
