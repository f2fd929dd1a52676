namespace Switchhook.Appliance.Hosting;

/// <summary>What a box that asks to be stopped wants done.</summary>
internal enum StopReason
{
    /// <summary>Stop and start again.</summary>
    Restart,

    /// <summary>Stop for good: the battery of the power supply is nearly empty.</summary>
    PowerEnds,
}
