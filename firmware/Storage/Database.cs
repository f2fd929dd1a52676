using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage;

/// <summary>
/// The box's one SQLite file, <c>switchhook.db</c> in the data folder: WAL, one writing connection, readers beside it.
/// </summary>
/// <remarks>
/// Every commit is on the disk when it returns (<c>synchronous=FULL</c>), so a power cut loses nothing that was committed. What a kill
/// leaves (<c>-wal</c>, <c>-shm</c>) SQLite picks up by itself at the next start.
/// </remarks>
public sealed class Database : IDisposable
{
    internal const string FileName = "switchhook.db";

    private readonly Lock _gate = new();
    private readonly SqliteConnection _writer;
    private readonly string _readerString;
    private readonly FileStream? _ownership;

    internal Database(string file, SqliteConnection writer, FileStream? ownership, IReadOnlyList<string> notices)
    {
        File = file;
        Notices = notices;
        _writer = writer;
        _ownership = ownership;
        _readerString = ConnectionString(file, SqliteOpenMode.ReadOnly, pooling: true);
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>What had to be done to open it (a damaged file moved aside), in words for the journal; mostly empty.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>Opens the database of a data folder, makes it when there is none, and brings it to the schema of this version.</summary>
    /// <param name="dataFolder">Made when it is missing.</param>
    /// <param name="time">Dates the name of a damaged file that is moved aside.</param>
    /// <param name="use">The daemon, or a command beside it.</param>
    /// <exception cref="DatabaseException">
    /// Another daemon owns the folder, the file was written by a newer version, or the disk does not let us; told in words.
    /// </exception>
    public static Database Open(string dataFolder, TimeProvider time, DatabaseUse use = DatabaseUse.Owner) =>
        new DatabaseOpening(dataFolder, time, use).Run();

    /// <summary>True while a daemon runs on a data folder.</summary>
    public static bool IsOwned(string dataFolder) => DatabaseOpening.IsOwned(dataFolder);

    /// <summary>
    /// A read-only connection for the calling thread, from a pool; to be disposed. Sees what was committed before its first query.
    /// </summary>
    internal SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_readerString);
        connection.Open();
        return connection;
    }

    /// <summary>Does work in one transaction on the writing connection; whoever comes second waits. Durable when it returns.</summary>
    /// <exception cref="SqliteException">Nothing of the work was kept.</exception>
    internal T Write<T>(Func<SqliteConnection, SqliteTransaction, T> work)
    {
        lock (_gate)
        {
            using var transaction = _writer.BeginTransaction();
            var result = work(_writer, transaction);
            transaction.Commit();
            return result;
        }
    }

    /// <summary>Closes the file; the WAL goes into it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            using (var reader = new SqliteConnection(_readerString))
            {
                SqliteConnection.ClearPool(reader);
            }

            _writer.Dispose();
            _ownership?.Dispose();
        }
    }

    /// <summary>Opens the one writing connection.</summary>
    internal static SqliteConnection OpenWriter(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            connection.Execute(
                """
                pragma auto_vacuum = incremental;
                pragma journal_mode = wal;
                pragma synchronous = full;
                pragma foreign_keys = on;
                pragma busy_timeout = 5000;
                pragma wal_autocheckpoint = 1000;
                pragma journal_size_limit = 16777216;
                pragma cache_size = -4096;
                pragma temp_store = memory;
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal static string ConnectionString(string file, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = 5,
    }.ToString();
}
