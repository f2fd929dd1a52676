using Dapper;

namespace Switchhook.Storage.Diagnostics;

/// <summary>How the database is.</summary>
/// <param name="Bytes">Size of its file with what waits beside it.</param>
/// <param name="Schema">Number of its last migration.</param>
/// <param name="Check">What a look through its pages found; <c>ok</c>, or null when it was not made.</param>
/// <param name="Rows">Rows of each table.</param>
public sealed record DatabaseFacts(long Bytes, int Schema, string? Check, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>Reads them.</summary>
    /// <param name="database">The database.</param>
    /// <param name="whole">True to look through all pages and count rows, which takes seconds in a large file.</param>
    public static DatabaseFacts Read(Database database, bool whole)
    {
        using var connection = database.OpenReader();
        var schema = connection.ExecuteScalar<int>("select max(version) from schema_version");
        var bytes = SizeOf(database.File) + SizeOf(database.File + "-wal");
        if (!whole)
        {
            return new DatabaseFacts(bytes, schema, null, new Dictionary<string, long>());
        }

        // The names come from the schema, not from anybody's input.
        var tables = connection.Query<string>(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name");
        return new DatabaseFacts(
            bytes,
            schema,
            connection.ExecuteScalar<string>("pragma quick_check(10)", commandTimeout: 0),
            tables.ToDictionary(
                table => table, table => connection.ExecuteScalar<long>($"select count(*) from \"{table}\"", commandTimeout: 0)));
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
