using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Journal;

namespace Switchhook.Storage;

/// <summary>
/// Takes from a damaged database what can still be read of the small tables without which nobody could sign in, people or phones, and the
/// number at which the journal stood, so that numbers are not given twice.
/// </summary>
internal static class Salvage
{
    /// <summary>The highest number of the journal that lies in a damaged file; the new journal goes on above it.</summary>
    public const string JournalFloor = "journal.floor";

    private static readonly string[] Tables = ["accounts", "tokens", "site_versions", "secrets"];

    /// <summary>Copies what it can, and tells in words.</summary>
    public static string Run(string damaged, SqliteConnection fresh)
    {
        try
        {
            using var old = new SqliteConnection(Database.ConnectionString(damaged, SqliteOpenMode.ReadOnly, pooling: false));
            old.Open();
            var saved = Tables.Select(table => $"{table.Replace('_', ' ')} {CopyReadable(old, fresh, table)}").ToList();
            CopyFloor(old, fresh);
            return $"Taken over from it: {string.Join(", ", saved)}.";
        }
        catch (SqliteException)
        {
            return "Nothing in it could be read.";
        }
    }

    private static int CopyReadable(SqliteConnection old, SqliteConnection fresh, string table)
    {
        var copied = 0;
        try
        {
            using var rows = old.ExecuteReader($"select * from {table}");
            while (rows.Read())
            {
                copied += Insert(fresh, table, rows);
            }
        }
        catch (SqliteException)
        {
            // What came before the damaged page is kept.
        }

        return copied;
    }

    private static int Insert(SqliteConnection fresh, string table, System.Data.IDataReader row)
    {
        var values = new DynamicParameters();
        for (var i = 0; i < row.FieldCount; i++)
        {
            values.Add($"v{i}", row.IsDBNull(i) ? null : row.GetValue(i));
        }

        var columns = Enumerable.Range(0, row.FieldCount).Select(row.GetName);
        var names = Enumerable.Range(0, row.FieldCount).Select(i => $"@v{i}");
        return fresh.Execute($"insert or ignore into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", names)})", values);
    }

    private static void CopyFloor(SqliteConnection old, SqliteConnection fresh)
    {
        try
        {
            var floor = JournalNumbers.Last(old);
            fresh.Execute(
                "insert or replace into facts (name, value) values (@JournalFloor, @Value)",
                new { JournalFloor, Value = $"{floor}" });
        }
        catch (SqliteException)
        {
            // Not readable: the numbers begin anew.
        }
    }
}
