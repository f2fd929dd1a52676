using System.Text;

namespace Switchhook.Tests.Repository;

/// <summary>One file: its path from the root, with forward slashes, and what is in it.</summary>
internal sealed class RepositoryFile(string path, byte[] bytes)
{
    private static readonly HashSet<string> CodeExtensions = [".cs", ".razor", ".js", ".css", ".sh", ".sql"];

    private readonly Lazy<string> _text = new(() => Encoding.UTF8.GetString(bytes));

    /// <summary>A file that is only in a test: the planted fault that shows that a rule finds it.</summary>
    public static RepositoryFile Planted(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public string Path => path;

    public byte[] Bytes => bytes;

    public string Name => System.IO.Path.GetFileName(path);

    public string Extension => System.IO.Path.GetExtension(path);

    /// <summary>The path of the folder; empty for the root.</summary>
    public string Folder => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";

    public bool IsText => !bytes.Contains((byte)0);

    public bool IsThirdParty => path.Contains("/wwwroot/lib/", StringComparison.Ordinal);

    public bool IsLockFile => Name is "packages.lock.json" or "package-lock.json";

    public bool IsWrittenByTool => IsLockFile || Extension == ".sln";

    /// <summary>Programs, pages and scripts, by extension or by a first line that names an interpreter.</summary>
    public bool IsCode => CodeExtensions.Contains(Extension) || bytes.AsSpan().StartsWith("#!"u8);

    public string Text => _text.Value;

    /// <summary>The lines without their ends, numbered from 1.</summary>
    public IEnumerable<(int Number, string Text)> Lines =>
        Text.Split('\n').Select((line, index) => (index + 1, line));

    /// <summary>Whether the file is this one or lies under this folder.</summary>
    public bool IsUnder(string folderOrFile) =>
        path == folderOrFile || path.StartsWith(folderOrFile.TrimEnd('/') + "/", StringComparison.Ordinal);

    public override string ToString() => path;
}
