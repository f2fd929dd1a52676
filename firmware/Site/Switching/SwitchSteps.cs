using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Switching;

/// <summary>Changes the steps that lead to a group or queue.</summary>
internal static class SwitchSteps
{
    /// <summary>Writes another word for each step that leads there.</summary>
    /// <param name="root">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="target">The group or queue.</param>
    /// <param name="old">The step's word.</param>
    /// <param name="current">The word for it from now on.</param>
    /// <param name="log">Takes the steps that cannot be changed.</param>
    public static void Rewrite(YamlMap root, SiteLines lines, string target, string old, string current, MistakeLog log)
    {
        var flows = root.Find("flows") as YamlMap;
        var steps = flows?.Entries.Select(flow => flow.Value).OfType<YamlList>().SelectMany(flow => flow.Items).OfType<YamlMap>()
            .SelectMany(step => step.Entries).Where(step => step.Key.Value == old).ToList() ?? [];

        // From the back, so that the places before stay right where several steps share a line.
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var step = steps[i];
            if (step.Value is YamlMap more && (more.Find("name") as YamlText)?.Text == target)
            {
                log.Error(
                    step.Key.At,
                    "The step says more than where callers go, which a group cannot do.",
                    $"Write only \"{old}: {target}\" first.");
            }
            else if (step.Value is YamlText { Text: var name } && name == target && !lines.Replace(step.Key.At, old, current))
            {
                log.Error(step.Key.At, "The step is not written plainly.", $"Write \"{old}: {target}\" without quotes.");
            }
        }
    }
}
