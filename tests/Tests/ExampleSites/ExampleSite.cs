using Switchhook.Appliance.LookUps;
using Switchhook.Flows.LookUps;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Testing;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.ExampleSites;

/// <summary>The site files that come with the firmware as examples.</summary>
internal static class ExampleSite
{
    public const string Clinic = "clinic";
    public const string TicketOffice = "ticket-office";
    public const string TeleShop = "tele-shop";
    public const string TownHall = "town-hall";

    public static string PathOf(string name) => $"sites/examples/{name}/site.yaml";

    /// <summary>Reads one as <c>check</c> does, on the day of the clock of tests.</summary>
    public static SiteResult Read(string name)
    {
        var context = SiteContext.Of(RepositoryFiles.OnDisk(PathOf(name))) with { Time = new ManualTimeProvider() };
        return SiteReader.Read(RepositoryFiles.Get(PathOf(name)).Text, PathOf(name), context);
    }

    public static SiteModel Model(string name)
    {
        var result = Read(name);
        Assert.True(result.Model is not null, string.Join('\n', result.Mistakes));
        return result.Model!;
    }

    /// <summary>Reads the tables of one as the box does, but at once: in tests no thread beside the loop may take its time.</summary>
    public static ILookUps Tables(string name) => new CsvLookUps(Path.GetDirectoryName(RepositoryFiles.OnDisk(PathOf(name)))!);

    private sealed class CsvLookUps(string folder) : ILookUps
    {
        public Task<LookUpAnswer> FindAsync(TableConfig table, string key, bool isCaller, CancellationToken cancel)
        {
            var csv = Assert.IsType<TableSource.Csv>(table.Source);
            var row = CsvTable.Find(Path.Combine(folder, csv.Path), new RowQuery(csv.Key, key, isCaller), cancel);
            return Task.FromResult<LookUpAnswer>(row is null
                ? new LookUpAnswer.Missing()
                : new LookUpAnswer.Found(row
                    .Where(one => table.Values.Contains(one.Key) && one.Value.Length > 0)
                    .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal)));
        }
    }
}
