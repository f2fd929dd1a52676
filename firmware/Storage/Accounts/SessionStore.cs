using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Accounts;

/// <summary>
/// Sessions of browsers. They live in the database, so that a restart signs nobody out. On a full disk a new session lives in memory only:
/// whoever comes to free the disk must be able to sign in.
/// </summary>
public sealed class SessionStore(Database database, TimeProvider time)
{
    /// <summary>A session that is not used for so long ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>A session ends after so long in any case.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary>Most sessions of one account; the oldest ends for a new one.</summary>
    public const int MostPerAccount = 50;

    private const int MostInMemory = 100;
    private const int LongestBrowser = 200;

    // Use is noted this often, so that not every page costs a write.
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Session> _inMemory = new(StringComparer.Ordinal);

    /// <summary>Begins a session of an account that exists.</summary>
    /// <param name="account">The account.</param>
    /// <param name="browser">What the browser says of itself; cut at 200 characters.</param>
    /// <returns>
    /// Its secret for the cookie: 256 random bits in letters, digits, <c>-</c> and <c>_</c>. It is not stored and not told again.
    /// </returns>
    public string Begin(string account, string browser = "")
    {
        browser = new string([.. browser.Where(letter => !char.IsControl(letter)).Take(LongestBrowser)]);
        var secret = Secret.New();
        var now = time.GetUtcNow();
        try
        {
            database.Write((connection, transaction) => Insert(connection, transaction, account, browser, Secret.HashOf(secret), now));
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            KeepInMemory(
                secret, new Session(account, now, now, now + Idle) { Id = IdOf(Secret.HashOf(secret)), Browser = browser });
        }

        return secret;
    }

    /// <summary>The session of a secret, which goes on for it; null when there is none, or it has run out.</summary>
    public Session? Find(string secret)
    {
        var now = time.GetUtcNow();
        if (_inMemory.TryGetValue(KeyOf(secret), out var kept))
        {
            return kept.ExpiresAt > now ? kept : null;
        }

        var hash = Secret.HashOf(secret);
        using var connection = database.OpenReader();
        var row = connection.QuerySingleOrDefault<Row>($"{Row.Select} where hash = @hash", new { hash });
        if (row is null || row.ToSession().ExpiresAt <= now)
        {
            return null;
        }

        if (now - Milliseconds.At(row.SeenAt) >= SeenStep)
        {
            NoteUse(hash, now);
        }

        return new Row
        {
            Hash = row.Hash,
            Account = row.Account,
            Browser = row.Browser,
            BeganAt = row.BeganAt,
            SeenAt = Milliseconds.Of(now),
        }.ToSession();
    }

    /// <summary>Sessions of an account that have not run out, newest first.</summary>
    public IReadOnlyList<Session> List(string account)
    {
        var now = time.GetUtcNow();
        using var connection = database.OpenReader();
        return
        [
            .. connection.Query<Row>($"{Row.Select} where account = @account order by began_at desc", new { account })
                .Select(row => row.ToSession())
                .Concat(_inMemory.Values.Where(session => string.Equals(session.Account, account, StringComparison.OrdinalIgnoreCase)))
                .Where(session => session.ExpiresAt > now),
        ];
    }

    /// <summary>Ends one session of an account by its <see cref="Session.Id"/>.</summary>
    /// <returns>False when there is none, or the disk does not take it.</returns>
    public bool EndOne(string account, string id)
    {
        foreach (var (key, session) in _inMemory)
        {
            if (session.Id == id && string.Equals(session.Account, account, StringComparison.OrdinalIgnoreCase))
            {
                return _inMemory.TryRemove(key, out _);
            }
        }

        return List(account).Any(session => session.Id == id)
            && Delete($"delete from sessions where account = @account and {Row.IdSql} = @id", new { account, id });
    }

    /// <summary>Ends a session; nothing happens when there is none of that secret.</summary>
    /// <returns>False when the disk does not take it: the session is still in force.</returns>
    public bool End(string secret)
    {
        _inMemory.TryRemove(KeyOf(secret), out _);
        return Delete("delete from sessions where hash = @hash", new { hash = Secret.HashOf(secret) });
    }

    /// <summary>Ends all sessions of an account.</summary>
    /// <returns>False when the disk does not take it: the sessions are still in force.</returns>
    public bool EndAll(string account)
    {
        foreach (var (key, session) in _inMemory)
        {
            if (string.Equals(session.Account, account, StringComparison.OrdinalIgnoreCase))
            {
                _inMemory.TryRemove(key, out _);
            }
        }

        return Delete("delete from sessions where account = @account", new { account });
    }

    private static string KeyOf(string secret) => Convert.ToHexString(Secret.HashOf(secret));

    private static string IdOf(byte[] hash) => Convert.ToHexString(hash)[..16];

    private static int Insert(
        SqliteConnection connection, SqliteTransaction transaction, string account, string browser, byte[] hash, DateTimeOffset now)
    {
        connection.Execute(
            "delete from sessions where seen_at <= @idle or began_at <= @old",
            new { idle = Milliseconds.Of(now - Idle), old = Milliseconds.Of(now - LongestLife) },
            transaction);
        connection.Execute(
            """
            delete from sessions where hash in (
                select hash from sessions where account = @account order by began_at desc, hash limit -1 offset @others)
            """,
            new { account, others = MostPerAccount - 1 },
            transaction);
        return connection.Execute(
            "insert into sessions (hash, account, browser, began_at, seen_at) values (@hash, @account, @browser, @now, @now)",
            new { hash, account, browser, now = Milliseconds.Of(now) },
            transaction);
    }

    private void KeepInMemory(string secret, Session session)
    {
        if (_inMemory.Count >= MostInMemory)
        {
            _inMemory.TryRemove(_inMemory.MinBy(entry => entry.Value.BeganAt).Key, out _);
        }

        _inMemory[KeyOf(secret)] = session;
    }

    private void NoteUse(byte[] hash, DateTimeOffset now)
    {
        try
        {
            database.Write((connection, transaction) => connection.Execute(
                "update sessions set seen_at = @now where hash = @hash", new { now = Milliseconds.Of(now), hash }, transaction));
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            // The session goes on; it only runs out earlier.
        }
    }

    private bool Delete(string sql, object values)
    {
        try
        {
            return database.Write((connection, transaction) => connection.Execute(sql, values, transaction)) >= 0;
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return false;
        }
    }

    private sealed class Row
    {
        public const string IdSql = "substr(hex(hash), 1, 16)";

        public const string Select = "select hash as Hash, account, browser, began_at as BeganAt, seen_at as SeenAt from sessions";

        public byte[] Hash { get; init; } = [];

        public string Browser { get; init; } = "";

        public string Account { get; init; } = "";

        public long BeganAt { get; init; }

        public long SeenAt { get; init; }

        public Session ToSession()
        {
            var (began, seen) = (Milliseconds.At(BeganAt), Milliseconds.At(SeenAt));
            return new Session(Account, began, seen, began + LongestLife < seen + Idle ? began + LongestLife : seen + Idle)
            {
                Id = IdOf(Hash),
                Browser = Browser,
            };
        }
    }
}
