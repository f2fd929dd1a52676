using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Secrets;

namespace Switchhook.Storage.SecondFactors;

/// <summary>
/// Second factors of accounts: a key that a telephone makes codes from, and ten recovery codes for the day on which it is lost. The key is
/// sealed as all secrets of the box, of the recovery codes only hashes are kept. Any thread.
/// </summary>
public sealed class SecondFactorStore(Database database, SecretStore secrets, TimeProvider time)
{
    /// <summary>How many recovery codes there are at first.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>Longest code that is looked at.</summary>
    public const int LongestCode = 40;

    // No vowels, nothing that looks alike: written down by hand. 10 of 27 characters are 47 bits, behind the brake on guessing.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";
    private const int RecoveryLength = 10;

    // Clocks of telephones and boxes differ (RFC 6238, section 5.2).
    private const int Drift = 1;

    /// <summary>Since when an account has a second factor; null when it has none.</summary>
    public DateTimeOffset? Since(string account)
    {
        using var connection = database.OpenReader();
        return Milliseconds.At(connection.ExecuteScalar<long?>(
            "select confirmed_at from second_factors where account = @account", new { account }));
    }

    /// <summary>How many recovery codes of an account were not used yet.</summary>
    public int Left(string account)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<int>("select count(*) from recovery_codes where account = @account", new { account });
    }

    /// <summary>Makes a key for an account that has no second factor; it counts once a code of it was given.</summary>
    /// <returns>The key as people type it; null when there is a factor, or the key cannot be kept.</returns>
    public string? Begin(string account)
    {
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var key = Totp.Text(RandomNumberGenerator.GetBytes(Totp.KeyLength));
        if (Since(account) is not null || secrets.SetFactor(id, key) != SecretOutcome.Done)
        {
            return null;
        }

        // Keys whose account is gone go with the next one.
        return Try((connection, transaction) =>
        {
            var kept = connection.Execute(
                """
                insert into second_factors (account, id) values (@account, @id)
                on conflict (account) do update set id = @id, last_step = 0 where confirmed_at is null
                """,
                new { account, id },
                transaction);
            connection.Execute(
                "delete from secrets where name like 'factor/%' and substr(name, 8) not in (select id from second_factors)",
                transaction: transaction);
            return kept;
        }) ? key : null;
    }

    /// <summary>Puts the key in force when a code of it is right.</summary>
    /// <returns>The recovery codes, told this once; null when the code is wrong or nothing was begun.</returns>
    public IReadOnlyList<string>? Confirm(string account, string code)
    {
        if (Find(account) is not { ConfirmedAt: null } row || StepOf(row, code) is not { } step)
        {
            return null;
        }

        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Alphabet, RecoveryLength)).ToList();
        return Try((connection, transaction) =>
        {
            var done = connection.Execute(
                "update second_factors set confirmed_at = @now, last_step = @step where account = @account and id = @Id",
                new { now = Milliseconds.Of(time.GetUtcNow()), step, account, row.Id },
                transaction);
            foreach (var recovery in codes)
            {
                connection.Execute(
                    "insert into recovery_codes (account, hash) values (@account, @hash)",
                    new { account, hash = HashOf(recovery) },
                    transaction);
            }

            return done;
        }) ? [.. codes.Select(recovery => $"{recovery[..5]}-{recovery[5..]}")] : null;
    }

    /// <summary>Checks a code of the telephone, or a recovery code; each works once.</summary>
    public bool Check(string account, string code)
    {
        if (code.Length > LongestCode || Find(account) is not { ConfirmedAt: not null } row)
        {
            return false;
        }

        return StepOf(row, code) is { } step
            ? Try((connection, transaction) => connection.Execute(
                "update second_factors set last_step = @step where account = @account and last_step < @step",
                new { step, account },
                transaction))
            : Try((connection, transaction) => connection.Execute(
                "delete from recovery_codes where account = @account and hash = @hash",
                new { account, hash = HashOf(code) },
                transaction));
    }

    /// <summary>Takes the second factor of an account away.</summary>
    /// <returns>False when there is none, or the disk does not take it.</returns>
    public bool Remove(string account)
    {
        var id = Find(account)?.Id;
        var removed = Try((connection, transaction) =>
            connection.Execute("delete from second_factors where account = @account", new { account }, transaction));
        if (removed)
        {
            secrets.Remove(SecretNames.Factor(id!));
        }

        return removed;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(
        Encoding.UTF8.GetBytes("recovery " + string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant()));

    // A code whose period, or a later one, was used before is wrong.
    private long? StepOf(Row row, string code)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        if (typed.Length != Totp.Digits || code.Any(char.IsLetter) || secrets.Get(SecretNames.Factor(row.Id)) is not { } text)
        {
            return null;
        }

        var (key, now, given) = (Totp.Key(text), Totp.StepOf(time.GetUtcNow()), Encoding.ASCII.GetBytes(typed));
        long? found = null;
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Totp.Code(key, step)), given) && step > row.LastStep)
            {
                found = step;
            }
        }

        return found;
    }

    private Row? Find(string account)
    {
        using var connection = database.OpenReader();
        return connection.QuerySingleOrDefault<Row>(
            "select id as Id, confirmed_at as ConfirmedAt, last_step as LastStep from second_factors where account = @account",
            new { account });
    }

    private bool Try(Func<SqliteConnection, SqliteTransaction, int> work)
    {
        try
        {
            return database.Write(work) == 1;
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return false;
        }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public long? ConfirmedAt { get; init; }

        public long LastStep { get; init; }
    }
}
