using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Migrations;

namespace Switchhook.Storage;

/// <summary>The steps of opening a database, with what is done when one of them fails.</summary>
internal sealed class DatabaseOpening(string dataFolder, TimeProvider time, DatabaseUse use)
{
    private const string LockName = "switchhook.lock";

    private readonly string _file = Path.Combine(dataFolder, Database.FileName);
    private readonly List<string> _notices = [];

    public Database Run()
    {
        FileStream? ownership = null;
        try
        {
            MakeFolder();
            ownership = use == DatabaseUse.Owner ? TakeFolder() : null;
            return new Database(_file, OpenWriter(), ownership, _notices);
        }
        catch (Exception failure)
        {
            ownership?.Dispose();
            if (failure is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new DatabaseException(Words(failure), failure);
            }

            throw;
        }
    }

    /// <summary>True while a daemon owns the folder.</summary>
    public static bool IsOwned(string dataFolder)
    {
        var path = Path.Combine(dataFolder, LockName);
        try
        {
            if (File.Exists(path))
            {
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            }

            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private SqliteConnection OpenWriter()
    {
        try
        {
            return OpenChecked();
        }
        catch (SqliteException failure) when (use == DatabaseUse.Owner && SqliteFailure.IsDamage(failure))
        {
            var aside = DamagedFile.MoveAside(_file, time.GetUtcNow());
            var fresh = OpenChecked();
            var saved = Salvage.Run(aside, fresh);
            _notices.Add($"The database was damaged. It was moved to {Path.GetFileName(aside)} and a new one was begun. {saved}");
            return fresh;
        }
        catch (SqliteException failure) when (SqliteFailure.MayBeFullDisk(failure) && new Ballast(dataFolder).Release())
        {
            _notices.Add("The disk was full at the start; the reserve was given up to open the database.");
            return OpenChecked();
        }
    }

    private SqliteConnection OpenChecked()
    {
        var connection = Database.OpenWriter(_file);
        try
        {
            if (use == DatabaseUse.Owner)
            {
                Check(connection);
            }

            Migrator.Run(connection, time);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(SqliteConnection connection)
    {
        var verdict = connection.ExecuteScalar<string>("pragma quick_check(1);");
        if (verdict != "ok")
        {
            const int Corrupt = 11;
            throw new SqliteException($"The check of the database found: {verdict}", Corrupt);
        }
    }

    // Recordings and names of callers lie in it: for the box's own user only.
    private void MakeFolder()
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(dataFolder);
        }
        else if (!Directory.Exists(dataFolder))
        {
            Directory.CreateDirectory(dataFolder, OwnerOnly);
        }
    }

    private FileStream TakeFolder()
    {
        try
        {
            return new FileStream(Path.Combine(dataFolder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new DatabaseException(
                $"Another Switchhook runs on the data folder {dataFolder}. Stop it first, or choose another folder with --data.", failure);
        }
    }

    private string Words(Exception failure) => failure switch
    {
        SqliteException sqlite =>
            $"The database {_file} cannot be opened: {SqliteFailure.Words(sqlite)} Free or replace the disk and start again.",
        _ => $"The data folder {dataFolder} cannot be used: {failure.Message}",
    };
}
