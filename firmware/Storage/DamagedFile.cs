using System.Globalization;

namespace Switchhook.Storage;

/// <summary>Moves a damaged database out of the way, and keeps the last few, so that a person can look at them.</summary>
internal static class DamagedFile
{
    private const int Kept = 3;
    private static readonly string[] Companions = ["", "-wal", "-shm"];

    /// <summary>Moves the file with its WAL; returns where it lies now.</summary>
    public static string MoveAside(string file, DateTimeOffset now)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.damaged-{now:yyyyMMdd-HHmmssfff}");
        foreach (var companion in Companions)
        {
            if (File.Exists(file + companion))
            {
                File.Move(file + companion, aside + companion, overwrite: true);
            }
        }

        DeleteOldest(file);
        return aside;
    }

    // A disk that damages the file at every start must not fill up with its copies.
    private static void DeleteOldest(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var old = Directory.GetFiles(folder, $"{Path.GetFileName(file)}.damaged-*")
            .Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .Skip(Kept);
        foreach (var path in old)
        {
            foreach (var companion in Companions)
            {
                File.Delete(path + companion);
            }
        }
    }
}
