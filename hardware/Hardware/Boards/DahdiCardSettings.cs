namespace Switchhook.Hardware.Boards;

/// <summary>Which card behind the DAHDI kernel drivers this is.</summary>
public sealed record DahdiCardSettings : CardSettings
{
    /// <summary>Name of the driver.</summary>
    public const string DriverName = "dahdi";

    /// <summary>Text in the type, name, place or hardware id of the card's spans; null for all spans of the box.</summary>
    public string? Device { get; init; }

    /// <summary>Name of the drivers' echo canceller, such as <c>mg2</c> or <c>hwec</c>; null for none: the firmware has its own.</summary>
    public string? EchoCanceller { get; init; }

    /// <summary>How much louder the wire is made for the box, in dB.</summary>
    public double ReceiveGainDb { get; init; }

    /// <summary>How much louder the box is made for the wire, in dB.</summary>
    public double SendGainDb { get; init; }

    /// <inheritdoc/>
    public override string Driver => DriverName;
}
