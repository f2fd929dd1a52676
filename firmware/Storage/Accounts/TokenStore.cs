using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Accounts;

/// <summary>Keys with which programs use the API. Only hashes are stored; a key that was revoked stays in the file as a trace.</summary>
public sealed class TokenStore(Database database, TimeProvider time)
{
    /// <summary>How each secret begins, so that a person (and a scanner for leaked keys) knows it.</summary>
    public const string Mark = "swh_";

    /// <summary>Most keys in force.</summary>
    public const int Most = 1000;

    private const int LongestName = 100;
    private static readonly TimeSpan UsedStep = TimeSpan.FromMinutes(1);

    /// <summary>Makes a key.</summary>
    /// <param name="name">What it is for; longer than 100 characters is cut.</param>
    /// <param name="madeBy">Who makes it.</param>
    /// <param name="partner">True for a key that works only while the office lets its partner in.</param>
    /// <param name="rights">What it may do; null for everything.</param>
    /// <param name="endsAt">When it goes out of force by itself; null for never.</param>
    /// <returns>Null when the disk does not take it, or there are <see cref="Most"/> already.</returns>
    public IssuedToken? Create(
        string name, string madeBy, bool partner = false, Rights? rights = null, DateTimeOffset? endsAt = null)
    {
        var secret = Secret.New(Mark);
        var cut = name.Length > LongestName ? name[..LongestName] : name;
        var token = new ApiToken(RandomNumberGenerator.GetHexString(12, lowercase: true), cut, madeBy, time.GetUtcNow(), null)
        {
            IsPartner = partner,
            Rights = rights ?? Rights.OfAdmin,
            EndsAt = endsAt,
        };
        var made = Try((connection, transaction) => connection.Execute(
            """
            insert into tokens (id, name, made_by, hash, created_at, partner, role, queues, agent, ends_at)
            select @Id, @Name, @MadeBy, @Hash, @At, @IsPartner, @Role, @Queues, @Agent, @EndsAt
            where (select count(*) from tokens where revoked_at is null) < @Most
            """,
            new
            {
                token.Id,
                token.Name,
                token.MadeBy,
                Hash = Secret.HashOf(secret),
                At = Milliseconds.Of(token.CreatedAt),
                token.IsPartner,
                Role = token.Rights.RoleText,
                Queues = token.Rights.QueuesText,
                token.Rights.Agent,
                EndsAt = Milliseconds.Of(token.EndsAt),
                Most,
            },
            transaction));
        return made == 1 ? new IssuedToken(token, secret) : null;
    }

    /// <summary>The key of a secret; null when there is none in force.</summary>
    public ApiToken? Find(string secret)
    {
        if (!secret.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        using var connection = database.OpenReader();
        var row = connection.QuerySingleOrDefault<Row>(
            $"{Row.Select} where hash = @hash and revoked_at is null and (ends_at is null or ends_at > @now)",
            new { hash = Secret.HashOf(secret), now = Milliseconds.Of(time.GetUtcNow()) });
        if (row is not null)
        {
            NoteUse(row);
        }

        return row?.ToToken();
    }

    /// <summary>All keys in force, oldest first.</summary>
    public IReadOnlyList<ApiToken> List()
    {
        using var connection = database.OpenReader();
        return [.. connection.Query<Row>($"{Row.Select} where revoked_at is null order by created_at, id").Select(row => row.ToToken())];
    }

    /// <summary>Takes a key out of force.</summary>
    /// <returns>False when there is none of that id in force, or the disk does not take it.</returns>
    public bool Revoke(string id) => Try((connection, transaction) => connection.Execute(
        "update tokens set revoked_at = @now where id = @id and revoked_at is null",
        new { now = Milliseconds.Of(time.GetUtcNow()), id },
        transaction)) == 1;

    /// <summary>Takes all keys out of force.</summary>
    /// <returns>False when the disk does not take it.</returns>
    public bool RevokeAll() => Try((connection, transaction) =>
    {
        connection.Execute(
            "update tokens set revoked_at = @now where revoked_at is null", new { now = Milliseconds.Of(time.GetUtcNow()) }, transaction);
        return 1;
    }) == 1;

    private void NoteUse(Row row)
    {
        var now = time.GetUtcNow();
        if (row.LastUsedAt is { } last && now - Milliseconds.At(last) < UsedStep)
        {
            return;
        }

        Try((connection, transaction) => connection.Execute(
            "update tokens set last_used_at = @now where id = @Id", new { now = Milliseconds.Of(now), row.Id }, transaction));
    }

    private int Try(Func<SqliteConnection, SqliteTransaction, int> work)
    {
        try
        {
            return database.Write(work);
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return 0;
        }
    }

    private sealed class Row
    {
        public const string Select =
            """
            select id, name, made_by as MadeBy, created_at as CreatedAt, last_used_at as LastUsedAt, partner as Partner,
                role as Role, queues as Queues, agent as Agent, ends_at as EndsAt from tokens
            """;

        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string MadeBy { get; init; } = "";

        public long CreatedAt { get; init; }

        public long? LastUsedAt { get; init; }

        public bool Partner { get; init; }

        public string Role { get; init; } = "";

        public string Queues { get; init; } = "";

        public string? Agent { get; init; }

        public long? EndsAt { get; init; }

        public ApiToken ToToken() =>
            new(Id, Name, MadeBy, Milliseconds.At(CreatedAt), Milliseconds.At(LastUsedAt))
            {
                IsPartner = Partner,
                Rights = Rights.Of(Role, Queues, Agent),
                EndsAt = Milliseconds.At(EndsAt),
            };
    }
}
