using Switchhook.Calls;

namespace Switchhook.Flows.Voicemail;

/// <summary>A message or greeting of a mailbox, as the journal tells it.</summary>
/// <param name="Recording">Its sound; identifies it.</param>
/// <param name="Box">The mailbox.</param>
/// <param name="Call">The call in which it was spoken.</param>
/// <param name="At">When it began.</param>
public sealed record VoicemailMessage(string Recording, string Box, CallId Call, DateTimeOffset At)
{
    /// <summary>Number of who spoke; null when unknown.</summary>
    public string? Caller { get; init; }

    /// <summary>Name of who spoke; null when unknown.</summary>
    public string? CallerName { get; init; }

    /// <summary>Of the sound; null while it is spoken.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>True when a stop of the box or a full disk may have cut it off.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>True for the greeting of the mailbox.</summary>
    public bool IsGreeting { get; init; }

    /// <summary>Where it is in its life.</summary>
    public VoicemailState State { get; init; }

    /// <summary>What it was before it was deleted; null when it is not.</summary>
    public VoicemailState? Previous { get; init; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>True for a message that someone can hear and that counts.</summary>
    public bool IsKept => State is VoicemailState.New or VoicemailState.Heard or VoicemailState.Saved;
}

/// <summary>The life of a message; the names stand in the journal.</summary>
public enum VoicemailState
{
    /// <summary>It is spoken, or may still be spoken again.</summary>
    Speaking,

    /// <summary>Nobody has heard it.</summary>
    New,

    /// <summary>It has been heard.</summary>
    Heard,

    /// <summary>It has been heard and is wanted.</summary>
    Saved,

    /// <summary>The greeting that callers hear.</summary>
    Greeting,

    /// <summary>It can be taken back for a while.</summary>
    Deleted,

    /// <summary>Its sound is gone for good.</summary>
    Erased,
}
