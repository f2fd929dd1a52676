namespace Switchhook.Lines.Fxs;

/// <summary>What the site file says of a phone.</summary>
/// <param name="Number">Extension number.</param>
/// <param name="Name">Name for displays.</param>
/// <param name="Place">Where it stands, for emergency calls; null when not told.</param>
/// <param name="CallWaiting">True when a second call beeps instead of being busy.</param>
/// <param name="TimeZone">Zone of the date and time that phones show with a caller's number.</param>
public sealed record FxsOptions(string Number, string Name, string? Place, bool CallWaiting, TimeZoneInfo TimeZone)
{
    /// <summary>True when its dial tone tells of messages.</summary>
    public bool StutterTone { get; init; } = true;

    /// <summary>True when its message lamp is lit by FSK.</summary>
    public bool LampByFsk { get; init; } = true;

    /// <summary>True when its message lamp is lit by a reversed line instead.</summary>
    public bool LampByPolarity { get; init; }
}
