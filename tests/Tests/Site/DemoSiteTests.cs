using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Site;

public sealed class DemoSiteTests
{
    private const string Path = "sites/demo/site.yaml";

    [Fact]
    public void The_trunk_that_it_shows_as_an_example_is_right()
    {
        const string Mark = "# trunks:";
        var lines = RepositoryFiles.Get(Path).Text.Split('\n').ToList();
        var first = lines.IndexOf(Mark);
        var example = lines.Skip(first).TakeWhile(line => line.Length > 0).Select(line => line[2..]);
        var text = string.Join('\n', lines.Take(first).Concat(example).Concat(lines.Skip(first + example.Count())));
        var result = SiteReader.Read(text, Path, new SiteContext(BoardCatalog.Delivered.ReadAll(), _ => false));
        Assert.Empty(result.Mistakes);
        Assert.Equal(["voip"], result.Model!.Trunks.Keys);
    }

    [Fact]
    public void The_demo_site_has_no_mistakes_on_the_boards_that_come_with_the_firmware()
    {
        var context = new SiteContext(BoardCatalog.Delivered.ReadAll(), _ => false);
        var result = SiteReader.Read(RepositoryFiles.Get(Path).Text, Path, context);
        Assert.Empty(result.Mistakes);
        Assert.Equal(
            "Maple Street Clinic (US): 4 lines, 6 phones (2 by SIP), 1 hunt group, 1 queue, 2 agents, 3 flows, 3 prompts and 1 rule for "
                + "calls out. "
                + "All calls are recorded.",
            SiteSummary.Of(result.Model!));
    }
}
