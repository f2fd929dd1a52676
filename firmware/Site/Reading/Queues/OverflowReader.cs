using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads when callers leave a queue unanswered.</summary>
internal static class OverflowReader
{
    private const string Example = "- {after: 5 min, to: sorry}";

    private static readonly string[] Conditions = ["after", "waiting", "forecast", "no-agents", "closed"];

    private static readonly YamlKey[] Keys = [.. Conditions.Select(YamlKey.Optional), YamlKey.Optional("message"), YamlKey.Optional("to")];

    /// <summary>Reads <c>overflow</c> of a queue; empty without it.</summary>
    public static IReadOnlyList<OverflowDraft> Read(YamlFields queue, MistakeLog log)
    {
        switch (queue.Node("overflow"))
        {
            case null:
                return [];
            case YamlList list:
                if (list.Items.Count > QueueDefaults.MostOverflow)
                {
                    log.Error(
                        list.Items[QueueDefaults.MostOverflow].At,
                        $"\"overflow\" has more than {QueueDefaults.MostOverflow} rules.",
                        "Remove those that are not needed.");
                }

                return [.. list.Items.Take(QueueDefaults.MostOverflow).Select(item => Rule(item, log))];
            case var node:
                log.Error(
                    node.At, $"\"overflow\" must be a list of rules, not {node.Kind}.", $"Write each rule after a hyphen: \"{Example}\".");
                return [Wrong(node)];
        }
    }

    private static OverflowDraft Rule(YamlNode item, MistakeLog log)
    {
        if (YamlFields.Open(item, "an overflow rule", Keys, log) is not { } fields)
        {
            return Wrong(item);
        }

        var to = fields.Text("to");
        var given = Conditions.Where(fields.Has).ToList();
        switch (given)
        {
            case [var only]:
                var rule = Rule(only, fields, to?.Value, log);
                return new OverflowDraft(item.At, WithMessage(rule, fields, log), to, LetsOn: !fields.Has("to"));
            case [_, var second, ..]:
                log.Error(
                    fields.PlaceOf(second),
                    $"An overflow rule has one condition, and this one has {given.Count}.",
                    "Begin a new rule with a hyphen in its own line; the first that holds counts.");
                break;
            default:
                NoteNone(fields, log);
                break;
        }

        return Wrong(item);
    }

    // What is not understood is not held against the steps after the queue.
    private static OverflowDraft Wrong(YamlNode node) => new(node.At, null, null, LetsOn: true);

    private static OverflowRule? Rule(string condition, YamlFields fields, string? to, MistakeLog log) => condition switch
    {
        "after" => Time(fields, condition) is { } time ? new OverflowRule.After(time, to) : null,
        "waiting" => fields.Number(condition, 1, QueueDefaults.MostWaiting) is { } callers
            ? new OverflowRule.Waiting(callers.Value, to)
            : null,
        "forecast" => Time(fields, condition) is { } wait ? new OverflowRule.Forecast(wait, to) : null,
        "no-agents" => IsSet(fields, condition, log) ? new OverflowRule.NoAgents(to) : null,
        _ => IsSet(fields, condition, log) ? new OverflowRule.Closed(to) : null,
    };

    // Who leaves none goes on with the step after the queue: a flow that must be gone through is no place for a message.
    private static OverflowRule? WithMessage(OverflowRule? rule, YamlFields fields, MistakeLog log)
    {
        if (!fields.Has("message") || !IsSet(fields, "message", log))
        {
            return rule;
        }

        if (fields.Has("to"))
        {
            log.Error(
                fields.PlaceOf("to"),
                "An overflow rule leads to a message or to a flow, not to both.",
                "Remove one of them: who leaves no message goes on with the step after the queue.");
        }

        return rule is null ? null : rule with { TakesMessage = true };
    }

    private static TimeSpan? Time(YamlFields fields, string condition) =>
        fields.Duration(condition, QueueDefaults.Shortest, QueueDefaults.LongestWait)?.Value;

    private static bool IsSet(YamlFields fields, string condition, MistakeLog log)
    {
        if (fields.Flag(condition) is not { } flag)
        {
            return false;
        }

        if (!flag.Value)
        {
            log.Error(flag.At, $"A rule with \"{condition}: no\" says nothing.", $"Write \"{condition}: yes\", or remove the rule.");
        }

        return flag.Value;
    }

    private static void NoteNone(YamlFields fields, MistakeLog log)
    {
        if (!fields.HasUnknown)
        {
            log.Error(
                fields.At, "The overflow rule does not say when it holds.", $"Add one of: {string.Join(", ", Conditions)}: \"{Example}\".");
        }
    }
}
