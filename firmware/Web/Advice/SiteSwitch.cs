using Switchhook.Hardware.Yaml;
using Switchhook.Site.Diff;
using Switchhook.Site.Switching;
using Switchhook.Storage;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Advice;

/// <summary>Writes the site file in force with a hunt group as a queue, or a queue as a hunt group; applying it is another step.</summary>
internal sealed class SiteSwitch(WebBackend backend, Stores stores)
{
    /// <summary>The change.</summary>
    /// <returns>Null when no version of the site file is kept.</returns>
    public SwitchDraft? Draft(SwitchWay way, string name)
    {
        if (stores.Versions.Latest() is not { } current)
        {
            return null;
        }

        var result = backend.Site.Switch(current.Yaml, way, name);
        return new SwitchDraft(
            current.Version, result.Text, result.Text is null ? [] : TextDiff.Between(current.Yaml, result.Text), result.Mistakes);
    }
}

/// <summary>A switch that is not in force yet.</summary>
/// <param name="Base">The version that it changes.</param>
/// <param name="Text">The new file; null when it cannot be written.</param>
/// <param name="Diff">The lines that change.</param>
/// <param name="Mistakes">Why it cannot be written; or warnings of the new file.</param>
internal sealed record SwitchDraft(SiteVersion Base, string? Text, IReadOnlyList<DiffLine> Diff, IReadOnlyList<Mistake> Mistakes);
