using System.Globalization;

namespace Switchhook.Storage.Backup;

/// <summary>A folder for the copies of one run, removed with it. Runs of the daemon and of commands beside it have one each.</summary>
/// <remarks>A lock beside it tells that its run goes on; the system lets go of it when the process dies, in whatever way.</remarks>
internal sealed class BackupScratch : IDisposable
{
    private const string Name = "backup-copy";
    private const string LockEnding = ".lock";

    private static int _runs;

    private readonly FileStream _lock;

    private BackupScratch(string path, FileStream hold)
    {
        Path = path;
        _lock = hold;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Removes what dead runs left in a data folder, and makes a new one there.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The data folder belongs to another user.</exception>
    public static BackupScratch Make(string dataFolder)
    {
        foreach (var left in Directory.GetDirectories(dataFolder, Name + "*"))
        {
            RemoveDead(left);
        }

        var run = Interlocked.Increment(ref _runs);
        var path = System.IO.Path.Combine(
            dataFolder, string.Create(CultureInfo.InvariantCulture, $"{Name}-{Environment.ProcessId}-{run}"));
        var scratch = new BackupScratch(path, Hold(path));
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return scratch;
    }

    /// <summary>Removes it.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        _lock.Dispose();
    }

    private static void RemoveDead(string path)
    {
        FileStream hold;
        try
        {
            hold = Hold(path);
        }
        catch (IOException)
        {
            // Its run goes on.
            return;
        }

        new BackupScratch(path, hold).Dispose();
    }

    private static FileStream Hold(string path) =>
        new(path + LockEnding, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
}
