using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Secrets;

namespace Switchhook.Storage.Backup;

/// <summary>The files of a data folder that a backup holds; of the database a consistent copy.</summary>
internal sealed class BackupSource : IDisposable
{
    private const string Scratch = "backup-copy";
    private const string SiteFileName = "site.yaml";
    private const string Recordings = "recordings";

    // What is made again when it is missing, or belongs to the running box alone, is left out.
    private static readonly string[] Folders = ["prompts", "certificates", "keys"];

    private readonly string _folder;
    private readonly string _scratch;
    private HashSet<string> _messages = [];

    private BackupSource(string folder)
    {
        _folder = folder;
        _scratch = Path.Combine(folder, Scratch);
    }

    /// <summary>The schema of the database.</summary>
    public int Schema { get; private set; }

    /// <summary>Path below the data folder, and where it lies on disk.</summary>
    public IReadOnlyList<(string Path, string File)> Files { get; private set; } = [];

    /// <summary>Copies the database as it is at one moment, beside traffic, and lists the files.</summary>
    /// <exception cref="BackupException">The disk has no room for the copy.</exception>
    public static BackupSource Take(Database database, bool recordings)
    {
        var source = new BackupSource(Path.GetDirectoryName(database.File)!);
        try
        {
            source.Copy(database);
            source.List(recordings);
            return source;
        }
        catch (Exception fault)
        {
            source.Dispose();
            if (fault is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new BackupException(
                    $"The copy of the database could not be made: {fault.Message} Free some space on the disk.", fault);
            }

            throw;
        }
    }

    /// <summary>Removes the copy.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_scratch))
        {
            Directory.Delete(_scratch, recursive: true);
        }
    }

    private string CopyOf(string name) => Path.Combine(_scratch, name);

    private void Copy(Database database)
    {
        // What a kill in the middle left is of no use to anybody.
        Dispose();
        Directory.CreateDirectory(_scratch, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var size = new FileInfo(database.File).Length;
        if (new DriveInfo(_folder).AvailableFreeSpace is var free && free < size + (size / 4))
        {
            var needs = (size + (size / 4)) / 1_000_000;
            throw new BackupException(
                $"The disk has {free / 1_000_000} MB free; the copy of the database needs {needs} MB. Free some space.");
        }

        var copy = CopyOf(Database.FileName);
        using (var reader = database.OpenReader())
        {
            reader.Execute("vacuum into @copy", new { copy }, commandTimeout: 0);
        }

        // Browsers sign in again: who has an old backup must not be signed in by it.
        using var connection = new SqliteConnection(Database.ConnectionString(copy, SqliteOpenMode.ReadWrite, pooling: false));
        connection.Open();
        connection.Execute("pragma journal_mode = delete; delete from sessions;");
        Schema = connection.ExecuteScalar<int>("select max(version) from schema_version");
        var site = connection.ExecuteScalar<string?>("select yaml from site_versions order by number desc limit 1");
        if (site is not null)
        {
            File.WriteAllText(CopyOf(SiteFileName), site);
        }

        _messages = [.. connection.Query<string>("select recording from voicemail")];
    }

    private void List(bool recordings)
    {
        var files = new List<(string, string)> { (Database.FileName, CopyOf(Database.FileName)) };
        if (File.Exists(Path.Combine(_folder, SecretKeyFile.Name)))
        {
            files.Add((SecretKeyFile.Name, Path.Combine(_folder, SecretKeyFile.Name)));
        }

        // The site in force counts; the box may have been started with a file from elsewhere.
        if (File.Exists(CopyOf(SiteFileName)))
        {
            files.Add((SiteFileName, CopyOf(SiteFileName)));
        }

        files.AddRange(Folders.SelectMany(Below));
        files.AddRange(Below(Recordings).Where(file => recordings || _messages.Contains(Path.GetFileNameWithoutExtension(file.Path))));
        Files = files.Count <= BackupManifest.Most
            ? [.. files.Where(file => BackupManifest.IsPath(file.Item1))]
            : throw new BackupException(string.Create(
                CultureInfo.InvariantCulture, $"There are {files.Count} files, more than a backup takes. Leave the recordings out."));
    }

    private IEnumerable<(string Path, string File)> Below(string folder)
    {
        var root = Path.Combine(_folder, folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", options)
                .Where(file => !file.EndsWith(".part", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(_folder, file).Replace('\\', '/'), file))
            : [];
    }
}
