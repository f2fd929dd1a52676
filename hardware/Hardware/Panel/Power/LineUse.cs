using System.Globalization;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Panel.Power;

/// <summary>What can be told of a line by measuring it from beside, without taking it.</summary>
public enum LineUse
{
    /// <summary>The port cannot measure.</summary>
    Unknown,

    /// <summary>No voltage: a dead line, or a port that is not wired beside the relay.</summary>
    NoVoltage,

    /// <summary>A phone has taken it.</summary>
    InUse,

    /// <summary>The exchange rings.</summary>
    Ringing,

    /// <summary>Nobody uses it.</summary>
    Idle,
}

/// <summary>Tells the use of a line from its voltage.</summary>
public static class LineUses
{
    /// <summary>
    /// Least voltage of a line that nobody uses. Exchanges feed 38 V and more (ETSI ES 201 970), mostly 48 V; a phone that has taken the
    /// line leaves 5 to 20 V.
    /// </summary>
    public const double LeastIdleVolts = 36;

    /// <summary>A smaller voltage is none: wires pick up as much.</summary>
    public const double LeastVolts = 3;

    /// <summary>The use of a line.</summary>
    /// <param name="readings">What its port measures.</param>
    /// <param name="isRinging">True while ring voltage is on it.</param>
    /// <param name="fault">What keeps the port from measuring; null when nothing does.</param>
    public static LineUse Of(LineReadings readings, bool isRinging, string? fault) =>
        fault is not null ? LineUse.Unknown
        : isRinging ? LineUse.Ringing
        : Math.Abs(readings.Volts) switch
        {
            >= LeastIdleVolts => LineUse.Idle,
            >= LeastVolts => LineUse.InUse,
            _ => LineUse.NoVoltage,
        };

    /// <summary>The use in words, to go on after the name of the line.</summary>
    public static string InWords(this LineUse use, LineReadings readings) => use switch
    {
        LineUse.Unknown => "cannot be measured",
        LineUse.NoVoltage => "has no voltage; check its plug, and that the port is wired beside the relay and not behind it",
        LineUse.InUse => string.Create(CultureInfo.InvariantCulture, $"is in use ({Math.Abs(readings.Volts):0} V)"),
        LineUse.Ringing => "rings",
        LineUse.Idle => "is idle",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "Unknown use."),
    };
}
