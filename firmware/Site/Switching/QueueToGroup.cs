using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Switching;

/// <summary>Writes a queue of a site file as a hunt group: the one that was kept as a comment, or one of its agents' phones.</summary>
internal static class QueueToGroup
{
    /// <summary>The new text; null when it cannot be written, and the log says why.</summary>
    public static string? Rewrite(string text, SiteModel site, YamlMap root, string queue, MistakeLog log)
    {
        if (!site.Queues.TryGetValue(queue, out var config))
        {
            log.Error(Place.Start, $"There is no queue \"{queue}\".", $"Name one of: {string.Join(", ", site.Queues.Keys)}.");
            return null;
        }

        var lines = new SiteLines(text);
        SwitchSteps.Rewrite(root, lines, queue, "queue", "ring", log);
        var gone = GoneWith(site, config).Where(agent => IsAsWritten(lines, root, agent)).Select(agent => agent.Name).ToList();
        var removed = new List<(int First, int End)>();
        Take(lines, root, "queues", GroupToQueue.AboutQueues, [queue], removed, log);
        Take(lines, root, "agents", GroupToQueue.AboutAgents, gone, removed, log);
        if (log.HasErrors)
        {
            return null;
        }

        // Line by line and from the end, so that the numbers of those before stay right.
        var numbers = removed.SelectMany(range => Enumerable.Range(range.First, range.End - range.First)).Distinct();
        foreach (var line in numbers.OrderDescending())
        {
            lines.Remove(line, line + 1);
        }

        return PutBack(lines, site, config, log) ? lines.Text : null;
    }

    private static bool PutBack(SiteLines lines, SiteModel site, QueueConfig queue, MistakeLog log)
    {
        var header = lines.FindKept("groups", isSection: true);
        if (header >= 0)
        {
            lines.Restore(header, header + 1);
        }

        var kept = lines.FindKept(queue.Name, isSection: false);
        if (kept >= 0)
        {
            lines.Restore(kept, lines.EndOfKept(kept));
            return true;
        }

        var phones = queue.Agents.Select(agent => site.Agents[agent.Agent].Phone).OfType<string>().ToList();
        if (phones.Count == 0 || phones.Count > phones.Distinct().Count())
        {
            log.Error(
                Place.Start,
                $"The agents of queue \"{queue.Name}\" have no telephones of their own that could be a group.",
                "Give each of them a \"phone\" first.");
            return false;
        }

        Write(lines, site, queue, phones);
        return true;
    }

    private static void Write(SiteLines lines, SiteModel site, QueueConfig queue, List<string> phones)
    {
        var entry = $"{queue.Name}: {{phones: [{string.Join(", ", phones)}], strategy: {StrategyOf(queue.Strategy)}, "
            + $"ring: {Durations.InWords(queue.RingTime)}}}";
        var header = HeaderOf(lines, "groups");
        if (header >= 0)
        {
            var other = site.Groups.IsEmpty ? null : Enumerable.Range(header + 1, lines.Count - header - 1).Select(line => lines[line])
                .First(line => line.TrimStart(' ') is { Length: > 0 } text && text[0] != '#');
            var indent = other is null ? 2 : other.Length - other.TrimStart(' ').Length;
            lines.Insert(lines.EndOf(header), [new string(' ', indent) + entry]);
        }
        else
        {
            lines.Insert(lines.EndOf(HeaderOf(lines, "phones")), ["", "groups:", $"  {entry}"]);
        }
    }

    private static int HeaderOf(SiteLines lines, string section) =>
        Enumerable.Range(0, lines.Count).FirstOrDefault(line => lines[line].StartsWith($"{section}:", StringComparison.Ordinal), -1);

    private static string StrategyOf(QueueStrategy strategy) => KebabCase.Of(strategy switch
    {
        QueueStrategy.RingAll => HuntStrategy.RingAll,
        QueueStrategy.InOrder => HuntStrategy.InOrder,
        QueueStrategy.RoundRobin => HuntStrategy.RoundRobin,
        _ => HuntStrategy.LongestIdle,
    });

    // Nobody needs them any more; one whom the writer has changed stays, with a warning when nothing uses it.
    private static List<AgentConfig> GoneWith(SiteModel site, QueueConfig queue)
    {
        var others = site.Queues.Values.Where(other => other.Name != queue.Name)
            .SelectMany(other => other.Agents).Select(agent => agent.Agent).ToHashSet(StringComparer.Ordinal);
        return [.. queue.Agents.Where(agent => !others.Contains(agent.Agent)).Select(agent => site.Agents[agent.Agent])];
    }

    private static bool IsAsWritten(SiteLines lines, YamlMap root, AgentConfig agent)
    {
        var entry = ((YamlMap)root.Find("agents")!).Entries.First(one => one.Key.Value == agent.Name);
        return agent.Phone is not null && lines[entry.Key.At.Line - 1].Trim(' ') == GroupToQueue.LineOf(agent);
    }

    private static void Take(
        SiteLines lines, YamlMap root, string name, string about, List<string> gone, List<(int First, int End)> removed, MistakeLog log)
    {
        var section = root.Entries.First(entry => entry.Key.Value == name);
        var entries = ((YamlMap)section.Value).Entries;
        if (gone.Count == 0)
        {
            return;
        }

        GroupToQueue.CheckOwnLines(lines, section, name, log);
        var header = section.Key.At.Line - 1;
        if (gone.Count == entries.Count)
        {
            var first = header > 0 && lines[header - 1] == about ? header - 1 : header;
            removed.Add((first > 0 && lines[first - 1].Length == 0 ? first - 1 : first, lines.EndOf(header)));
            return;
        }

        removed.AddRange(entries.Where(entry => gone.Contains(entry.Key.Value))
            .Select(entry => (entry.Key.At.Line - 1, lines.EndOf(entry.Key.At.Line - 1))));
    }
}
