namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>How a call into the kernel ended. A value, so that nothing is thrown on the way of the sound.</summary>
internal enum Outcome
{
    /// <summary>Done, or begun where it takes time.</summary>
    Done,

    /// <summary>Nothing to read, or no room to write, at this moment.</summary>
    Nothing,

    /// <summary>An event has to be taken first.</summary>
    EventFirst,

    /// <summary>The channel is in the middle of something else.</summary>
    Busy,

    /// <summary>The driver cannot do it.</summary>
    Unsupported,

    /// <summary>The channel is no more: the driver was unloaded, or the card unplugged.</summary>
    Gone,

    /// <summary>Refused with another error.</summary>
    Failed,
}
