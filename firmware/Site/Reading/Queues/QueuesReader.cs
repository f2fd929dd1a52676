using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads the queues.</summary>
internal static class QueuesReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("agents", "[ana, bo]"),
        YamlKey.Optional("hours"),
        YamlKey.Optional("strategy"),
        YamlKey.Optional("skills"),
        YamlKey.Optional("widen"),
        YamlKey.Optional("weight"),
        YamlKey.Optional("service-level"),
        YamlKey.Optional("short-abandon"),
        YamlKey.Optional("ring"),
        YamlKey.Optional("wrap-up"),
        YamlKey.Optional("missed"),
        YamlKey.Optional("last-agent"),
        YamlKey.Optional("most-waiting"),
        YamlKey.Optional("whisper"),
        YamlKey.Optional("music"),
        YamlKey.Optional("keys"),
        YamlKey.Optional("callback"),
        YamlKey.Optional("message"),
        YamlKey.Optional("survey"),
        YamlKey.Optional("overflow"),
        YamlKey.Optional("dispositions"),
        YamlKey.Optional("alarms"),
    ];

    private static readonly YamlKey[] AlarmKeys =
    [
        YamlKey.Optional("longest-wait"),
        YamlKey.Optional("waiting"),
        YamlKey.Optional("service-level"),
        YamlKey.Optional("agents"),
    ];

    /// <summary>Reads <c>queues</c>.</summary>
    public static IReadOnlyList<QueueDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "queues", "appointments: {agents: [ana, bo]}", log).Select(entry => Queue(entry, log))];

    private static QueueDraft Queue(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "queue", log);
        if (YamlFields.Open(entry.Value, $"queue {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new QueueDraft(entry.Key, null, new QueueConfig(entry.Key.Value, [])) { IsUnclear = true };
        }

        var alarms = fields.Node("alarms") is { } node ? YamlFields.Open(node, $"alarms of {fields.What}", AlarmKeys, log) : null;
        var settings = Settings(entry.Key.Value, fields, alarms, log);
        return new QueueDraft(entry.Key, QueueAgentsReader.Read(fields, log), settings)
        {
            IsUnclear = fields.HasUnknown || (fields.Has("most-waiting") && settings.MostWaiting is null),
            Hours = fields.Text("hours"),
            Skills = SkillsReader.Names(fields, log),
            Widen = fields.Duration("widen", QueueDefaults.Shortest, QueueDefaults.LongestHold),
            Music = WaitingReader.Music(fields, log),
            Keys = WaitingReader.Keys(fields, log),
            Callback = WaitingReader.Callback(fields, log),
            MessageAt = fields.Node("message")?.At,
            Survey = fields.Text("survey"),
            Overflow = OverflowReader.Read(fields, log),
            Dispositions = CodesReader.Read(fields, "dispositions", CodeKind.Disposition, log),
            AlarmAgents = alarms?.Number("agents", 1, QueueDefaults.MostAgents),
        };
    }

    private static QueueConfig Settings(string name, YamlFields fields, YamlFields? alarms, MistakeLog log) => new(name, [])
    {
        Strategy = fields.Choice<QueueStrategy>("strategy")?.Value ?? QueueDefaults.Strategy,
        Weight = fields.Number("weight", 1, QueueDefaults.MostWeight)?.Value ?? QueueDefaults.Weight,
        ServiceLevel = PercentReader.ServiceLevel(fields, "service-level", log) ?? QueueDefaults.ServiceLevel,
        ShortAbandon = fields.Duration("short-abandon", TimeSpan.Zero, QueueDefaults.LongestShortAbandon)?.Value
            ?? QueueDefaults.ShortAbandon,
        RingTime = fields.Duration("ring", SiteDefaults.ShortestRing, SiteDefaults.LongestRing)?.Value ?? SiteDefaults.Ring,
        WrapUp = fields.Duration("wrap-up", TimeSpan.Zero, QueueDefaults.LongestWrapUp)?.Value ?? QueueDefaults.WrapUp,
        Missed = fields.Number("missed", 0, QueueDefaults.MostMissed)?.Value ?? QueueDefaults.Missed,
        LastAgent = fields.Duration("last-agent", QueueDefaults.Shortest, QueueDefaults.LongestHold)?.Value,
        MostWaiting = fields.Number("most-waiting", 1, QueueDefaults.MostWaiting)?.Value,
        Whispers = fields.Flag("whisper")?.Value ?? false,
        Message = WaitingReader.Message(fields, log),
        Alarms = new QueueAlarms(
            alarms?.Duration("longest-wait", QueueDefaults.Shortest, QueueDefaults.LongestWait)?.Value,
            alarms?.Number("waiting", 1, QueueDefaults.MostWaiting)?.Value,
            alarms is null ? null : PercentReader.Share(alarms, "service-level", log),
            Agents: null),
    };
}
