using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Accounts;

/// <summary>The people who may sign in. Any thread; checking a password takes a few tenths of a second of computing on purpose.</summary>
public sealed class AccountStore
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 64;

    /// <summary>Shortest password that is taken (NIST SP 800-63B, 5.1.1.2); the web may ask for more.</summary>
    public const int ShortestPassword = 8;

    /// <summary>Longest password that is looked at.</summary>
    public const int LongestPassword = 256;

    // One at a time: guessing must not take the processor from the calls.
    private readonly Lock _checking = new();
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly int _iterations;
    private readonly Lazy<string> _nobody;

    /// <summary>Accounts of a database.</summary>
    public AccountStore(Database database, TimeProvider time)
        : this(database, time, PasswordHash.Iterations)
    {
    }

    internal AccountStore(Database database, TimeProvider time, int iterations)
    {
        _database = database;
        _time = time;
        _iterations = iterations;
        _nobody = new Lazy<string>(() => PasswordHash.Of("nobody's password", iterations));
    }

    /// <summary>True when the box has an account.</summary>
    public bool Any()
    {
        using var connection = _database.OpenReader();
        return connection.ExecuteScalar<bool>("select exists (select 1 from accounts)");
    }

    /// <summary>All accounts by name.</summary>
    public IReadOnlyList<Account> List()
    {
        using var connection = _database.OpenReader();
        return [.. connection.Query<Row>($"{Row.Select} order by name").Select(row => row.ToAccount())];
    }

    /// <summary>One account; null when there is none of that name.</summary>
    public Account? Get(string name) => Find(name)?.ToAccount();

    /// <summary>Makes an account that may do everything, or what is said.</summary>
    public AccountOutcome Create(string name, string password, Rights? rights = null)
    {
        if (Unfit(name, password) is { } unfit)
        {
            return unfit;
        }

        var hash = PasswordHash.Of(password, _iterations);
        return Change((connection, transaction) =>
            Insert(connection, transaction, name, hash, rights ?? Rights.OfAdmin) ? AccountOutcome.Done : AccountOutcome.NameTaken);
    }

    /// <summary>Checks a name and a password. Takes the same time whether or not there is such an account.</summary>
    /// <returns>The account; null when name or password is wrong, or the account is locked.</returns>
    public Account? Verify(string name, string password)
    {
        var row = Find(name);
        lock (_checking)
        {
            var fits = password.Length <= LongestPassword;
            var usable = row is { Password.Length: > 0, LockedAt: null };
            if (!PasswordHash.Matches(fits ? password : "", usable ? row!.Password : _nobody.Value) || row is null || !usable || !fits)
            {
                return null;
            }

            if (PasswordHash.IsWeakerThan(row.Password, _iterations))
            {
                Strengthen(row, password);
            }

            return row.ToAccount();
        }
    }

    /// <summary>Sets a new password and ends all sessions of the account.</summary>
    public AccountOutcome SetPassword(string name, string password)
    {
        if (Unfit(name, password) is { } unfit)
        {
            return unfit;
        }

        var hash = PasswordHash.Of(password, _iterations);
        return Change((connection, transaction) =>
        {
            connection.Execute(
                "delete from sessions where account = @name; delete from invitations where account = @name;",
                new { name = Tidy(name) },
                transaction);
            var changed = connection.Execute(
                "update accounts set password = @hash, password_set_at = @now where name = @name",
                new { hash, now = Now(), name = Tidy(name) },
                transaction);
            return changed == 1 ? AccountOutcome.Done : AccountOutcome.NotFound;
        });
    }

    /// <summary>Removes an account with its sessions; not the last one that may do everything.</summary>
    public AccountOutcome Remove(string name) => ChangeOne(name, "delete from accounts where name = @name");

    /// <summary>Changes what an account may do, and whether it is locked unless that is null: both or none.</summary>
    public AccountOutcome Change(string name, Rights rights, bool? locked) => ChangeOne(
        name,
        "update accounts set role = @role, queues = @queues, agent = @agent where name = @name;"
        + (locked is { } set ? LockSql(set) : ""),
        rights);

    /// <summary>Locks an account and ends its sessions, or lets it sign in again; the last one that may do everything stays.</summary>
    public AccountOutcome SetLocked(string name, bool locked) => ChangeOne(name, LockSql(locked));

    /// <summary>
    /// Removes all accounts with their sessions: the box is as before its first account, and <see cref="ClaimCode"/> works again.
    /// </summary>
    public AccountOutcome ForgetAll() => Change((connection, transaction) =>
    {
        connection.Execute("delete from sessions; delete from accounts;", transaction: transaction);
        return AccountOutcome.Done;
    });

    internal string Hash(string password) => PasswordHash.Of(password, _iterations);

    internal bool Insert(
        SqliteConnection connection, SqliteTransaction transaction, string name, string hash, Rights rights) => connection.Execute(
        """
        insert into accounts (name, password, created_at, password_set_at, role, queues, agent)
        values (@name, @hash, @now, @now, @role, @queues, @agent) on conflict do nothing
        """,
        new { name = Tidy(name), hash, now = Now(), role = rights.RoleText, queues = rights.QueuesText, agent = rights.Agent },
        transaction) == 1;

    internal static AccountOutcome? Unfit(string name, string password)
    {
        if (Tidy(name).Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return AccountOutcome.NameUnfit;
        }

        return password.Length is < ShortestPassword or > LongestPassword ? AccountOutcome.PasswordUnfit : null;
    }

    internal static string Tidy(string name) => name.Trim().Normalize(NormalizationForm.FormC);

    private static string LockSql(bool locked) => locked
        ? "delete from sessions where account = @name; update accounts set locked_at = coalesce(locked_at, @now) where name = @name;"
        : "update accounts set locked_at = null where name = @name;";

    // What would leave nobody who can do everything is not kept.
    private AccountOutcome ChangeOne(string name, string sql, Rights? rights = null)
    {
        try
        {
            return _database.Write((connection, transaction) =>
            {
                if (Find(connection, name) is null)
                {
                    return AccountOutcome.NotFound;
                }

                connection.Execute(
                    sql,
                    new { name = Tidy(name), now = Now(), role = rights?.RoleText, queues = rights?.QueuesText, agent = rights?.Agent },
                    transaction);
                return connection.ExecuteScalar<bool>(
                    "select exists (select 1 from accounts where role = 'admin' and locked_at is null and password <> '')",
                    transaction: transaction)
                    ? AccountOutcome.Done
                    : throw new LastAdminException();
            });
        }
        catch (LastAdminException)
        {
            return AccountOutcome.LastAccount;
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return AccountOutcome.NotStored;
        }
    }

    private long Now() => Milliseconds.Of(_time.GetUtcNow());

    private Row? Find(string name)
    {
        using var connection = _database.OpenReader();
        return Find(connection, name);
    }

    private static Row? Find(SqliteConnection connection, string name) => name.Length > LongestName
        ? null
        : connection.QuerySingleOrDefault<Row>($"{Row.Select} where name = @name", new { name = Tidy(name) });

    private void Strengthen(Row row, string password)
    {
        var stronger = PasswordHash.Of(password, _iterations);
        Change((connection, transaction) =>
        {
            connection.Execute(
                "update accounts set password = @stronger where name = @Name and password = @Password",
                new { stronger, row.Name, row.Password },
                transaction);
            return AccountOutcome.Done;
        });
    }

    internal AccountOutcome Change(Func<SqliteConnection, SqliteTransaction, AccountOutcome> work)
    {
        try
        {
            return _database.Write(work);
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return AccountOutcome.NotStored;
        }
    }

    private sealed class Row
    {
        public const string Select =
            """
            select name, password, created_at as CreatedAt, password_set_at as PasswordSetAt, role as Role, queues as Queues,
                agent as Agent, locked_at as LockedAt, ends_at as InvitedUntil
            from accounts left join invitations on account = name
            """;

        public string Name { get; init; } = "";

        public string Password { get; init; } = "";

        public long CreatedAt { get; init; }

        public long PasswordSetAt { get; init; }

        public string Role { get; init; } = "";

        public string Queues { get; init; } = "";

        public string? Agent { get; init; }

        public long? LockedAt { get; init; }

        public long? InvitedUntil { get; init; }

        public Account ToAccount() => new(Name, Milliseconds.At(CreatedAt), Milliseconds.At(PasswordSetAt))
        {
            Rights = Rights.Of(Role, Queues, Agent),
            LockedAt = Milliseconds.At(LockedAt),
            IsInvited = Password.Length == 0,
            InvitedUntil = Milliseconds.At(InvitedUntil),
        };
    }

    // Undoes the transaction.
    private sealed class LastAdminException : Exception;
}
