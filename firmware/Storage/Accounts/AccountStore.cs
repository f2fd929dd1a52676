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

    /// <summary>Makes an account.</summary>
    public AccountOutcome Create(string name, string password)
    {
        if (Unfit(name, password) is { } unfit)
        {
            return unfit;
        }

        var hash = PasswordHash.Of(password, _iterations);
        return Change((connection, transaction) =>
            Insert(connection, transaction, name, hash) ? AccountOutcome.Done : AccountOutcome.NameTaken);
    }

    /// <summary>Checks a name and a password. Takes the same time whether or not there is such an account.</summary>
    /// <returns>The account; null when name or password is wrong.</returns>
    public Account? Verify(string name, string password)
    {
        var row = Find(name);
        lock (_checking)
        {
            var fits = password.Length <= LongestPassword;
            if (!PasswordHash.Matches(fits ? password : "", row?.Password ?? _nobody.Value) || row is null || !fits)
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
            connection.Execute("delete from sessions where account = @name", new { name = Tidy(name) }, transaction);
            var changed = connection.Execute(
                "update accounts set password = @hash, password_set_at = @now where name = @name",
                new { hash, now = Now(), name = Tidy(name) },
                transaction);
            return changed == 1 ? AccountOutcome.Done : AccountOutcome.NotFound;
        });
    }

    /// <summary>Removes an account with its sessions; not the last one.</summary>
    public AccountOutcome Remove(string name) => Change((connection, transaction) =>
    {
        var count = connection.ExecuteScalar<int>("select count(*) from accounts", transaction: transaction);
        if (count == 1 && Find(name) is not null)
        {
            return AccountOutcome.LastAccount;
        }

        var removed = connection.Execute("delete from accounts where name = @name", new { name = Tidy(name) }, transaction);
        return removed == 1 ? AccountOutcome.Done : AccountOutcome.NotFound;
    });

    /// <summary>
    /// Removes all accounts with their sessions: the box is as before its first account, and <see cref="ClaimCode"/> works again.
    /// </summary>
    public AccountOutcome ForgetAll() => Change((connection, transaction) =>
    {
        connection.Execute("delete from sessions; delete from accounts;", transaction: transaction);
        return AccountOutcome.Done;
    });

    internal string Hash(string password) => PasswordHash.Of(password, _iterations);

    internal bool Insert(SqliteConnection connection, SqliteTransaction transaction, string name, string hash) => connection.Execute(
        "insert into accounts (name, password, created_at, password_set_at) values (@name, @hash, @now, @now) on conflict do nothing",
        new { name = Tidy(name), hash, now = Now() },
        transaction) == 1;

    internal static AccountOutcome? Unfit(string name, string password)
    {
        if (Tidy(name).Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return AccountOutcome.NameUnfit;
        }

        return password.Length is < ShortestPassword or > LongestPassword ? AccountOutcome.PasswordUnfit : null;
    }

    private static string Tidy(string name) => name.Trim().Normalize(NormalizationForm.FormC);

    private long Now() => Milliseconds.Of(_time.GetUtcNow());

    private Row? Find(string name)
    {
        using var connection = _database.OpenReader();
        return name.Length > LongestName
            ? null
            : connection.QuerySingleOrDefault<Row>($"{Row.Select} where name = @name", new { name = Tidy(name) });
    }

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
        public const string Select = "select name, password, created_at as CreatedAt, password_set_at as PasswordSetAt from accounts";

        public string Name { get; init; } = "";

        public string Password { get; init; } = "";

        public long CreatedAt { get; init; }

        public long PasswordSetAt { get; init; }

        public Account ToAccount() => new(Name, Milliseconds.At(CreatedAt), Milliseconds.At(PasswordSetAt));
    }
}
