using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Checks;
using Switchhook.Site.Drafts;
using Switchhook.Site.Reading;

namespace Switchhook.Site;

/// <summary>Reads a site file and checks it whole: all mistakes at once, each with its place and its cure.</summary>
/// <remarks>
/// The way of a site file:
/// <code>
/// text ──1──▶ nodes with places ──2──▶ draft: typed values with places ──3──▶ checked as a whole ──4──▶ SiteModel
/// </code>
/// 1. YamlDocument refuses what is no plain YAML. 2. Reading/ takes what has the right type, and notes unknown and missing keys.
/// 3. Checks/ looks at what belongs together. 4. Without an error, the model is built; it is never wrong.
/// </remarks>
public static class SiteReader
{
    /// <summary>Reads a site from its text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="context">What it is checked against.</param>
    public static SiteResult Read(string text, string fileName, SiteContext context)
    {
        var log = new MistakeLog(fileName);

        // :: Steps 1 and 2
        var draft = DraftReader.Read(text, log);
        if (draft is not null)
        {
            // :: Step 3
            SiteChecks.Run(draft, context, log);
        }

        // :: Step 4
        var model = draft is null || log.HasErrors ? null : ModelBuilder.Build(draft);
        return new SiteResult(model, text, log.Sorted(), log.Omitted);
    }

    /// <summary>Reads a site file from disk, with the boards that come with the firmware.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="soundLength">Tells how long a sound file is, by its path; null when nothing can tell.</param>
    /// <returns>A file that cannot be read is a mistake like others.</returns>
    public static SiteResult ReadFile(string path, Func<string, TimeSpan?>? soundLength = null)
    {
        var log = new MistakeLog(path);
        return TextFile.Read(path, log) is { } text
            ? Read(text, path, SiteContext.Of(path, BoardCatalog.Delivered.ReadAll(), soundLength))
            : new SiteResult(null, "", log.Sorted(), log.Omitted);
    }
}
