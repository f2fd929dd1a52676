using Switchhook.Testing;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Tools;

/// <summary>A disk of its own for a test (tmpfs), which can be filled to the last octet. Needs the rights to mount.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly TempFolder _folder;

    private SmallDisk(TempFolder folder) => _folder = folder;

    /// <summary>Where it is.</summary>
    public string Path => _folder.Path;

    /// <summary>Makes one; null for a user who may not.</summary>
    public static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        var folder = new TempFolder();
        try
        {
            await ExternalProgram.RunAsync("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder.Path]);
            return new SmallDisk(folder);
        }
        catch (InvalidOperationException)
        {
            folder.Dispose();
            return null;
        }
    }

    /// <summary>Takes all room that there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(_folder.File("filling"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var octets = new byte[4096]; ;)
            {
                file.Write(octets);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(_folder.File("filling"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ExternalProgram.RunAsync("umount", [_folder.Path]);
        _folder.Dispose();
    }
}
