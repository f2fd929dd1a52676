using System.Globalization;
using Switchhook.Appliance.Network;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Lines;
using Switchhook.Web.Seams.Care;

namespace Switchhook.Appliance.Hosting.Seams;

/// <summary>Tells the web how the daemon and its ports are.</summary>
internal sealed class WebBoxCare(
    CardSet cards,
    MediaClock clock,
    BoxNetwork? network,
    BoxLog? log,
    TimeProvider time,
    string dataFolder,
    string siteFolder,
    string lastStop,
    Action restart)
    : IBoxCare
{
    public string Version => Box.Version;

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public string LastStop => lastStop;

    public string DataFolder => dataFolder;

    public string SiteFolder => siteFolder;

    public PortMeasures? PortOf(string port)
    {
        IAnalogPort? found = cards.Fxo.GetValueOrDefault(port);
        found ??= cards.Fxs.GetValueOrDefault(port);
        if (found is null)
        {
            return null;
        }

        var (now, readings) = (time.GetElapsedTime(0), found.Readings);
        return new PortMeasures(
            found.Measures,
            readings.Volts,
            readings.Milliamps,
            found.Fault,
            [
                .. found.RecentReadings.Select(sample => new PortSample(
                    Math.Max(0, (int)(now - sample.At).TotalSeconds), sample.Least.Volts, sample.Most.Volts, sample.Last.Milliamps)),
            ]);
    }

    public IReadOnlyList<BoxFigure> Figures()
    {
        var late = clock.Lateness;
        List<BoxFigure> figures =
        [
            new("audio clock", "ticks", Number(late.Ticks)),
            new("audio clock", "late, median", Milliseconds(late.Median)),
            new("audio clock", "late, 99 of 100", Milliseconds(late.P99)),
            new("audio clock", "late, at worst", Milliseconds(late.Max)),
            new("audio clock", "late by a block or more", Number(late.OverOneBlock)),
            new("audio clock", "processor time", $"{clock.CpuTime.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s"),
            new("audio clock", "priority", clock.Priority),
        ];
        if (network?.Counts is { } counts)
        {
            figures.Add(new("SIP", "messages received", Number(counts.Received)));
            figures.Add(new("SIP", "messages sent", Number(counts.Sent)));
            figures.Add(new("SIP", "messages that could not be sent", Number(counts.Failed)));
            figures.Add(new("SIP", "connections", Number(counts.Streams)));
        }

        return figures;
    }

    public void FlushLog() => log?.Flush();

    public void Restart() => restart();

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture)} ms";
}
