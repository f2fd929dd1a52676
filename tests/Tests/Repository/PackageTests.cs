using System.Xml.Linq;

namespace Switchhook.Tests.Repository;

/// <summary>A package has one exact version, in one place, and a lock file beside each project that uses it.</summary>
public sealed class PackageTests
{
    private const string Versions = "Directory.Packages.props";

    [Fact]
    public void Versions_stand_in_one_place_only() => Finding.None(
        RepositoryFiles.Texts.Where(file => file.Extension is ".csproj" or ".props" or ".targets").SelectMany(OwnVersions));

    [Fact]
    public void No_version_floats() => Finding.None(Floating(RepositoryFiles.Get(Versions)));

    [Fact]
    public void Each_project_has_its_lock_file() => Finding.None(
        from project in RepositoryFiles.Projects
        where !RepositoryFiles.Has($"{project.Folder}/packages.lock.json")
        select new Finding(project.Path, 1, "has no packages.lock.json", "Run dotnet restore and commit the file"));

    [Fact]
    public void A_version_in_a_project_and_a_floating_version_are_found()
    {
        const string Project = """<Project><ItemGroup><PackageReference Include="Dapper" Version="2.1.86" /></ItemGroup></Project>""";
        const string Central = """<Project><ItemGroup><PackageVersion Include="Dapper" Version="2.*" /></ItemGroup></Project>""";

        Assert.Single(OwnVersions(RepositoryFile.Planted("firmware/Storage/Storage.csproj", Project)));
        Assert.Single(Floating(RepositoryFile.Planted(Versions, Central)));
    }

    private static IEnumerable<Finding> OwnVersions(RepositoryFile file) =>
        from reference in XDocument.Parse(file.Text).Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.HasElements
        select new Finding(file.Path, 1, $"{NameOf(reference)} has a version of its own", $"Move it to {Versions}");

    private static IEnumerable<Finding> Floating(RepositoryFile file) =>
        from package in XDocument.Parse(file.Text).Descendants("PackageVersion")
        let version = package.Attribute("Version")?.Value ?? ""
        where version.Length == 0 || version.Any("*[]()$,".Contains)
        select new Finding(file.Path, 1, $"{NameOf(package)} has the version '{version}'", "Name one exact version");

    private static string? NameOf(XElement package) => package.Attribute("Include")?.Value ?? package.Attribute("Update")?.Value;
}
