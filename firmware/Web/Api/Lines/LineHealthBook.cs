using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.Lines;
using Switchhook.Web.Api.Models;

namespace Switchhook.Web.Api.Lines;

/// <summary>The health of all lines. What is counted from the calls of a month is kept for some seconds, however many look.</summary>
internal sealed class LineHealthBook(WebBackend backend)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(15);

    private readonly LineHealthReader _reader = new(backend.Database);
    private readonly Lock _gate = new();
    private (DateTimeOffset At, IReadOnlyDictionary<string, LineHealth> Health)? _kept;

    /// <summary>All lines and trunks of the site, as they are now.</summary>
    public IReadOnlyList<LineHealthModel> All()
    {
        var now = backend.Time.GetUtcNow();
        var lines = LineModel.AllOf(backend.Site.Model, backend.Live.Current);
        var health = Health(now, [.. lines.Select(line => line.Name)]);
        return
        [
            .. lines.Select(line => LineHealthModel.Of(
                line,
                health.GetValueOrDefault(line.Name) ?? LineHealth.None(line.Name),
                line.Port is { } port ? backend.Care?.PortOf(port) : null,
                now)),
        ];
    }

    /// <summary>One of them; null when there is none of that name.</summary>
    public LineHealthModel? One(string name) => All().FirstOrDefault(line => line.Name == name);

    private IReadOnlyDictionary<string, LineHealth> Health(DateTimeOffset now, IReadOnlyCollection<string> names)
    {
        lock (_gate)
        {
            if (_kept is { } kept && now - kept.At < Holds && kept.At <= now && names.All(kept.Health.ContainsKey))
            {
                return kept.Health;
            }

            var calendar = new SiteCalendar(backend.Site.Model.TimeZone);
            var read = _reader.Read(names, now, calendar.StartOf(calendar.DayOf(now)));
            IReadOnlyDictionary<string, LineHealth> health = read.ToDictionary(one => one.Name, StringComparer.Ordinal);
            _kept = (now, health);
            return health;
        }
    }
}
