using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Journal;

/// <summary>Writes rows of a table with a prepared statement, new ones and others over those that are there; for one transaction.</summary>
internal sealed class UpsertCommand : IDisposable
{
    private readonly SqliteCommand _command;

    /// <param name="connection">The writing connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">All its columns; the first is the key.</param>
    public UpsertCommand(SqliteConnection connection, SqliteTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        var names = string.Join(", ", columns);
        var values = string.Join(", ", columns.Select(column => "$" + column));
        var changes = string.Join(", ", columns.Skip(1).Select(column => $"{column} = excluded.{column}"));
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText =
            $"insert into {table} ({names}) values ({values}) on conflict ({columns[0]}) do update set {changes}";
        foreach (var column in columns)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }
    }

    /// <summary>Sets a column of the next row.</summary>
    public void Set(string column, object? value) => _command.Parameters["$" + column].Value = value ?? DBNull.Value;

    /// <summary>Writes the row; all columns have been set.</summary>
    public void Run() => _command.ExecuteNonQuery();

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
