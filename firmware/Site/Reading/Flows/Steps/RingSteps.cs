using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Queues;
using Switchhook.Site.Reading.Queues;

namespace Switchhook.Site.Reading.Flows.Steps;

/// <summary>Reads the steps that find someone for the caller: a queue, a phone, a number outside.</summary>
internal static class RingSteps
{
    private static readonly YamlKey[] QueueKeys =
    [
        YamlKey.Required("name", "appointments"),
        YamlKey.Optional("head-start"),
        YamlKey.Optional("skills"),
        YamlKey.Optional("agent"),
        YamlKey.Optional("for"),
    ];

    private static readonly YamlKey[] PhoneKeys = [YamlKey.Required("number", "101"), YamlKey.Optional("ring")];

    private static readonly YamlKey[] OutsideKeys =
        [YamlKey.Required("number", "\"+1 312 555 0177\""), YamlKey.Required("over", "outside"), YamlKey.Optional("ring")];

    /// <summary>Reads <c>queue</c>.</summary>
    public static StepDraft? Queue(YamlEntry entry, StepReading reading)
    {
        var at = entry.Key.At;
        if (entry.Value is not YamlMap)
        {
            return new QueueStepDraft(at, reading.Values.Text(entry.Value, entry.Key.Value), QueueStepSettings.Plain);
        }

        if (YamlFields.Open(entry.Value, "the step queue", QueueKeys, reading.Log) is not { } fields)
        {
            return new QueueStepDraft(at, null, QueueStepSettings.Plain);
        }

        return new QueueStepDraft(
            at,
            fields.Text("name"),
            new QueueStepSettings(
                fields.Duration("head-start", TimeSpan.Zero, QueueDefaults.LongestHeadStart)?.Value ?? TimeSpan.Zero,
                SkillsReader.Names(fields, reading.Log),
                fields.Text("agent"),
                fields.Duration("for", QueueDefaults.Shortest, QueueDefaults.LongestHold)));
    }

    /// <summary>Reads <c>phone</c>.</summary>
    public static StepDraft? Phone(YamlEntry entry, StepReading reading)
    {
        if (entry.Value is not YamlMap)
        {
            return new PhoneStepDraft(entry.Key.At, reading.Values.Text(entry.Value, entry.Key.Value), SiteDefaults.Ring);
        }

        return YamlFields.Open(entry.Value, "the step phone", PhoneKeys, reading.Log) is { } fields
            ? new PhoneStepDraft(entry.Key.At, fields.Text("number"), RingTime(fields))
            : null;
    }

    /// <summary>Reads <c>outside</c>.</summary>
    public static StepDraft? Outside(YamlEntry entry, StepReading reading) =>
        YamlFields.Open(entry.Value, "the step outside", OutsideKeys, reading.Log) is { } fields
            ? new OutsideStepDraft(entry.Key.At, fields.Text("number"), fields.Text("over"), RingTime(fields))
            : null;

    private static TimeSpan RingTime(YamlFields fields) =>
        fields.Duration("ring", SiteDefaults.ShortestRing, SiteDefaults.LongestRing)?.Value ?? SiteDefaults.Ring;
}
