namespace Switchhook.Web.Seams.Care;

/// <summary>What the daemon tells of itself to those who look after it. Any thread; returns at once.</summary>
public interface IBoxCare
{
    /// <summary>Version of the firmware.</summary>
    string Version { get; }

    /// <summary>When the daemon started, UTC.</summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>How it had stopped before, as a sentence.</summary>
    string LastStop { get; }

    /// <summary>Where it keeps everything.</summary>
    string DataFolder { get; }

    /// <summary>The folder in which the paths of the site file begin.</summary>
    string SiteFolder { get; }

    /// <summary>What a port of the board measures; null when there is no such port.</summary>
    /// <param name="port">Its name, such as <c>fxo1</c>.</param>
    PortMeasures? PortOf(string port);

    /// <summary>Figures of its parts: the audio clock, SIP.</summary>
    IReadOnlyList<BoxFigure> Figures();

    /// <summary>Waits a moment until the lines of the log that were said before are on disk.</summary>
    void FlushLog();

    /// <summary>Asks the daemon to stop and start again. Calls in progress end.</summary>
    void Restart();
}

/// <summary>A figure of a part of the box.</summary>
/// <param name="Part">The part.</param>
/// <param name="Name">What is counted or measured.</param>
/// <param name="Value">The figure with its unit.</param>
public sealed record BoxFigure(string Part, string Name, string Value);

/// <summary>What a port measures.</summary>
/// <param name="Measures">False where the figures are only what is typical of the line's state.</param>
/// <param name="Volts">Between tip and ring; the sign is the polarity.</param>
/// <param name="Milliamps">Loop current.</param>
/// <param name="Fault">What keeps it from working; null while it works.</param>
/// <param name="Recent">The last minutes, oldest first; empty for a card that keeps no history.</param>
public sealed record PortMeasures(bool Measures, double Volts, double Milliamps, string? Fault, IReadOnlyList<PortSample> Recent);

/// <summary>What a port measured in a second.</summary>
/// <param name="SecondsAgo">When that was.</param>
/// <param name="LeastVolts">Lowest voltage.</param>
/// <param name="MostVolts">Highest voltage.</param>
/// <param name="Milliamps">The last current of the second.</param>
public sealed record PortSample(int SecondsAgo, double LeastVolts, double MostVolts, double Milliamps);
