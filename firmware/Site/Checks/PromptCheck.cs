using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks that the sound files of the prompts are there.</summary>
internal static class PromptCheck
{
    private const string Extension = ".wav";

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        foreach (var file in draft.Prompts.Select(prompt => prompt.File).OfType<Located<string>>())
        {
            Check(file, context, log);
        }
    }

    private static void Check(Located<string> file, SiteContext context, MistakeLog log)
    {
        if (Path.IsPathRooted(file.Value) || file.Value.Contains('\\', StringComparison.Ordinal) || file.Value.Split('/').Contains(".."))
        {
            log.Error(
                file.At,
                $"\"{file.Value}\" lies outside the folder of the site file.",
                "Put the sound file beside the site file or in a folder under it, and write its path from there (prompts/welcome.wav).");
        }
        else if (!file.Value.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            log.Error(file.At, $"\"{file.Value}\" is no {Extension} file.", "Save the sound as WAV, or let the box speak with \"say:\".");
        }
        else if (!context.FileExists(file.Value))
        {
            log.Error(
                file.At,
                $"The sound file \"{file.Value}\" is not there.",
                "Put it beside the site file, correct its name, or let the box speak with \"say:\".");
        }
    }
}
