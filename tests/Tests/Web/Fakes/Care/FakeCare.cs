using Switchhook.Web.Seams.Care;

namespace Switchhook.Tests.Web.Fakes.Care;

/// <summary>A daemon that tells of itself what the test says.</summary>
internal sealed class FakeCare(string dataFolder) : IBoxCare
{
    public string Version => "0.1.0+test";

    /// <summary>A restart that has happened moves it.</summary>
    public DateTimeOffset StartedAt { get; set; } = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    public string LastStop => "The box had stopped in good order.";

    public string DataFolder => dataFolder;

    public string SiteFolder => dataFolder;

    /// <summary>What ports measure.</summary>
    public Dictionary<string, PortMeasures> Ports { get; } = new(StringComparer.Ordinal);

    /// <summary>How often it was to start anew.</summary>
    public int Restarts { get; private set; }

    /// <summary>What is done when the log is to be written.</summary>
    public Action OnFlush { get; set; } = () => { };

    public PortMeasures? PortOf(string port) => Ports.GetValueOrDefault(port);

    public IReadOnlyList<BoxFigure> Figures() => [new BoxFigure("audio clock", "ticks", "42")];

    public void FlushLog() => OnFlush();

    public void Restart() => Restarts++;
}
