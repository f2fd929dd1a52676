using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Switchhook.Recording.Interop;

/// <summary><c>syncfs(2)</c>: puts all that was written to one file system on its disk, in one commit of its journal.</summary>
internal static partial class FileSystemSync
{
    /// <summary>Syncs the file system of an open file.</summary>
    /// <returns>False when the system has no such call, or a write of anyone failed: then each file must be asked for itself.</returns>
    public static bool TrySync(SafeFileHandle file) => OperatingSystem.IsLinux() && SyncFileSystem(file) == 0;

    [LibraryImport("libc", EntryPoint = "syncfs")]
    private static partial int SyncFileSystem(SafeFileHandle file);
}
