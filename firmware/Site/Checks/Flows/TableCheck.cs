using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Flows;

/// <summary>Checks that the files of the tables are there.</summary>
internal static class TableCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        foreach (var file in draft.Tables.Select(table => table.File).OfType<Located<string>>())
        {
            if (FilePlace.IsOutside(file.Value))
            {
                log.Error(
                    file.At,
                    $"\"{file.Value}\" lies outside the folder of the site file.",
                    "Put the file beside the site file or in a folder under it, and write its path from there (tables/customers.csv).");
            }
            else if (!context.FileExists(file.Value))
            {
                log.Error(file.At, $"The file \"{file.Value}\" is not there.", "Put it beside the site file, or correct its name.");
            }
        }
    }
}
