using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Switchhook.Appliance.LookUps;

/// <summary>A table or view of an SQLite file, which is only read.</summary>
internal static class SqliteTable
{
    /// <summary>The first row that fits; null when there is none.</summary>
    /// <exception cref="SqliteException">It cannot be read, or has no such table.</exception>
    /// <exception cref="InvalidDataException">It has no such column.</exception>
    public static Dictionary<string, string>? Find(string file, string table, RowQuery query, CancellationToken cancel)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 1,
        };
        using var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Quoted(table)}";
        if (!query.IsCaller)
        {
            // Compared as text, so that a column of numbers is found by the digits that a caller has entered.
            command.CommandText += $" WHERE CAST({Quoted(query.Column)} AS TEXT) = $key COLLATE NOCASE LIMIT 1";
            command.Parameters.AddWithValue("$key", query.Key);
        }

        using var reader = command.ExecuteReader();
        var column = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(
            i => reader.GetName(i).Equals(query.Column, StringComparison.OrdinalIgnoreCase), -1);
        if (column < 0)
        {
            throw query.NoColumn(file);
        }

        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (TextOf(reader, column) is { } value && query.Fits(value))
            {
                return RowOf(reader);
            }
        }

        return null;
    }

    private static Dictionary<string, string> RowOf(SqliteDataReader reader)
    {
        var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (TextOf(reader, i) is { } value)
            {
                row[reader.GetName(i)] = value;
            }
        }

        return row;
    }

    private static string? TextOf(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
