namespace Switchhook.Calls.Live;

/// <summary>What a phone is doing.</summary>
public enum PhoneStatus
{
    /// <summary>On-hook and ready.</summary>
    Idle,

    /// <summary>Rings.</summary>
    Ringing,

    /// <summary>Off-hook and not in a call: dialling, hearing a tone.</summary>
    OffHook,

    /// <summary>In a call, or dialling one.</summary>
    InCall,

    /// <summary>Left off-hook; gets no calls until it is hung up.</summary>
    LeftOffHook,

    /// <summary>The box's own hardware does not serve it.</summary>
    OutOfOrder,

    /// <summary>A SIP phone that is switched off, not set up, or cut off from the box.</summary>
    NotRegistered,
}
