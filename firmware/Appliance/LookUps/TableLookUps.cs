using Microsoft.Data.Sqlite;
using Switchhook.Flows.LookUps;
using Switchhook.Site.Flows;

namespace Switchhook.Appliance.LookUps;

/// <summary>
/// Looks values up in files beside the site file, and at servers. Files are read at each look-up, so they may change at any time.
/// </summary>
/// <param name="folder">Where the paths of the site file begin.</param>
/// <param name="time">Ends a look-up that takes too long.</param>
public sealed class TableLookUps(string folder, TimeProvider time) : ILookUps, IDisposable
{
    private readonly HttpTable _http = new();

    /// <inheritdoc/>
    public async Task<LookUpAnswer> FindAsync(TableConfig table, string key, bool isCaller, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(table.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            // A disk or a server that does not answer at all must not hold the caller either.
            return await Task.Run(() => RowAsync(table, key, isCaller, either.Token), CancellationToken.None).WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return new LookUpAnswer.Failed(cancel.IsCancellationRequested
                ? "The caller has hung up."
                : $"It has not answered in {table.Timeout.TotalSeconds:0.#} s.");
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or InvalidDataException or SqliteException or HttpRequestException)
        {
            return new LookUpAnswer.Failed(fault.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<LookUpAnswer> RowAsync(TableConfig table, string key, bool isCaller, CancellationToken cancel)
    {
        var row = table.Source switch
        {
            TableSource.Csv csv => CsvTable.Find(Path.Combine(folder, csv.Path), new RowQuery(csv.Key, key, isCaller), cancel),
            TableSource.Sqlite sqlite => SqliteTable.Find(
                Path.Combine(folder, sqlite.Path), sqlite.Table, new RowQuery(sqlite.Key, key, isCaller), cancel),
            TableSource.Http http => await _http.FindAsync(http.Address, key, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table.Source, "An unknown source."),
        };
        return row is null ? new LookUpAnswer.Missing() : new LookUpAnswer.Found(Named(table, row));
    }

    private static Dictionary<string, string> Named(TableConfig table, IReadOnlyDictionary<string, string> row)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in table.Values)
        {
            if (row.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text)
            {
                values[name] = text[..Math.Min(text.Length, RowQuery.LongestValue)];
            }
        }

        return values;
    }
}
