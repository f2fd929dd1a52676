using System.Xml.Linq;

namespace Switchhook.Tests.Repository;

/// <summary>The arrows between the rooms of the house. What a room sees through another counts as seen.</summary>
public sealed class ArrowTests
{
    // Each room may use what its arrow names, and all that lies behind.
    private static readonly string[] Arrows =
    [
        "Appliance → Web, Hardware.Linux, Hardware.Dahdi, Hardware.ProSlic, Hardware.Simulated",
        "Web → Cloud, Storage, Recording",
        "Cloud → Flows",
        "Storage → Flows",
        "Recording → Flows",
        "Flows → Sip, Lines, Acd, Site",
        "Sip → Calls, Site",
        "Lines → Calls, Site",
        "Acd → nothing",
        "Calls → Audio",
        "Site → Audio",
        "Audio → Hardware",
        "Hardware.Linux → Hardware",
        "Hardware.Dahdi → Hardware",
        "Hardware.ProSlic → Hardware",
        "Hardware.Simulated → Hardware",
        "Hardware → nothing",
    ];

    private static readonly Dictionary<string, HashSet<string>> Allowed = Closure(Arrows
        .Select(arrow => arrow.Split(" → "))
        .ToDictionary(sides => sides[0], sides => sides[1].Split(", ").Where(room => room != "nothing").ToArray()));

    [Fact]
    public void Each_room_sees_only_what_its_arrow_allows() => Finding.None(Breaches(RepositoryFiles.Projects));

    [Fact]
    public void Tools_see_no_tests_but_the_kit() => Finding.None(
        from tool in RepositoryFiles.Projects
        where tool.IsUnder("tools")
        from seen in ReferencesOf(tool)
        where seen != "Testing" && RepositoryFiles.Has($"tests/{seen}/{seen}.csproj")
        select new Finding(tool.Path, 1, $"uses the tests {seen}", "Move what it needs into tests/Testing"));

    [Fact]
    public void A_forbidden_arrow_through_another_room_is_found()
    {
        var findings = Breaches(
        [
            Project("firmware/Sip/Sip.csproj", "../Calls/Calls.csproj"),
            Project("firmware/Calls/Calls.csproj", "../Site/Site.csproj"),
            Project("firmware/Site/Site.csproj"),
        ]);

        Assert.Equal("firmware/Calls/Calls.csproj", Assert.Single(findings).Path);
    }

    [Fact]
    public void A_room_that_the_design_does_not_know_is_found() =>
        Assert.Contains("Fax", Assert.Single(Breaches([Project("firmware/Fax/Fax.csproj")])).What, StringComparison.Ordinal);

    private static IEnumerable<Finding> Breaches(IEnumerable<RepositoryFile> projects)
    {
        var rooms = projects.Where(project => !IsTestOrTool(project)).ToDictionary(RoomOf);
        var seen = Closure(rooms.ToDictionary(room => room.Key, room => ReferencesOf(room.Value).ToArray()));
        foreach (var (room, project) in rooms)
        {
            if (!Allowed.TryGetValue(room, out var allowed))
            {
                yield return new Finding(project.Path, 1, $"the room {room} has no arrow", "Add it to DESIGN.md and to ArrowTests");
                continue;
            }

            foreach (var other in seen[room].Except(allowed).Order(StringComparer.Ordinal))
            {
                var may = $"{room} may see {string.Join(", ", allowed.Order(StringComparer.Ordinal))}";
                yield return new Finding(project.Path, 1, $"{room} sees {other}", $"{may}; use a seam in a room that both see");
            }
        }
    }

    private static Dictionary<string, HashSet<string>> Closure(Dictionary<string, string[]> direct)
    {
        return direct.Keys.ToDictionary(room => room, room => Behind(room, []));

        HashSet<string> Behind(string room, HashSet<string> found)
        {
            foreach (var next in direct.GetValueOrDefault(room, []).Where(found.Add))
            {
                Behind(next, found);
            }

            return found;
        }
    }

    private static IEnumerable<string> ReferencesOf(RepositoryFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string RoomOf(RepositoryFile project) => Path.GetFileNameWithoutExtension(project.Name);

    private static bool IsTestOrTool(RepositoryFile project) => project.IsUnder("tests") || project.IsUnder("tools");

    private static RepositoryFile Project(string path, params string[] references)
    {
        var items = references.Select(reference => $"<ProjectReference Include=\"{reference}\" />");
        return RepositoryFile.Planted(path, $"<Project><ItemGroup>{string.Concat(items)}</ItemGroup></Project>");
    }
}
