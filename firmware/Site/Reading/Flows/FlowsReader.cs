using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows;

/// <summary>Reads the flows: lists of steps.</summary>
internal static class FlowsReader
{
    private const string Example = "day: [{play: welcome}, {ring: front-desk}, hang-up]";

    /// <summary>Reads <c>flows</c>.</summary>
    public static IReadOnlyList<FlowDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "flows", Example, log).Select(entry => Flow(entry, file.Values, log))];

    private static FlowDraft Flow(YamlEntry entry, YamlValues values, MistakeLog log)
    {
        Section.CheckName(entry.Key, "flow", log);
        if (BranchReader.IsWord(entry.Key.Value))
        {
            log.Error(
                entry.Key.At, $"\"{entry.Key.Value}\" cannot be the name of a flow: it is a word of steps.", "Give the flow another name.");
        }

        if (entry.Value is YamlList list)
        {
            var steps = new StepReading(values, log).List(list, $"Flow {entry.Key.Value}");
            return new FlowDraft(entry.Key, steps) { IsEmpty = list.Items.Count == 0 };
        }

        log.Error(
            entry.Value.At,
            $"Flow {entry.Key.Value} must be a list of steps, not {entry.Value.Kind}.",
            $"Write for example \"{Example}\".");
        return new FlowDraft(entry.Key, null);
    }
}
