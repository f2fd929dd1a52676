using System.Text.RegularExpressions;

namespace Switchhook.Tests.Repository;

/// <summary>What the documents name is there: links, headings, files, commands.</summary>
public sealed partial class DocsTests
{
    private static readonly HashSet<string> SourceExtensions = [".cs", ".csproj", ".razor", ".sh", ".props", ".sln"];

    private static IEnumerable<RepositoryFile> Documents => RepositoryFiles.Texts.Where(file => file.Extension == ".md");

    [Fact]
    public void There_are_documents() => Assert.Contains(Documents, document => document.Path == "docs/developer.md");

    [Fact]
    public void Links_lead_somewhere() => Finding.None(Documents.SelectMany(BrokenLinks));

    [Fact]
    public void Files_that_documents_name_exist() => Finding.None(Documents.SelectMany(MissingFiles));

    [Fact]
    public void Commands_that_documents_name_exist() => Finding.None(Documents.SelectMany(MissingCommands));

    [Fact]
    public void The_help_lists_each_command_of_the_script()
    {
        var script = RepositoryFiles.Get("appliance").Text;
        var cases = Cases().Matches(script).SelectMany(match => match.Groups["names"].Value.Split(" | "));
        Assert.Equal(cases.Where(name => !name.StartsWith('-')).Order(), Commands().Order());
    }

    [Fact]
    public void What_is_not_there_is_found()
    {
        const string Links = "[a](gone.md) [b](#nowhere) [c](https://example.org)\n# Here\n[d](#here)\n";
        const string Names = "`firmware/Gone/` `Gone.cs` `firmware/Calls/Call.cs` `./appliance vanish` `./appliance run`\n";
        var document = RepositoryFile.Planted("docs/a.md", Links + Names);

        Assert.Equal(2, BrokenLinks(document).Count());
        Assert.Equal(2, MissingFiles(document).Count());
        Assert.Single(MissingCommands(document));
    }

    private static IEnumerable<Finding> BrokenLinks(RepositoryFile document) =>
        from line in document.Lines
        from Match match in Link().Matches(line.Text)
        let target = match.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal) && !Resolves(document, target)
        select new Finding(document.Path, line.Number, $"the link {target} leads nowhere", "Correct it");

    private static bool Resolves(RepositoryFile document, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? document.Path : Combine(document.Folder, parts[0]);
        if (parts.Length == 1)
        {
            return RepositoryFiles.Has(path);
        }

        var text = path == document.Path ? document.Text : RepositoryFiles.All.FirstOrDefault(file => file.Path == path)?.Text ?? "";
        return Heading().Matches(text).Any(heading => Anchor(heading.Groups["title"].Value) == parts[1]);
    }

    private static string Combine(string folder, string relative) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, relative)));

    // As GitHub makes it: lower case, spaces to hyphens, other marks dropped.
    private static string Anchor(string title) => string.Concat(
        title.Trim().ToLowerInvariant().Replace(' ', '-').Where(mark => char.IsLetterOrDigit(mark) || mark is '-' or '_'));

    private static IEnumerable<Finding> MissingFiles(RepositoryFile document) =>
        from line in document.Lines
        from Match match in Quoted().Matches(line.Text)
        let path = match.Groups["path"].Value
        where NamesAFileOfOurs(path) && !Exists(path)
        select new Finding(document.Path, line.Number, $"{path} does not exist", "Name what is there now");

    // A path that starts with one of our folders, or the bare name of a source file.
    private static bool NamesAFileOfOurs(string path) =>
        path.Contains('/', StringComparison.Ordinal)
            ? RepositoryFiles.Has(path[..path.IndexOf('/', StringComparison.Ordinal)])
            : SourceExtensions.Contains(Path.GetExtension(path));

    private static bool Exists(string path) =>
        RepositoryFiles.Has(path) || RepositoryFiles.All.Any(file => file.Name == path);

    private static IEnumerable<Finding> MissingCommands(RepositoryFile document) =>
        from line in document.Lines
        from Match match in Command().Matches(line.Text)
        let command = match.Groups["name"].Value
        where !Commands().Contains(command)
        select new Finding(document.Path, line.Number, $"./appliance has no command '{command}'", "Name one that ./appliance help lists");

    private static HashSet<string> Commands()
    {
        var help = RepositoryFiles.Get("appliance").Text.Split("<<'TEXT'")[1].Split("\nTEXT")[0];
        return [.. HelpLine().Matches(help).Select(match => match.Groups["name"].Value)];
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"`(?<path>[\w.-]+(/[\w.-]+)*/?)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\./appliance (?<name>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"^  (?<name>[a-z]+)\b", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"^    (?<names>[a-z-]+( \| [a-z-]+)*)\)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Cases();
}
