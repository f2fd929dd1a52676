using Microsoft.Data.Sqlite;

namespace Switchhook.Storage;

/// <summary>What a failure of SQLite means for people (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFailure
{
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ReadOnly = 8;

    /// <summary>The file is damaged or is no database.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>
    /// No space. Writing the shared-memory file of the WAL on a full disk is reported as an I/O error, so that counts too.
    /// </summary>
    public static bool MayBeFullDisk(SqliteException failure) => failure.SqliteErrorCode is Full or IoError;

    /// <summary>The fault lies in the disk and not in what was written, so that trying again later makes sense.</summary>
    public static bool IsOfTheDisk(SqliteException failure) =>
        failure.SqliteErrorCode is Full or IoError or CannotOpen or ReadOnly or Corrupt or NotADatabase or 5 or 6 or 7;

    /// <summary>One plain sentence.</summary>
    public static string Words(SqliteException failure) => failure.SqliteErrorCode switch
    {
        Full => "The disk is full.",
        IoError => "The disk does not take what is written (input/output error).",
        ReadOnly => "The disk is read-only.",
        CannotOpen => "The database file cannot be opened.",
        Corrupt or NotADatabase => "The database file is damaged; a restart of the box moves it aside.",
        _ => failure.Message,
    };
}
