using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Audit;

/// <summary>Who did what: entries are added, and deleted when they are old; none is changed. Any thread.</summary>
public sealed class AuditStore(Database database, TimeProvider time)
{
    /// <summary>Entries are kept for so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(731);

    /// <summary>Most entries of one page.</summary>
    public const int MostPerPage = 10_000;

    /// <summary>Most entries; the oldest go for new ones.</summary>
    public const int Most = 500_000;

    // Old entries are looked for this often, so that not each costs the search.
    private const int Step = 200;

    private const int Longest = 500;

    private int _added;

    /// <summary>Adds an entry; long texts are cut.</summary>
    /// <returns>False when the disk does not take it.</returns>
    public bool Add(AuditEntry entry)
    {
        try
        {
            database.Write((connection, transaction) =>
            {
                connection.Execute(
                    """
                    insert into audit (at, who, role, origin, what, status, before, after)
                    values (@At, @Who, @Role, @Origin, @What, @Status, @Before, @After)
                    """,
                    new
                    {
                        At = Milliseconds.Of(entry.At),
                        Who = Cut(entry.Who),
                        entry.Role,
                        Origin = Cut(entry.Origin),
                        What = Cut(entry.What),
                        entry.Status,
                        Before = Cut(entry.Before),
                        After = Cut(entry.After),
                    },
                    transaction);
                return _added++ % Step == 0 ? Forget(connection, transaction) : 0;
            });
            return true;
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return false;
        }
    }

    /// <summary>Entries, newest first.</summary>
    public IReadOnlyList<AuditEntry> List(AuditQuery query)
    {
        var where = (query.Before is null ? "" : " and seq < @Before")
            + (query.Who is null ? "" : " and who = @Who collate nocase")
            + (query.Text is null ? "" : " and instr(lower(what), lower(@Text)) > 0")
            + (query.From is null ? "" : " and at >= @From")
            + (query.To is null ? "" : " and at < @To");
        using var connection = database.OpenReader();
        return
        [
            .. connection.Query<Row>(
                $"{Row.Select} where true{where} order by seq desc limit @Limit",
                new
                {
                    Limit = Math.Clamp(query.Limit, 1, MostPerPage),
                    query.Before,
                    query.Who,
                    query.Text,
                    From = Milliseconds.Of(query.From),
                    To = Milliseconds.Of(query.To),
                }).Select(row => row.ToEntry()),
        ];
    }

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] : text;

    private int Forget(SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(
        "delete from audit where at < @old or seq <= (select max(seq) from audit) - @Most",
        new { old = Milliseconds.Of(time.GetUtcNow() - Kept), Most },
        transaction);

    private sealed class Row
    {
        public const string Select =
            """
            select seq as Seq, at as At, who as Who, role as Role, origin as Origin, what as What, status as Status,
                before as Before, after as After from audit
            """;

        public long Seq { get; init; }

        public long At { get; init; }

        public string Who { get; init; } = "";

        public string Role { get; init; } = "";

        public string Origin { get; init; } = "";

        public string What { get; init; } = "";

        public long Status { get; init; }

        public string? Before { get; init; }

        public string? After { get; init; }

        public AuditEntry ToEntry() =>
            new(Milliseconds.At(At), Who, Role, Origin, What, (int)Status) { Seq = Seq, Before = Before, After = After };
    }
}
