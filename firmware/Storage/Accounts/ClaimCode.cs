using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Switchhook.Storage.Accounts;

/// <summary>
/// The code that the first start prints: whoever types it makes the first account. Works once, and only while the box has no account.
/// </summary>
public sealed class ClaimCode(Database database, AccountStore accounts)
{
    private const string Fact = "claim.code";

    // No vowels and no characters that look alike: read from a screen and typed by hand. 12 of 27 characters are 57 bits.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";
    private const int Length = 12;

    /// <summary>A new code, in groups of four; it replaces the one before, which only its hash was kept of.</summary>
    /// <returns>Null when the box has an account, or the disk does not take it.</returns>
    public string? Issue()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        var outcome = accounts.Change((connection, transaction) =>
        {
            if (connection.ExecuteScalar<bool>("select exists (select 1 from accounts)", transaction: transaction))
            {
                return AccountOutcome.ClaimedBefore;
            }

            connection.Execute(
                "insert or replace into facts (name, value) values (@Fact, @Value)", new { Fact, Value = HashOf(code) }, transaction);
            return AccountOutcome.Done;
        });
        return outcome == AccountOutcome.Done ? $"{code[..4]}-{code[4..8]}-{code[8..]}" : null;
    }

    /// <summary>Makes the first account. Hyphens, spaces and case of the code do not matter.</summary>
    /// <returns>
    /// <see cref="AccountOutcome.Done"/>, and the code is used up; or <see cref="AccountOutcome.WrongCode"/>,
    /// <see cref="AccountOutcome.ClaimedBefore"/>, an unfit name or password, or a disk that does not take it.
    /// </returns>
    public AccountOutcome Redeem(string code, string name, string password)
    {
        if (AccountStore.Unfit(name, password) is { } unfit)
        {
            return unfit;
        }

        if (accounts.Any())
        {
            return AccountOutcome.ClaimedBefore;
        }

        // Before the expensive hash of the password, so that guessing codes costs the box little.
        if (!IsRight(code))
        {
            return AccountOutcome.WrongCode;
        }

        var hash = accounts.Hash(password);
        return accounts.Change((connection, transaction) =>
        {
            if (connection.ExecuteScalar<bool>("select exists (select 1 from accounts)", transaction: transaction))
            {
                return AccountOutcome.ClaimedBefore;
            }

            var used = connection.Execute(
                "delete from facts where name = @Fact and value = @Value", new { Fact, Value = HashOf(code) }, transaction);
            if (used != 1)
            {
                return AccountOutcome.WrongCode;
            }

            accounts.Insert(connection, transaction, name, hash, Rights.OfAdmin);
            return AccountOutcome.Done;
        });
    }

    private bool IsRight(string code)
    {
        using var connection = database.OpenReader();
        var stored = connection.ExecuteScalar<string?>("select value from facts where name = @Fact", new { Fact });
        return stored is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(HashOf(code)));
    }

    private static string HashOf(string code)
    {
        var plain = string.Concat(code.Take(100).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }
}
