namespace Switchhook.Tests.Repository;

/// <summary>How long a file and a line may be, and how full a folder.</summary>
public sealed class LengthTests
{
    private const int LinesPerFile = 400;
    private const int ColumnsPerLine = 140;
    private const int FilesPerFolder = 15;

    // Path and reason. Tables that are data and read as one go here; nothing else.
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly Dictionary<string, string> WideFiles = new()
    {
        ["hardware/Hardware/Countries/countries.yaml"] = "a table: one country's facts of one kind stand in one line",
    };

    private static readonly Dictionary<string, string> FullFolders = new(StringComparer.Ordinal)
    {
        ["firmware/Storage/Migrations"] = "steps in their order, one after the other, that never change again",
    };

    private static readonly HashSet<string> MeasuredDataExtensions = [".csproj", ".props", ".targets", ".yaml", ".yml"];

    [Fact]
    public void No_file_of_code_is_longer_than_400_lines() => NoneBut(LongFiles, RepositoryFiles.Code.SelectMany(TooLong));

    [Fact]
    public void No_line_is_wider_than_140_columns() => NoneBut(
        WideFiles,
        RepositoryFiles.Texts.Where(file => file.IsCode || MeasuredDataExtensions.Contains(file.Extension)).SelectMany(TooWide));

    [Fact]
    public void No_folder_holds_more_than_15_files() => NoneBut(FullFolders, TooFull(RepositoryFiles.All));

    [Fact]
    public void A_long_file_a_wide_line_and_a_full_folder_are_found()
    {
        Assert.Empty(TooLong(RepositoryFile.Planted("firmware/Calls/Long.cs", Repeat("x\n", LinesPerFile))));
        Assert.Single(TooLong(RepositoryFile.Planted("firmware/Calls/Long.cs", Repeat("x\n", LinesPerFile + 1))));
        Assert.Empty(TooWide(RepositoryFile.Planted("firmware/Calls/Wide.cs", "x\n" + Repeat("x", ColumnsPerLine))));
        Assert.Equal(2, Assert.Single(TooWide(RepositoryFile.Planted("a.cs", "x\n" + Repeat("x", ColumnsPerLine + 1)))).Line);
        Assert.Empty(TooFull(Enumerable.Range(0, FilesPerFolder).Select(n => RepositoryFile.Planted($"firmware/Calls/{n}.cs", ""))));
        Assert.Single(TooFull(Enumerable.Range(0, FilesPerFolder + 1).Select(n => RepositoryFile.Planted($"firmware/Calls/{n}.cs", ""))));
    }

    private static IEnumerable<Finding> TooLong(RepositoryFile file)
    {
        var lines = file.Text.TrimEnd('\n').Split('\n').Length;
        if (lines > LinesPerFile)
        {
            yield return new Finding(file.Path, LinesPerFile, $"{lines} lines, {LinesPerFile} allowed", "Split it by ideas");
        }
    }

    private static IEnumerable<Finding> TooWide(RepositoryFile file) =>
        from line in file.Lines
        where line.Text.Length > ColumnsPerLine
        select new Finding(file.Path, line.Number, $"{line.Text.Length} columns, {ColumnsPerLine} allowed", "Break the line");

    private static IEnumerable<Finding> TooFull(IEnumerable<RepositoryFile> files) =>
        from folder in files.Where(file => file is { IsThirdParty: false, IsLockFile: false }).GroupBy(file => file.Folder)
        where folder.Count() > FilesPerFolder
        select new Finding(folder.Key, 1, $"{folder.Count()} files, {FilesPerFolder} allowed", "Sort them into subfolders");

    private static void NoneBut(Dictionary<string, string> exceptions, IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        Finding.None(all.Where(finding => !exceptions.ContainsKey(finding.Path)).Concat(Finding.OfIdleExceptions(exceptions.Keys, all)));
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
