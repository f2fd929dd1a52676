using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads the agents of a queue: names, and <c>{chen: {after: 30 s}}</c> for one who comes later.</summary>
internal static class QueueAgentsReader
{
    private static readonly YamlKey[] Keys = [YamlKey.Required("after", "30 s")];

    /// <summary>Reads <c>agents</c> of a queue; null without a list.</summary>
    public static IReadOnlyList<QueueAgentDraft>? Read(YamlFields queue, MistakeLog log)
    {
        switch (queue.Node("agents"))
        {
            case null:
                return null;
            case YamlList list:
                if (list.Items.Count > QueueDefaults.MostAgents)
                {
                    log.Error(
                        list.Items[QueueDefaults.MostAgents].At,
                        $"{Sentence(queue)} has more than {QueueDefaults.MostAgents} agents.",
                        "Remove those that are not needed.");
                }

                var agents = list.Items.Take(QueueDefaults.MostAgents)
                    .Select(item => Agent(item, queue, log)).OfType<QueueAgentDraft>().ToList();

                // A list of wrong entries only is not empty as well.
                return agents.Count == 0 && list.Items.Count > 0 ? null : agents;
            case var node:
                log.Error(
                    node.At,
                    $"\"agents\" must be a list, not {node.Kind}.",
                    "Write it in brackets, with commas: \"agents: [ana, bo, {chen: {after: 30 s}}]\".");
                return null;
        }
    }

    private static QueueAgentDraft? Agent(YamlNode node, YamlFields queue, MistakeLog log)
    {
        switch (node)
        {
            case YamlMap { Entries: [var only] }:
                var fields = YamlFields.Open(only.Value, $"agent {only.Key.Value} of {queue.What}", Keys, log);
                return new QueueAgentDraft(
                    only.Key, fields?.Duration("after", QueueDefaults.Shortest, QueueDefaults.LongestHold)?.Value ?? TimeSpan.Zero);
            case YamlMap:
                log.Error(
                    node.At, "An agent of a queue is one name, and there are several here.", "Put each agent into braces of its own.");
                return null;
            default:
                return queue.Values.Text(node, "agents") is { } name ? new QueueAgentDraft(name, TimeSpan.Zero) : null;
        }
    }

    private static string Sentence(YamlFields queue) => char.ToUpperInvariant(queue.What[0]) + queue.What[1..];
}
