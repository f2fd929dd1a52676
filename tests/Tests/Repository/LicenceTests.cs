namespace Switchhook.Tests.Repository;

/// <summary>Each library of the browser that we ship has its licence beside it.</summary>
public sealed class LicenceTests
{
    [Fact]
    public void Each_library_has_its_licence() => Finding.None(Unlicensed(RepositoryFiles.All));

    [Fact]
    public void A_library_without_a_licence_is_found()
    {
        var with = RepositoryFile.Planted("firmware/Web/wwwroot/lib/htmx/LICENSE", "text");
        var without = RepositoryFile.Planted("firmware/Web/wwwroot/lib/uplot/uplot.js", "code");
        var loose = RepositoryFile.Planted("firmware/Web/wwwroot/lib/loose.js", "code");

        Assert.Equal(
            ["firmware/Web/wwwroot/lib", "firmware/Web/wwwroot/lib/uplot"],
            Unlicensed([with, without, loose]).Select(finding => finding.Path).Order());
    }

    private static IEnumerable<Finding> Unlicensed(IEnumerable<RepositoryFile> files) =>
        from library in files.Where(file => file.IsThirdParty).GroupBy(LibraryOf)
        where !library.Any(IsLicence)
        select new Finding(library.Key, 1, "has no licence file", "Give the library a folder and put its LICENSE there");

    // The folder right under lib; lib itself for a file that lies there loose.
    private static string LibraryOf(RepositoryFile file)
    {
        const string Lib = "/wwwroot/lib/";
        var start = file.Path.IndexOf(Lib, StringComparison.Ordinal) + Lib.Length;
        var end = file.Path.IndexOf('/', start);
        return file.Path[..(end < 0 ? start - 1 : end)];
    }

    private static bool IsLicence(RepositoryFile file) =>
        file.Name.StartsWith("LICEN", StringComparison.OrdinalIgnoreCase)
        || file.Name.StartsWith("COPYING", StringComparison.OrdinalIgnoreCase);
}
