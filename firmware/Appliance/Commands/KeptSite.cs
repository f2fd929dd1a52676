using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Storage;

namespace Switchhook.Appliance.Commands;

/// <summary>The site of a data folder, for commands beside the box.</summary>
internal static class KeptSite
{
    /// <summary>The version that was in force last; null on a box that was never started.</summary>
    public static SiteModel? InForce(Database database) =>
        new SiteVersions(database, TimeProvider.System).Latest() is { } latest
            ? SiteReader.Read(latest.Yaml, "site.yaml", new SiteContext(BoardCatalog.Delivered.ReadAll(), _ => true)).Model
            : null;
}
