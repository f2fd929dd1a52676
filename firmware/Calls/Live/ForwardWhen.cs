namespace Switchhook.Calls.Live;

/// <summary>When calls for a phone go on to another number.</summary>
public enum ForwardWhen
{
    /// <summary>Always; also the meaning of entries of the journal that do not say when.</summary>
    Always,

    /// <summary>When the phone is busy, or not to be disturbed.</summary>
    Busy,

    /// <summary>When nobody answers it in time.</summary>
    NoAnswer,
}
