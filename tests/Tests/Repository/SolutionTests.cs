using System.Text.RegularExpressions;

namespace Switchhook.Tests.Repository;

/// <summary>What is built and tested by `./appliance test` is everything there is.</summary>
public sealed partial class SolutionTests
{
    // The kit, and the program that tests/Image runs in its guest.
    private static readonly HashSet<string> Helpers = ["Testing.csproj", "Guest.csproj"];

    [Fact]
    public void Each_project_is_in_the_solution() =>
        Finding.None(Missing(RepositoryFiles.Projects, RepositoryFiles.Get("Appliance.sln").Text));

    [Fact]
    public void Each_project_of_the_solution_exists() => Finding.None(
        from path in InSolution(RepositoryFiles.Get("Appliance.sln").Text)
        where !RepositoryFiles.Has(path)
        select new Finding("Appliance.sln", 1, $"{path} is not there", $"dotnet sln remove {path}"));

    [Fact]
    public void Each_project_of_tests_is_a_suite_that_runs()
    {
        var script = RepositoryFiles.Get("eng/test.sh").Text;
        Finding.None(
            from project in RepositoryFiles.Projects
            where project.IsUnder("tests") && !Helpers.Contains(project.Name)
            let suite = Path.GetFileNameWithoutExtension(project.Name)
            where !Regex.IsMatch(script, $@"suites\+=.*\b{suite}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select new Finding(project.Path, 1, "is not run by ./appliance test", "Add the suite to eng/test.sh"));
    }

    [Fact]
    public void A_project_outside_the_solution_is_found() => Assert.Single(Missing(
        [RepositoryFile.Planted("firmware/Fax/Fax.csproj", "<Project />")],
        """Project("{FAE04EC0}") = "Calls", "firmware\Calls\Calls.csproj", "{F869F601}" """));

    private static IEnumerable<Finding> Missing(IEnumerable<RepositoryFile> projects, string solution)
    {
        var listed = InSolution(solution).ToHashSet();
        return projects.Where(project => !listed.Contains(project.Path))
            .Select(project => new Finding(project.Path, 1, "is not in Appliance.sln", $"dotnet sln add {project.Path}"));
    }

    private static IEnumerable<string> InSolution(string solution) =>
        ProjectPath().Matches(solution).Select(match => match.Groups["path"].Value.Replace('\\', '/'));

    [GeneratedRegex("""^Project\(.*, "(?<path>[^"]+\.csproj)",""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex ProjectPath();
}
