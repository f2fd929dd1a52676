using Switchhook.Calls;
using Switchhook.Flows.Voicemail;

namespace Switchhook.Storage.Voicemail;

/// <summary>A message of a mailbox as the columns of the table <c>voicemail</c>.</summary>
internal sealed class VoicemailRow
{
    public const string Columns =
        """
        recording as Recording, box as Box, call as Call, at as At, caller as Caller, caller_name as CallerName, length_ms as LengthMs,
        is_cut_off as IsCutOff, is_greeting as IsGreeting, state as State, previous as Previous, changed_at as ChangedAt,
        last_seq as LastSeq
        """;

    public string Recording { get; init; } = "";

    public string Box { get; init; } = "";

    public string Call { get; init; } = "";

    public long At { get; init; }

    public string? Caller { get; init; }

    public string? CallerName { get; init; }

    public long? LengthMs { get; init; }

    public long IsCutOff { get; init; }

    public long IsGreeting { get; init; }

    public string State { get; init; } = "";

    public string? Previous { get; init; }

    public long ChangedAt { get; init; }

    public long LastSeq { get; init; }

    public VoicemailMessage ToMessage() => new(Recording, Box, new CallId(Call), Milliseconds.At(At))
    {
        Caller = Caller,
        CallerName = CallerName,
        Length = LengthMs is { } length ? TimeSpan.FromMilliseconds(length) : null,
        IsCutOff = IsCutOff != 0,
        IsGreeting = IsGreeting != 0,
        State = Enum.Parse<VoicemailState>(State),
        Previous = Previous is { } previous ? Enum.Parse<VoicemailState>(previous) : null,
        ChangedAt = Milliseconds.At(ChangedAt),
    };
}
