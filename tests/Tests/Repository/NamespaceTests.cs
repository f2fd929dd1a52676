using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Switchhook.Tests.Repository;

/// <summary>A file's namespace is its project's root namespace and its folders.</summary>
public sealed partial class NamespaceTests
{
    private static readonly HashSet<string> NeedNone = ["Program.cs", "GlobalUsings.cs", "AssemblyInfo.cs"];

    // What stands in for a library keeps the library's namespace, so that what is written against it compiles with the library too.
    private const string StandIns = "tests/Tests/Hardware/Adapters/StandIns";

    [Fact]
    public void Each_namespace_follows_its_folder() => Finding.None(
        from project in RepositoryFiles.Projects
        from file in RepositoryFiles.CSharp
        where file.IsUnder(project.Folder) && !file.IsUnder(StandIns)
        from finding in Misplaced(file, project)
        select finding);

    [Fact]
    public void Each_file_belongs_to_a_project() => Finding.None(
        from file in RepositoryFiles.CSharp
        where !RepositoryFiles.Projects.Any(project => file.IsUnder(project.Folder))
        select new Finding(file.Path, 1, "belongs to no project", "Move it into a room"));

    [Theory]
    [InlineData("firmware/Calls/Live/A.cs", "namespace Switchhook.Calls.Live;\n", 0)]
    [InlineData("firmware/Calls/Live/A.cs", "namespace Switchhook.Calls;\n", 1)]
    [InlineData("firmware/Calls/A.cs", "class A;\n", 1)]
    [InlineData("firmware/Calls/Program.cs", "return 0;\n", 0)]
    public void A_namespace_elsewhere_is_found(string path, string text, int findings)
    {
        var project = RepositoryFile.Planted("firmware/Calls/Calls.csproj", "<Project />");
        Assert.Equal(findings, Misplaced(RepositoryFile.Planted(path, text), project).Count());
    }

    private static IEnumerable<Finding> Misplaced(RepositoryFile file, RepositoryFile project)
    {
        var match = Declaration().Match(file.Text);
        if (!match.Success && NeedNone.Contains(file.Name))
        {
            yield break;
        }

        var wanted = (RootOf(project) + file.Folder[project.Folder.Length..]).Replace('/', '.');
        if (match.Groups["name"].Value != wanted)
        {
            var line = 1 + file.Text.AsSpan(0, match.Index).Count('\n');
            yield return new Finding(file.Path, line, $"its namespace is not {wanted}", "Change the namespace or move the file");
        }
    }

    private static string RootOf(RepositoryFile project) =>
        XDocument.Parse(project.Text).Descendants("RootNamespace").FirstOrDefault()?.Value
        ?? $"Switchhook.{Path.GetFileNameWithoutExtension(project.Name)}";

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Declaration();
}
