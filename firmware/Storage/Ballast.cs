using System.Security.Cryptography;

namespace Switchhook.Storage;

/// <summary>
/// A file that only takes space: deleted when the disk is full, so that calls in progress can still be written to their end.
/// </summary>
/// <param name="dataFolder">Where the database lies.</param>
/// <param name="size">In bytes.</param>
internal sealed class Ballast(string dataFolder, long size = Ballast.DefaultSize)
{
    /// <summary>4 MiB: about ten thousand calls.</summary>
    public const long DefaultSize = 4 * 1024 * 1024;

    private readonly string _file = Path.Combine(dataFolder, "ballast");

    /// <summary>True while there is something to give up.</summary>
    public bool IsHeld => File.Exists(_file);

    /// <summary>Gives the space up.</summary>
    /// <returns>False when there was none, or the disk refuses even that.</returns>
    public bool Release()
    {
        try
        {
            var held = IsHeld;
            File.Delete(_file);
            return held;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes the space when there is plenty (four times the size); otherwise nothing happens.</summary>
    public void Restore()
    {
        try
        {
            if (size == 0 || IsHeld || new DriveInfo(Path.GetFullPath(dataFolder)).AvailableFreeSpace < 4 * size)
            {
                return;
            }

            // Random, because a file system that packs zeros away would hold no space for it.
            var block = RandomNumberGenerator.GetBytes(64 * 1024);
            using var file = new FileStream(_file, FileMode.Create, FileAccess.Write);
            for (var written = 0L; written < size; written += block.Length)
            {
                file.Write(block);
            }

            file.Flush(flushToDisk: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Release();
        }
    }
}
