using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Secrets;

namespace Switchhook.Storage.Backup;

/// <summary>The files of a data folder and its site that a backup holds; of the database a consistent copy.</summary>
internal sealed class BackupSource : IDisposable
{
    private const string SiteFileName = "site.yaml";
    private const string Recordings = "recordings";

    // What is made again when it is missing, or belongs to the running box alone, is left out.
    private static readonly string[] Folders = ["prompts", "certificates", "keys"];

    private readonly string _folder;
    private readonly string _siteFolder;
    private readonly BackupScratch _scratch;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _left = [];
    private HashSet<string> _messages = [];
    private string _site = "";

    private BackupSource(string folder, string siteFolder)
    {
        _folder = folder;
        _siteFolder = siteFolder;
        _scratch = BackupScratch.Make(folder);
    }

    /// <summary>The schema of the database.</summary>
    public int Schema { get; private set; }

    /// <summary>Path below the data folder, and where it lies on disk; the database comes first.</summary>
    public IEnumerable<(string Path, string File)> Files => _files
        .OrderBy(file => file.Key != Database.FileName)
        .Select(file => (file.Key, file.Value));

    /// <summary>What the site needs and no backup can hold: it lies outside the site's folder.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>Copies the database as it is at one moment, beside traffic, and lists the files.</summary>
    /// <param name="database">The box's database.</param>
    /// <param name="siteFolder">The folder in which the paths of the site begin; null for the data folder.</param>
    /// <param name="recordings">True with the recordings of calls.</param>
    /// <exception cref="BackupException">The copy cannot be made, or a file is missing or has a name that no backup takes.</exception>
    public static BackupSource Take(Database database, string? siteFolder, bool recordings)
    {
        var folder = Path.GetFullPath(Path.GetDirectoryName(database.File)!);
        BackupSource? source = null;
        try
        {
            source = new BackupSource(folder, siteFolder is null ? folder : Path.GetFullPath(siteFolder));
            source.Copy(database);
            source.List(recordings);
            return source;
        }
        catch (Exception fault)
        {
            source?.Dispose();
            if (fault is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new BackupException(
                    $"The copy of the database could not be made: {fault.Message} {DiskTrouble.Cure(fault, folder)}", fault);
            }

            throw;
        }
    }

    /// <summary>True for a file without which no box can be made of a backup again.</summary>
    public static bool IsVital(string path) => path is Database.FileName or SiteFileName or SecretKeyFile.Name;

    /// <summary>Removes the copy.</summary>
    public void Dispose() => _scratch.Dispose();

    private string CopyOf(string name) => Path.Combine(_scratch.Path, name);

    private void Copy(Database database)
    {
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
        _site = connection.ExecuteScalar<string?>("select yaml from site_versions order by number desc limit 1")
            ?? throw new BackupException(
                $"The database of {_folder} has no site: no box was ever started on it. Name the box's folder, or start it once.");
        File.WriteAllText(CopyOf(SiteFileName), _site);

        // Messages of mailboxes, and those that wait in queues until an agent hears them.
        _messages =
        [
            .. connection.Query<string>("select recording from voicemail"),
            .. connection.Query<string>(
                """
                select json_extract(entry, '$.recording') from journal
                where kind = 'message.owed' and seq in (
                    select max(seq) from journal where kind in ('message.owed', 'message.ended') group by json_extract(entry, '$.visit'))
                """),
        ];
    }

    private void List(bool recordings)
    {
        Add(Database.FileName, CopyOf(Database.FileName));

        // The site in force counts; the box may have been started with a file from elsewhere.
        Add(SiteFileName, CopyOf(SiteFileName));
        if (File.Exists(Path.Combine(_folder, SecretKeyFile.Name)))
        {
            Add(SecretKeyFile.Name, Path.Combine(_folder, SecretKeyFile.Name));
        }

        foreach (var file in Folders.SelectMany(Below))
        {
            Add(PathIn(_folder, file), file);
        }

        foreach (var file in Below(Recordings).Where(file => recordings || _messages.Contains(Path.GetFileNameWithoutExtension(file))))
        {
            Add(PathIn(_folder, file), file);
        }

        AddNamedBySite();
        if (_files.Count > BackupManifest.Most)
        {
            throw new BackupException(string.Create(
                CultureInfo.InvariantCulture, $"There are {_files.Count} files, more than a backup takes. Leave the recordings out."));
        }
    }

    // A site that names a file which is not there is wrong, and the box that is made of it knows emergency numbers only.
    private void AddNamedBySite()
    {
        if (SiteFiles.Of(_site) is not { } named)
        {
            _left.Add("what site.yaml names (this version cannot read it)");
            return;
        }

        foreach (var name in named)
        {
            var file = Path.GetFullPath(Path.Combine(_siteFolder, name));
            var path = PathIn(_siteFolder, file);
            if (Path.IsPathRooted(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal))
            {
                _left.Add(file);
            }
            else if (File.Exists(file))
            {
                Add(path, file);
            }
            else
            {
                throw new BackupException(
                    $"The site names the file {name}, which is not in {_siteFolder}. Put it there or take it out of the site; when the box "
                    + "runs with --site, make the backup by \"./appliance backup --site FILE\" with the same file.");
            }
        }
    }

    private void Add(string path, string file)
    {
        if (!BackupManifest.IsPath(path))
        {
            var shown = string.Concat(path.Select(letter => char.IsControl(letter) ? '?' : letter));
            throw new BackupException(
                $"No backup takes the file {shown}: its name has a control character or a backslash, or its path is too long. Rename it.");
        }

        if (!_files.TryAdd(path, file) && _files[path] != file)
        {
            throw new BackupException(
                $"The files {_files[path]} and {file} would both be restored as {path}. Rename one of them, in the site too.");
        }
    }

    private static string PathIn(string folder, string file) =>
        Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    private IEnumerable<string> Below(string folder)
    {
        var root = Path.Combine(_folder, folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", options).Where(file => !file.EndsWith(".part", StringComparison.Ordinal))
            : [];
    }
}
