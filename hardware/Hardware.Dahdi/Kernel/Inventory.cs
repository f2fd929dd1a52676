using System.Collections.Immutable;

namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>What the drivers show.</summary>
/// <param name="Version">Version of the drivers.</param>
/// <param name="Spans">Spans with a number, in the order of their numbers.</param>
/// <param name="Unassigned">Devices that have spans without a number.</param>
internal sealed record Inventory(string Version, ImmutableArray<SpanInfo> Spans, ImmutableArray<DeviceInfo> Unassigned);

/// <summary>A device: a card, or a box on the USB.</summary>
/// <param name="Name">Its folder in sysfs.</param>
/// <param name="Type">What it is.</param>
/// <param name="Location">Where it is plugged in.</param>
/// <param name="HardwareId">What it says that it is.</param>
/// <param name="Spans">Number of its spans.</param>
internal sealed record DeviceInfo(string Name, string Type, string Location, string HardwareId, int Spans);

/// <summary>A span: the channels that a driver serves together.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Name, such as <c>WCTDM/0</c>.</param>
/// <param name="Description">What the driver says of it.</param>
/// <param name="DeviceType">What the device is.</param>
/// <param name="Location">Where it is plugged in.</param>
/// <param name="HardwareId">What the device says that it is.</param>
/// <param name="Alarms">Alarm bits.</param>
/// <param name="Channels">Its channels in their order.</param>
internal sealed record SpanInfo(
    int Number,
    string Name,
    string Description,
    string DeviceType,
    string Location,
    string HardwareId,
    int Alarms,
    ImmutableArray<ChannelInfo> Channels);

/// <summary>A channel of a span.</summary>
/// <param name="Number">Its number among all channels.</param>
/// <param name="Position">Its number in the span, from 1.</param>
/// <param name="Capabilities">Signalling that it can do, as bits.</param>
/// <param name="Signalling">Signalling that it has; 0 before it is configured.</param>
internal sealed record ChannelInfo(int Number, int Position, int Capabilities, int Signalling)
{
    /// <summary>How it can be a port towards the exchange; null when it cannot.</summary>
    public Signalling? AsFxo => Best(Kernel.Signalling.FxsKewlStart, Kernel.Signalling.FxsLoopStart);

    /// <summary>How it can be a port towards a telephone; null when it cannot.</summary>
    public Signalling? AsFxs => Best(Kernel.Signalling.FxoKewlStart, Kernel.Signalling.FxoLoopStart);

    // Kewlstart knows the battery's loss as hang-up; a few drivers have loop start only.
    private Signalling? Best(Signalling first, Signalling second) => Can(first) ? first : Can(second) ? second : null;

    private bool Can(Signalling signalling) => (Capabilities & (int)signalling) == (int)signalling;
}

/// <summary>
/// Kinds of signalling, with DAHDI's numbers. They are named after the far end: a port towards the exchange is signalled FXS.
/// </summary>
internal enum Signalling
{
    /// <summary>FXS port, loop start.</summary>
    FxoLoopStart = 0x1008,

    /// <summary>FXS port, kewlstart: loop start with current disconnect.</summary>
    FxoKewlStart = 0x1020,

    /// <summary>FXO port, loop start.</summary>
    FxsLoopStart = 0x2001,

    /// <summary>FXO port, kewlstart.</summary>
    FxsKewlStart = 0x2004,
}
