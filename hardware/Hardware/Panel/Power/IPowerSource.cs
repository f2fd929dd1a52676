namespace Switchhook.Hardware.Panel.Power;

/// <summary>Tells what the box lives on.</summary>
public interface IPowerSource
{
    /// <summary>What it lives on now. Any thread.</summary>
    PowerState State { get; }

    /// <summary>It lives on something else now. On a timer's thread, one after the other: the handler hands over and returns.</summary>
    event Action<PowerState>? Changed;
}

/// <summary>What a box with an uninterruptible power supply (UPS) lives on.</summary>
public enum PowerState
{
    /// <summary>The mains.</summary>
    Mains,

    /// <summary>The battery: it goes on, and somebody should know.</summary>
    Battery,

    /// <summary>A battery that is nearly empty: the box should stop in order while it can.</summary>
    BatteryLow,
}
