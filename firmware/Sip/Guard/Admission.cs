namespace Switchhook.Sip.Guard;

/// <summary>Whether a message is heard.</summary>
public enum Admission
{
    /// <summary>It is.</summary>
    Heard,

    /// <summary>Its sender, or all strangers together, send more than they may.</summary>
    TooFast,

    /// <summary>Its sender is banned.</summary>
    Banned,
}
