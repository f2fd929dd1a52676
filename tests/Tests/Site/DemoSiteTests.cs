using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Site;

public sealed class DemoSiteTests
{
    private const string Path = "sites/demo/site.yaml";

    [Fact]
    public void The_demo_site_has_no_mistakes_on_the_boards_that_come_with_the_firmware()
    {
        var context = new SiteContext(BoardCatalog.Delivered.ReadAll(), _ => false);
        var result = SiteReader.Read(RepositoryFiles.Get(Path).Text, Path, context);
        Assert.Empty(result.Mistakes);
        Assert.Equal(
            "Maple Street Clinic (US): 4 lines, 4 phones, 1 hunt group, 2 flows, 3 prompts and 1 rule for calls out. "
                + "All calls are recorded.",
            SiteSummary.Of(result.Model!));
    }
}
