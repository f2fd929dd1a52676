using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Site.Flows;

namespace Switchhook.Storage.Backup;

/// <summary>The files that a site names by their paths: sounds, music, tables, certificates of SIP.</summary>
internal static class SiteFiles
{
    /// <summary>Their paths as the site writes them, each once.</summary>
    /// <param name="yaml">The whole text of the site.</param>
    /// <returns>Null when this version of the firmware cannot read the site.</returns>
    public static IReadOnlyList<string>? Of(string yaml)
    {
        // Whether they are there is looked at when they are taken.
        var context = new SiteContext(BoardCatalog.Delivered.ReadAll(), _ => true);
        return SiteReader.Read(yaml, "site.yaml", context).Model is { } site
            ? [.. All(site).OfType<string>().Distinct(StringComparer.Ordinal)]
            : null;
    }

    private static IEnumerable<string?> All(SiteModel site) =>
    [
        .. site.Prompts.Values.SelectMany(prompt => prompt.Others.Select(other => other.File).Prepend(prompt.File)),
        .. site.Music.Values.SelectMany(music => music.Pieces.Select(piece => piece.File)),
        .. site.Tables.Values.Select(table => PathOf(table.Source)),
        site.Sip.Tls?.Certificate,
        site.Sip.Tls?.Key,
    ];

    private static string? PathOf(TableSource source) => source switch
    {
        TableSource.Csv csv => csv.Path,
        TableSource.Sqlite sqlite => sqlite.Path,
        _ => null,
    };
}
