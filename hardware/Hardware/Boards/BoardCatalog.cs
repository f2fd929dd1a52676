using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards;

/// <summary>Finds board files: each <c>NAME.yaml</c> of a folder is the board NAME.</summary>
/// <param name="folder">The folder.</param>
public sealed class BoardCatalog(string folder)
{
    /// <summary>The boards that come with the firmware, beside the assembly.</summary>
    public static BoardCatalog Delivered { get; } = new(Path.Combine(AppContext.BaseDirectory, "boards"));

    /// <summary>Names of all boards, sorted. Empty when there is no folder.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(folder)
            ? [.. Files().Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reads a board's file.</summary>
    /// <param name="name">Name of the board; one of <see cref="Names"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such board.</exception>
    public BoardResult Read(string name)
    {
        if (!Names.Contains(name))
        {
            throw new KeyNotFoundException($"There is no board \"{name}\" in {folder}; there are: {string.Join(", ", Names)}.");
        }

        var path = Path.Combine(folder, name + ".yaml");
        var log = new MistakeLog(path);
        return TextFile.Read(path, log) is { } text ? BoardReader.Read(text, path) : new BoardResult(null, log.Sorted());
    }

    /// <summary>All boards whose files have no errors, by name.</summary>
    public IReadOnlyDictionary<string, Board> ReadAll() =>
        Names.Select(name => Read(name).Board).OfType<Board>().ToDictionary(board => board.Name, StringComparer.Ordinal);

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder, "*.yaml");
}
