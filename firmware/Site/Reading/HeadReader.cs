using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads what holds for the whole site.</summary>
internal static class HeadReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("name", "Maple Street Clinic"),
        YamlKey.Required("country", "US"),
        YamlKey.Required("time-zone", "America/Chicago"),
        YamlKey.Optional("language"),
        YamlKey.Optional("languages"),
    ];

    /// <summary>Reads <c>site</c>, <c>board</c> and <c>record</c>.</summary>
    public static HeadDraft Read(YamlFields file, MistakeLog log)
    {
        var site = file.Node("site") is { } node ? YamlFields.Open(node, "the site", Keys, log) : null;
        var languages = site is null ? [] : Languages(site, log);
        return new HeadDraft(
            site?.Text("name", longest: 60),
            site?.Text("country"),
            site?.Text("time-zone"),
            file.Text("board"),
            file.Choice<RecordPolicy>("record")?.Value ?? RecordPolicy.None)
        {
            Languages = languages,
        };
    }

    private static IReadOnlyList<Located<string>> Languages(YamlFields site, MistakeLog log)
    {
        if (!site.Has("languages"))
        {
            return site.Text("language") is { } one ? [one] : [];
        }

        var at = site.PlaceOf("languages");
        if (site.Has("language"))
        {
            log.Error(at, "The site has both \"language\" and \"languages\".", "Keep \"languages\", with the most spoken one first.");
        }

        if (site.Texts("languages") is not { } languages)
        {
            return [];
        }

        if (languages.Count is 0 or > SiteDefaults.MostLanguages)
        {
            log.Error(
                at, $"\"languages\" has {languages.Count} entries.", $"Write 1 to {SiteDefaults.MostLanguages}: \"languages: [en, zh]\".");
        }

        foreach (var twice in languages.GroupBy(language => language.Value, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            log.Error(twice.Last().At, $"Language {twice.Key} is there twice.", "Remove it once.");
        }

        return languages;
    }
}
