using Switchhook.Recording.Disk;

namespace Switchhook.Tests.Recording;

/// <summary>A disk in memory that can be full, and that knows what a power cut would leave.</summary>
internal sealed class FakeDisk : IDisk
{
    private const int NoSpace = 28;

    public Dictionary<string, FakeFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes that it takes in all.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    public long FreeBytes => Capacity - Files.Values.Sum(file => file.Bytes.Count);

    public int Syncs { get; private set; }

    public bool SyncFails { get; set; }

    /// <summary>Called after each change of a file: the moments in which a kill may come.</summary>
    public Action<FakeFile>? Changed { get; set; }

    public IDiskFile Create(string path)
    {
        if (FreeBytes <= 0)
        {
            throw Full();
        }

        var file = new FakeFile(this);
        Files.Add(Path.GetFileName(path), file);
        return file;
    }

    public void Sync(IReadOnlyList<IDiskFile> files)
    {
        if (SyncFails)
        {
            throw new IOException("Input/output error");
        }

        Syncs++;
        foreach (var file in files.Cast<FakeFile>())
        {
            file.Synced = [.. file.Bytes];
        }
    }

    public void Delete(string path) => Files.Remove(Path.GetFileName(path));

    public void SyncFolder(string folder)
    {
        // What is removed here stays removed.
    }

    private static IOException Full() => new("No space left on device", NoSpace);

    internal sealed class FakeFile(FakeDisk disk) : IDiskFile
    {
        public List<byte> Bytes { get; } = [];

        public byte[] Synced { get; set; } = [];

        public bool IsClosed { get; private set; }

        // As a file system does: a write that does not fit leaves its beginning.
        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            foreach (var value in bytes)
            {
                if (offset < Bytes.Count)
                {
                    Bytes[(int)offset] = value;
                }
                else if (disk.FreeBytes <= 0)
                {
                    throw Full();
                }
                else
                {
                    Bytes.Add(value);
                }

                offset++;
            }

            disk.Changed?.Invoke(this);
        }

        public void SetLength(long length) => Bytes.RemoveRange((int)length, Bytes.Count - (int)length);

        public void Dispose() => IsClosed = true;
    }
}
