namespace Switchhook.Flows.Talking;

/// <summary>What a supervisor does in a conversation of others.</summary>
public enum SupervisionMode
{
    /// <summary>Hears all, is heard by none.</summary>
    Listen,

    /// <summary>Hears all, is heard by the phone that is watched.</summary>
    Whisper,

    /// <summary>Talks with all.</summary>
    Barge,

    /// <summary>Talks with the others, and the phone that was watched is let go.</summary>
    TakeOver,
}
