namespace Switchhook.Tests.Repository;

/// <summary>The files of this repository: all but what is built, generated at run time or fetched.</summary>
internal static class RepositoryFiles
{
    private static readonly HashSet<string> NotOurs =
        [".git", ".idea", ".vs", "TestResults", "artifacts", "bin", "node_modules", "obj", "var"];

    private static readonly string Root = FindRoot();

    /// <summary>Every file, by path.</summary>
    public static IReadOnlyList<RepositoryFile> All { get; } = [.. Walk(Root).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The text files that people here write: not third-party libraries, not what a tool writes.</summary>
    public static IEnumerable<RepositoryFile> Texts =>
        All.Where(file => file is { IsText: true, IsThirdParty: false, IsWrittenByTool: false });

    /// <summary>The text files that are code: programs, pages, scripts.</summary>
    public static IEnumerable<RepositoryFile> Code => Texts.Where(file => file.IsCode);

    /// <summary>The C# files.</summary>
    public static IEnumerable<RepositoryFile> CSharp => Texts.Where(file => file.Extension == ".cs");

    /// <summary>The project files.</summary>
    public static IEnumerable<RepositoryFile> Projects => Texts.Where(file => file.Extension == ".csproj");

    /// <summary>The file with this path from the root.</summary>
    public static RepositoryFile Get(string path) => All.Single(file => file.Path == path);

    /// <summary>Where a file is on this machine.</summary>
    /// <param name="path">From the root.</param>
    public static string OnDisk(string path) => Path.Combine(Root, path);

    /// <summary>Whether a file or folder of ours has this path from the root.</summary>
    public static bool Has(string path)
    {
        var folder = path.TrimEnd('/') + "/";
        return All.Any(file => file.Path == path || file.Path.StartsWith(folder, StringComparison.Ordinal));
    }

    // The folder of Appliance.sln, above the place this assembly runs in.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Appliance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Appliance.sln above {AppContext.BaseDirectory}: run the tests from a clone.");
    }

    private static IEnumerable<RepositoryFile> Walk(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Select(Read);
        var folders = Directory.EnumerateDirectories(folder).Where(path => !NotOurs.Contains(Path.GetFileName(path)));
        return files.Concat(folders.SelectMany(Walk));
    }

    private static RepositoryFile Read(string path) =>
        new(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllBytes(path));
}
