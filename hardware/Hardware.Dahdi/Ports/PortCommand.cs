using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>What the control loop wants of a port.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Feed">For <see cref="PortCommandKind.Feed"/>.</param>
/// <param name="Length">For <see cref="PortCommandKind.Flash"/>.</param>
/// <param name="Digits">For <see cref="PortCommandKind.Pulses"/>.</param>
internal readonly record struct PortCommand(
    PortCommandKind Kind, LineFeed Feed = LineFeed.Forward, TimeSpan Length = default, string? Digits = null);

/// <summary>The commands of ports.</summary>
internal enum PortCommandKind
{
    /// <summary>Close the loop.</summary>
    OffHook,

    /// <summary>Open the loop.</summary>
    OnHook,

    /// <summary>Open the loop for a time.</summary>
    Flash,

    /// <summary>Dial by pulses.</summary>
    Pulses,

    /// <summary>Change the feed.</summary>
    Feed,
}
