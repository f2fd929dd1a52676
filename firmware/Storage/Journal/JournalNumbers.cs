using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Journal;

/// <summary>Where the journal's numbering stands.</summary>
internal static class JournalNumbers
{
    /// <summary>The highest number in use, or given out by a database that was lost; 0 at the beginning.</summary>
    public static long Last(SqliteConnection connection, SqliteTransaction? transaction = null) => connection.ExecuteScalar<long?>(
        $"""
        select max(n) from (
            select max(seq) as n from journal
            union all
            select cast(value as integer) from facts where name = '{Salvage.JournalFloor}')
        """,
        transaction: transaction) ?? 0;
}
