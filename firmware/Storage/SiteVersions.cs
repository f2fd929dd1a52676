using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage;

/// <summary>Every site file that was in force, with who applied it, when and why. Any thread.</summary>
public sealed class SiteVersions(Database database, TimeProvider time)
{
    /// <summary>Keeps a text that goes into force. The same text as the latest version makes no new one.</summary>
    /// <param name="yaml">The whole text.</param>
    /// <param name="by">Who applies it.</param>
    /// <param name="why">What changed, in words.</param>
    /// <param name="note">Why it is changed, in the words of who does it; null when nothing is said.</param>
    /// <returns>The version; null when the disk does not take it.</returns>
    public SiteVersion? Add(string yaml, string by, string why, string? note = null)
    {
        try
        {
            return database.Write((connection, transaction) => Insert(connection, transaction, yaml, by, why, note));
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return null;
        }
    }

    /// <summary>The version that was applied last, with its text; null before the first.</summary>
    public SiteText? Latest()
    {
        using var connection = database.OpenReader();
        return connection.QueryFirstOrDefault<Row>($"{Row.SelectWithText} order by number desc limit 1")?.ToText();
    }

    /// <summary>One version with its text; null when there is none of that number.</summary>
    public SiteText? Get(int number)
    {
        using var connection = database.OpenReader();
        return connection.QuerySingleOrDefault<Row>($"{Row.SelectWithText} where number = @number", new { number })?.ToText();
    }

    /// <summary>Versions without their texts, newest first.</summary>
    /// <param name="limit">Most versions to return.</param>
    /// <param name="before">Only versions with lower numbers.</param>
    public IReadOnlyList<SiteVersion> List(int limit = 1000, int before = int.MaxValue)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<Row>($"{Row.Select} where number < @before order by number desc limit @limit", new { limit, before });
        return [.. rows.Select(row => row.ToVersion())];
    }

    private SiteVersion Insert(
        SqliteConnection connection, SqliteTransaction transaction, string yaml, string by, string why, string? note)
    {
        var latest = connection.QueryFirstOrDefault<Row>($"{Row.SelectWithText} order by number desc limit 1", transaction: transaction);
        if (latest?.Yaml == yaml)
        {
            return latest.ToVersion();
        }

        var number = (latest?.Number ?? 0) + 1;
        var row = new Row
        {
            Number = number,
            AppliedAt = Milliseconds.Of(time.GetUtcNow()),
            By = by,
            Why = why,
            Note = note,
            Yaml = yaml,
        };
        connection.Execute(
            """
            insert into site_versions (number, applied_at, applied_by, why, note, yaml)
            values (@Number, @AppliedAt, @By, @Why, @Note, @Yaml)
            """,
            row,
            transaction);
        return row.ToVersion();
    }

    private sealed class Row
    {
        public const string Select = $"select {Columns} from site_versions";
        public const string SelectWithText = $"select {Columns}, yaml from site_versions";
        private const string Columns = "number, applied_at as AppliedAt, applied_by as By, why, note";

        public long Number { get; init; }

        public long AppliedAt { get; init; }

        public string By { get; init; } = "";

        public string Why { get; init; } = "";

        public string? Note { get; init; }

        public string Yaml { get; init; } = "";

        public SiteVersion ToVersion() => new((int)Number, Milliseconds.At(AppliedAt), By, Why, Note);

        public SiteText ToText() => new(ToVersion(), Yaml);
    }
}
