using System.Runtime.InteropServices;

namespace Switchhook.Recording.Interop;

/// <summary><c>fsync(2)</c> of a folder: puts the names in it on the disk.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Puts the names of a folder on the disk.</summary>
    /// <returns>False when the system could not; where it has no such call there is nothing to do.</returns>
    public static bool TrySync(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            return false;
        }

        var isDone = Sync(handle) == 0;
        _ = Close(handle);
        return isDone;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
