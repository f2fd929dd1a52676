using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace Switchhook.Storage.Backup;

/// <summary>
/// Makes a backup: one sealed file with a consistent copy of the database, the site, prompts, certificates, the key of the secrets,
/// messages of mailboxes and, if wanted, all recordings. The box goes on with its calls meanwhile.
/// </summary>
public static class BackupWriter
{
    /// <summary>Fewest characters of a passphrase.</summary>
    public const int ShortestPassphrase = 12;

    /// <summary>Most characters of a passphrase.</summary>
    public const int LongestPassphrase = 200;

    /// <summary>What is wrong with a passphrase; null when it is fit.</summary>
    public static string? Unfit(string? passphrase) =>
        passphrase is not { Length: >= ShortestPassphrase and <= LongestPassphrase }
            ? $"A passphrase of a backup has {ShortestPassphrase} to {LongestPassphrase} characters. Four words are easy to keep."
            : passphrase.Any(char.IsControl)
                ? "A passphrase of a backup has no control characters, such as tabs. Leave them out; spaces are fine."
                : null;

    /// <summary>Writes a backup to a stream, which is whole only when this returns. Blocks; belongs on a thread of its own.</summary>
    /// <param name="database">The box's database.</param>
    /// <param name="to">Takes the file.</param>
    /// <param name="passphrase">Opens it again.</param>
    /// <param name="about">Version, time and extent; the schema is filled in.</param>
    /// <param name="cancel">Ends it; what was written is no whole backup then.</param>
    /// <param name="siteFolder">The folder in which the paths of the site begin; null for the data folder.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="BackupException">The copy of the database cannot be made, or a file cannot be read.</exception>
    /// <exception cref="IOException">The stream takes no more.</exception>
    public static BackupManifest Write(
        Database database, Stream to, string passphrase, BackupAbout about, CancellationToken cancel, string? siteFolder = null)
    {
        using var source = BackupSource.Take(database, siteFolder, about.WithRecordings);
        about = about with { Schema = source.Schema };
        using var seal = BackupSeal.New(passphrase);
        using var sealing = new SealingStream(to, seal, cancel);
        var (files, gone) = (new List<BackupFile>(), new List<string>(source.Left));
        using (var tar = new TarWriter(sealing, TarEntryFormat.Pax, leaveOpen: true))
        {
            Add(tar, BackupManifest.AboutName, JsonSerializer.SerializeToUtf8Bytes(about, BackupJson.Default.BackupAbout), about);
            foreach (var (path, file) in source.Files)
            {
                if (Add(tar, path, file, about) is { } added)
                {
                    files.Add(added);
                }
                else if (BackupSource.IsVital(path))
                {
                    throw new BackupException($"The file {file} vanished while the backup was made. Make the backup again.");
                }
                else
                {
                    gone.Add(path);
                }
            }

            var manifest = new BackupManifest(about, files, gone);
            Add(tar, BackupManifest.Name, JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest), about);
        }

        sealing.Finish();
        return new BackupManifest(about, files, gone);
    }

    /// <summary>Writes a backup to a file, which appears only when it is whole and on the disk.</summary>
    /// <param name="database">The box's database.</param>
    /// <param name="file">Its path; there must be none of that name.</param>
    /// <param name="passphrase">Opens it again.</param>
    /// <param name="about">Version, time and extent; the schema is filled in.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="siteFolder">The folder in which the paths of the site begin; null for the data folder.</param>
    /// <exception cref="BackupException">It cannot be made; nothing is left.</exception>
    public static BackupManifest WriteFile(
        Database database, string file, string passphrase, BackupAbout about, CancellationToken cancel, string? siteFolder = null)
    {
        if (File.Exists(file))
        {
            throw new BackupException($"There is a file {file} already. Give another name; backups are never written over.");
        }

        var part = file + ".part";
        try
        {
            BackupManifest manifest;
            using (var stream = new FileStream(part, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                manifest = Write(database, stream, passphrase, about, cancel, siteFolder);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: false);
            return manifest;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var cure = DiskTrouble.Cure(fault, Path.GetDirectoryName(Path.GetFullPath(file))!);
            throw new BackupException($"The backup could not be written to {file}: {fault.Message} {cure}", fault);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    private static void Add(TarWriter tar, string name, byte[] content, BackupAbout about)
    {
        using var data = new MemoryStream(content);
        tar.WriteEntry(Entry(name, data, about));
    }

    // Null for a file that is gone. A recording that is being written is taken as long as it is now.
    private static BackupFile? Add(TarWriter tar, string path, string file, BackupAbout about)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, fault);
        }

        using (stream)
        {
            using var summed = new SummedStream(stream, stream.Length, fault => Unreadable(file, fault));
            tar.WriteEntry(Entry(BackupManifest.Root + path, summed, about));
            return new BackupFile(path, summed.Length, summed.Sum());
        }
    }

    private static BackupException Unreadable(string file, Exception fault) => new(
        $"The file {file} cannot be read: {fault.Message} Let your user read it, look whether the disk is in order, or remove it.", fault);

    private static PaxTarEntry Entry(string name, Stream data, BackupAbout about) => new(TarEntryType.RegularFile, name)
    {
        DataStream = data,
        ModificationTime = about.MadeAt,
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    // Reads as many bytes as it said at first, whatever happens to the file; sums them up on the way.
    private sealed class SummedStream(Stream inner, long length, Func<IOException, BackupException> unreadable) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _at;
            set
            {
                if (value != _at)
                {
                    throw new NotSupportedException();
                }
            }
        }

        public string Sum() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var wanted = buffer[..(int)Math.Min(buffer.Length, length - _at)];
            if (wanted.Length == 0)
            {
                return 0;
            }

            var read = ReadSome(wanted);
            if (read == 0)
            {
                // It was cut meanwhile: the rest is silence.
                wanted.Clear();
                read = wanted.Length;
            }

            _hash.AppendData(wanted[..read]);
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        // Told apart from a fault of the disk that is written to.
        private int ReadSome(Span<byte> wanted)
        {
            try
            {
                return inner.Read(wanted);
            }
            catch (IOException fault)
            {
                throw unreadable(fault);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
