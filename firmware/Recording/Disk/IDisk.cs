namespace Switchhook.Recording.Disk;

/// <summary>The disk under the recordings; a test has one that is full or slow.</summary>
internal interface IDisk
{
    /// <summary>Bytes that are free.</summary>
    long FreeBytes { get; }

    /// <summary>Makes a file and the folders above it.</summary>
    /// <exception cref="IOException">The disk does not take it, or there is one of that name.</exception>
    IDiskFile Create(string path);

    /// <summary>Puts everything that was written to these files on the disk itself, safe from a power cut.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    void Sync(IReadOnlyList<IDiskFile> files);

    /// <summary>Removes a file; nothing happens when it is not there.</summary>
    void Delete(string path);

    /// <summary>Makes sure that what was removed from a folder stays removed after a power cut.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    void SyncFolder(string folder);
}

/// <summary>An open file.</summary>
internal interface IDiskFile : IDisposable
{
    /// <summary>Writes at a place.</summary>
    /// <exception cref="IOException">The disk does not take it; a part may be there.</exception>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Cuts the file off.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    void SetLength(long length);
}
