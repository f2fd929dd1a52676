using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Switching;

/// <summary>Writes a hunt group of a site file as a queue.</summary>
internal static partial class GroupToQueue
{
    /// <summary>What stands above the agents that are written.</summary>
    public const string AboutAgents = "# Who answers callers of queues. Each logs in at a telephone: *41 and the code.";

    /// <summary>What stands above the queues that are written.</summary>
    public const string AboutQueues = "# Where callers wait until an agent is free.";

    /// <summary>The new text; null when it cannot be written, and the log says why.</summary>
    public static string? Rewrite(string text, SiteModel site, YamlMap root, string group, MistakeLog log)
    {
        if (!site.Groups.ContainsKey(group))
        {
            log.Error(Place.Start, $"There is no group \"{group}\".", $"Name one of: {string.Join(", ", site.Groups.Keys)}.");
            return null;
        }

        var lines = new SiteLines(text);
        var section = root.Entries.First(entry => entry.Key.Value == "groups");
        var entries = ((YamlMap)section.Value).Entries;
        var entry = entries.First(one => one.Key.Value == group);
        CheckOwnLines(lines, section, "groups", log);
        SwitchSteps.Rewrite(root, lines, group, "ring", "queue", log);
        var (queue, agents) = QueueFromGroup.Of(site, group);
        var added = agents.Where(agent => !site.Agents.ContainsKey(agent.Name)).ToList();
        var places = new SortedDictionary<int, List<string>>();
        var after = lines.EndOf(section.Key.At.Line - 1);
        if (added.Count > 0)
        {
            Add(lines, root, "agents", AboutAgents, after, indent => added.Select(agent => indent + LineOf(agent)), places, log);
        }

        Add(lines, root, "queues", AboutQueues, after, indent => LinesOf(queue, indent), places, log);
        if (log.HasErrors)
        {
            return null;
        }

        // From the end, so that the numbers of the lines before stay right. The group's own lines are before all that is added after it.
        var first = entry.Key.At.Line - 1;
        var end = lines.EndOf(first);
        lines.Keep(first, end);
        if (entries.Count == 1)
        {
            lines.Keep(section.Key.At.Line - 1, section.Key.At.Line);
        }

        foreach (var (line, more) in places.Reverse())
        {
            lines.Insert(line, more);
        }

        return lines.Text;
    }

    /// <summary>The line of an agent, without its indent.</summary>
    public static string LineOf(AgentConfig agent) =>
        $"{agent.Name}: {{name: {Quoted(agent.DisplayName)}, code: {agent.Code}, phone: {agent.Phone}}}";

    /// <summary>Notes a section whose entries share lines, so that one cannot be taken out.</summary>
    public static void CheckOwnLines(SiteLines lines, YamlEntry section, string name, MistakeLog log)
    {
        if (((YamlMap)section.Value).Entries.FirstOrDefault(entry => !lines.HasOwnLines(entry.Key.At)) is { } shared)
        {
            log.Error(
                shared.Key.At,
                $"The entries of \"{name}\" share a line.",
                $"Write each on lines of its own, below \"{name}:\" and indented.");
        }
    }

    private static void Add(
        SiteLines lines,
        YamlMap root,
        string name,
        string about,
        int after,
        Func<string, IEnumerable<string>> entries,
        SortedDictionary<int, List<string>> places,
        MistakeLog log)
    {
        var section = root.Entries.FirstOrDefault(entry => entry.Key.Value == name);
        if (section is null)
        {
            Place(after, ["", about, $"{name}:", .. entries("  ")]);
            return;
        }

        CheckOwnLines(lines, section, name, log);
        var indent = new string(' ', ((YamlMap)section.Value).Entries[0].Key.At.Column - 1);
        Place(lines.EndOf(section.Key.At.Line - 1), entries(indent));

        void Place(int line, IEnumerable<string> more)
        {
            places.TryAdd(line, []);
            places[line].AddRange(more);
        }
    }

    private static IEnumerable<string> LinesOf(QueueConfig queue, string indent)
    {
        yield return $"{indent}{queue.Name}:";
        yield return $"{indent}  agents: [{string.Join(", ", queue.Agents.Select(agent => agent.Agent))}]";
        yield return $"{indent}  strategy: {KebabCase.Of(queue.Strategy)}";
        yield return $"{indent}  ring: {Durations.InWords(queue.RingTime)}";
        yield return $"{indent}  missed: {queue.Missed}                    # who lets it ring is rung again, as in the group";
        yield return $"{indent}  overflow:                    # callers then go on with the next step of the flow";
        foreach (var rule in queue.Overflow)
        {
            yield return rule is OverflowRule.After after
                ? $"{indent}    - {{after: {Durations.InWords(after.Time)}}}"
                : $"{indent}    - {{no-agents: yes}}";
        }
    }

    private static string Quoted(string name) => Plain().IsMatch(name)
        ? name
        : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
