using Microsoft.Win32.SafeHandles;
using Switchhook.Recording.Interop;

namespace Switchhook.Recording.Disk;

/// <summary>The file system that a folder lies on.</summary>
internal sealed class LocalDisk(string folder) : IDisk
{
    // Beyond so many files one syncfs for the file system costs less than an fsync for each. Measured on ext4, medians: 1 file 0.2 ms
    // (syncfs 0.5), 4 files 15 ms (4), 64 files 106 ms (8), 200 files 304 ms (8.5); 200 fsyncs on 16 threads 65 ms.
    private const int MostSingleSyncs = 2;

    private readonly DriveInfo _drive = new(Path.GetFullPath(folder));

    public long FreeBytes => _drive.AvailableFreeSpace;

    public IDiskFile Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new LocalFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete));
    }

    public void Sync(IReadOnlyList<IDiskFile> files)
    {
        var local = files.Cast<LocalFile>().ToList();
        if (local.Count > MostSingleSyncs && FileSystemSync.TrySync(local[0].Handle))
        {
            return;
        }

        foreach (var file in local)
        {
            RandomAccess.FlushToDisk(file.Handle);
        }
    }

    public void Delete(string path) => File.Delete(path);

    public void SyncFolder(string folder)
    {
        if (!FolderSync.TrySync(folder))
        {
            throw new IOException($"The folder {folder} cannot be put on the disk.");
        }
    }

    private sealed class LocalFile(SafeFileHandle handle) : IDiskFile
    {
        public SafeFileHandle Handle => handle;

        public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

        public void SetLength(long length) => RandomAccess.SetLength(handle, length);

        public void Dispose() => handle.Dispose();
    }
}
