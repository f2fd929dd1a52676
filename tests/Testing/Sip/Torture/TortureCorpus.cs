using System.Globalization;

namespace Switchhook.Testing.Sip.Torture;

/// <summary>
/// The messages of RFC 4475 as files. They are not part of the repository: they lie in <c>shared/sip-torture</c> beside it, with an index.
/// </summary>
public static class TortureCorpus
{
    /// <summary>Where the messages should be: beside the folder of the solution that this program was built in.</summary>
    /// <exception cref="InvalidOperationException">This program does not run from a clone.</exception>
    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Appliance.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.Parent is { } beside
                ? Path.Combine(beside.FullName, "shared", "sip-torture")
                : throw new InvalidOperationException($"No Appliance.sln above {AppContext.BaseDirectory}: run from a clone.");
        }
    }

    /// <summary>Reads all messages; none if the folder is not there.</summary>
    /// <exception cref="FormatException">The index has a line that is not understood.</exception>
    public static IReadOnlyList<TortureCase> Read(string folder)
    {
        var index = Path.Combine(folder, "index.tsv");
        return File.Exists(index)
            ? [.. File.ReadLines(index).Skip(1).Where(line => line.Length > 0).Select(line => Case(folder, line.Split('\t')))]
            : [];
    }

    // name, section, title, class, method, expected in words, and kind;codes with '-' for no reply
    private static TortureCase Case(string folder, string[] fields)
    {
        if (fields.Length != 7)
        {
            throw new FormatException($"A line of the index has {fields.Length} columns instead of 7: {string.Join(' ', fields)}");
        }

        var accepted = fields[6].Split(';', 2);
        var codes = accepted.Length == 1 ? [] : accepted[1].Split(',');
        return new TortureCase(
            fields[0],
            fields[1],
            fields[2],
            Enum.Parse<TortureKind>(accepted[0], ignoreCase: true),
            [.. codes.Where(code => code != "-").Select(code => int.Parse(code, CultureInfo.InvariantCulture))],
            codes.Contains("-"),
            File.ReadAllBytes(Path.Combine(folder, $"{fields[0]}.dat")));
    }
}
