namespace Switchhook.Testing.Sip;

/// <summary>
/// The messages of RFC 4475, which are not copied into this project: they lie in <c>shared/sip-torture</c> beside the clone, where there
/// is one.
/// </summary>
public static class TortureCorpus
{
    private const int Columns = 7;

    /// <summary>All messages, by their order in the RFC; none where there is no such folder, which a test must say.</summary>
    public static IReadOnlyList<TortureMessage> Messages { get; } = Read();

    private static IReadOnlyList<TortureMessage> Read()
    {
        var folder = FindFolder();
        return folder is null
            ? []
            : [.. File.ReadLines(Path.Combine(folder, "index.tsv")).Skip(1).Select(line => line.Split('\t'))
                .Where(row => row.Length == Columns).Select(row => Message(folder, row))];
    }

    private static TortureMessage Message(string folder, string[] row)
    {
        var verdict = row[6].Split(';');
        var bytes = File.ReadAllBytes(Path.Combine(folder, row[0] + ".dat"));
        return new TortureMessage(row[0], row[1], row[3], row[5], verdict[0], verdict.ElementAtOrDefault(1) ?? "", bytes);
    }

    private static string? FindFolder()
    {
        for (var root = new DirectoryInfo(AppContext.BaseDirectory); root is not null; root = root.Parent)
        {
            if (File.Exists(Path.Combine(root.FullName, "Appliance.sln")) && root.Parent is { } parent)
            {
                var folder = Path.Combine(parent.FullName, "shared", "sip-torture");
                return File.Exists(Path.Combine(folder, "index.tsv")) ? folder : null;
            }
        }

        return null;
    }
}
