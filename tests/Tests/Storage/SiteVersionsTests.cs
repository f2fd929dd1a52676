using Switchhook.Storage;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage;

public sealed class SiteVersionsTests
{
    [Fact]
    public void Versions_are_numbered_kept_whole_and_listed_newest_first()
    {
        using var folder = new TempFolder();
        var time = new ManualTimeProvider();
        using var database = Database.Open(folder.Path, time);
        var versions = new SiteVersions(database, time);
        Assert.Null(versions.Latest());
        var text = "name: Bäckerei\n# 'quoted'\n";
        Assert.Equal(1, versions.Add(text, "Ada", "first")!.Number);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new SiteVersion(2, time.GetUtcNow(), "Bob", "a phone more"), versions.Add(text + "x: 1\n", "Bob", "a phone more"));
        Assert.Equal(2, versions.Add(text + "x: 1\n", "Eve", "the same again")!.Number);
        Assert.Equal([2, 1], versions.List().Select(version => version.Number));
        Assert.Equal(text, versions.Get(1)!.Yaml);
        Assert.Equal("Bob", versions.Latest()!.Version.By);
        Assert.Null(versions.Get(3));
        Assert.Equal("a bell", versions.Add(text, "Eve", "back", "a bell")!.Note);
        Assert.Equal(["a bell", null, null], versions.List().Select(version => version.Note));
        Assert.Equal([2], versions.List(1, before: 3).Select(version => version.Number));
    }
}
