using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Switchhook.Storage.Migrations;

namespace Switchhook.Storage.Backup;

/// <summary>Looks a backup through, and restores it into an empty folder.</summary>
public static class BackupReader
{
    private const int LargestList = 512 * 1024 * 1024;

    // In the folder itself, which may be a disk of its own.
    private const string Part = ".restoring";

    // What a new file system has by itself.
    private const string LostAndFound = "lost+found";

    /// <summary>Reads a backup from begin to end and compares each file with its sum; writes nothing.</summary>
    /// <returns>What is in it.</returns>
    /// <exception cref="BackupException">It is damaged, cut off, of a newer version, or the passphrase is another.</exception>
    public static BackupManifest Verify(string file, string passphrase, CancellationToken cancel) =>
        Read(file, passphrase, (_, data) => data.CopyTo(Stream.Null), cancel);

    /// <summary>Looks the whole backup through, and only then writes it; its files come to their places when all are whole.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="passphrase">What it was made with.</param>
    /// <param name="folder">A folder that is not there yet, or is empty.</param>
    /// <param name="cancel">Ends it; nothing is left then.</param>
    /// <exception cref="BackupException">It cannot be restored; the folder is as it was.</exception>
    public static BackupManifest Restore(string file, string passphrase, string folder, CancellationToken cancel)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && !IsEmpty(folder)))
        {
            throw new BackupException(
                $"{folder} is not empty. A backup is restored into an empty folder only, so that it mixes with nothing.");
        }

        var manifest = Verify(file, passphrase, cancel);
        var part = Path.Combine(folder, Part);
        var (isNew, isDone) = (!Directory.Exists(folder), false);
        try
        {
            Remove(part);
            MakeFolder(folder);
            MakeFolder(part);
            CheckRoom(part, manifest);
            Read(file, passphrase, (path, data) => Extract(part, path, data), cancel);
            MoveUp(part, folder);
            isDone = true;
            return manifest;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup could not be written to {folder}: {fault.Message} Nothing was restored. "
                + DiskTrouble.Cure(fault, folder), fault);
        }
        finally
        {
            Remove(part);
            if (isNew && !isDone)
            {
                Remove(folder);
            }
        }
    }

    private static bool IsEmpty(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).All(entry => Path.GetFileName(entry) is Part or LostAndFound);

    // The database comes last: without it nothing there looks like a box.
    private static void MoveUp(string part, string folder)
    {
        var moved = new List<string>();
        try
        {
            foreach (var entry in Directory.GetFileSystemEntries(part).OrderBy(entry => Path.GetFileName(entry) == Database.FileName))
            {
                var target = Path.Combine(folder, Path.GetFileName(entry));
                Directory.Move(entry, target);
                moved.Add(target);
            }
        }
        catch
        {
            foreach (var target in moved)
            {
                Directory.Move(target, Path.Combine(part, Path.GetFileName(target)));
            }

            throw;
        }
    }

    private static BackupManifest Read(string file, string passphrase, Action<string, Stream> take, CancellationToken cancel)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024);
            var head = new byte[BackupSeal.HeadLength];
            var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            using var seal = BackupSeal.Of(head[..read], passphrase);
            using var opening = new OpeningStream(stream, seal, cancel);
            using var tar = new TarReader(opening, leaveOpen: true);
            var manifest = Read(tar, take);
            opening.ReadToEnd();
            return manifest;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"There is no file {file}.", fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or JsonException or EndOfStreamException)
        {
            throw new BackupException($"The backup {file} cannot be read: {fault.Message} Choose another copy.", fault);
        }
    }

    private static BackupManifest Read(TarReader tar, Action<string, Stream> take)
    {
        if (tar.GetNextEntry() is not { Name: BackupManifest.AboutName, DataStream: { } first }
            || JsonSerializer.Deserialize(Bounded(first, 64 * 1024), BackupJson.Default.BackupAbout) is not { } about)
        {
            throw new InvalidDataException("It does not begin as a backup does.");
        }

        if (about.Schema > Migrator.Newest)
        {
            throw new BackupException(
                $"The backup is of a newer version of Switchhook ({about.Version}, schema {about.Schema}; this version knows "
                + $"{Migrator.Newest}). Restore it with that version or a later one.");
        }

        var seen = new Dictionary<string, BackupFile>(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name == BackupManifest.Name && entry.DataStream is { } last)
            {
                var manifest = JsonSerializer.Deserialize(Bounded(last, LargestList), BackupJson.Default.BackupManifest)
                    ?? throw new InvalidDataException("Its list of files is empty.");
                Compare(manifest, seen);
                return manifest;
            }

            var added = Take(entry, take);
            if (seen.Count >= BackupManifest.Most || !seen.TryAdd(added.Path, added))
            {
                throw new InvalidDataException($"The file {added.Path} is in it twice, or there are too many files.");
            }
        }

        throw new InvalidDataException("Its list of files is missing.");
    }

    private static BackupFile Take(TarEntry entry, Action<string, Stream> take)
    {
        var path = entry.Name.StartsWith(BackupManifest.Root, StringComparison.Ordinal) ? entry.Name[BackupManifest.Root.Length..] : "";
        if (entry.EntryType != TarEntryType.RegularFile || !BackupManifest.IsPath(path))
        {
            throw new InvalidDataException("A name in it is none of ours.");
        }

        using var hash = SHA256.Create();
        using (var summed = new CryptoStream(entry.DataStream ?? Stream.Null, hash, CryptoStreamMode.Read, leaveOpen: true))
        {
            take(path, summed);
        }

        return new BackupFile(path, entry.Length, Convert.ToHexStringLower(hash.Hash!));
    }

    private static void Compare(BackupManifest manifest, Dictionary<string, BackupFile> seen)
    {
        foreach (var file in manifest.Files)
        {
            if (!seen.Remove(file.Path, out var found) || found != file)
            {
                throw new InvalidDataException($"The file {file.Path} is not the one that its list names.");
            }
        }

        if (seen.Count > 0)
        {
            throw new InvalidDataException($"The file {seen.Keys.First()} is not in its list.");
        }
    }

    private static MemoryStream Bounded(Stream data, int most)
    {
        if (data.Length > most)
        {
            throw new InvalidDataException("A list in it is too long.");
        }

        var copy = new MemoryStream();
        data.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static void CheckRoom(string folder, BackupManifest manifest)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < manifest.Size)
        {
            throw new BackupException(string.Create(
                CultureInfo.InvariantCulture,
                $"The disk has {free / 1_000_000} MB free, the backup needs {manifest.Size / 1_000_000} MB. Nothing was restored."));
        }
    }

    private static void Extract(string folder, string path, Stream data)
    {
        var target = Path.Combine(folder, path);
        MakeFolder(Path.GetDirectoryName(target)!);
        using var file = new FileStream(target, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        data.CopyTo(file);
        file.Flush(flushToDisk: true);
    }

    private static void MakeFolder(string path) =>
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
