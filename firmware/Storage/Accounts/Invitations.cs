using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Accounts;

/// <summary>
/// Invites people: who has the code of an invitation chooses the password of its account, so that nobody else ever knows it. A code works
/// once, for a day; only its hash is stored.
/// </summary>
public sealed class Invitations(Database database, AccountStore accounts, TimeProvider time)
{
    /// <summary>A code works for so long.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Most accounts of a box.</summary>
    public const int MostAccounts = 500;

    // As of claim codes: no vowels, nothing that looks alike. 16 of 27 characters are 76 bits, since it opens for a whole day.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";
    private const int Length = 16;
    private const int LongestCode = 64;

    /// <summary>Makes an account without a password, and its code.</summary>
    public (AccountOutcome Outcome, string? Code) Invite(string name, Rights rights)
    {
        if (AccountStore.Unfit(name, new string('x', AccountStore.ShortestPassword)) is { } unfit)
        {
            return (unfit, null);
        }

        var code = NewCode();
        var outcome = accounts.Change((connection, transaction) =>
        {
            if (connection.ExecuteScalar<int>("select count(*) from accounts", transaction: transaction) >= MostAccounts)
            {
                return AccountOutcome.TooMany;
            }

            return accounts.Insert(connection, transaction, name, "", rights)
                ? Put(connection, transaction, name, code)
                : AccountOutcome.NameTaken;
        });
        return (outcome, outcome == AccountOutcome.Done ? code : null);
    }

    /// <summary>Makes a new code for an account, such as of somebody who forgot the password; the old one works until it is used.</summary>
    public (AccountOutcome Outcome, string? Code) Renew(string name)
    {
        var code = NewCode();
        var outcome = accounts.Get(name) is null
            ? AccountOutcome.NotFound
            : accounts.Change((connection, transaction) => Put(connection, transaction, name, code));
        return (outcome, outcome == AccountOutcome.Done ? code : null);
    }

    /// <summary>The account of a code that can be used now; null when there is none. Hyphens, spaces and case do not matter.</summary>
    public string? AccountOf(string code)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<string?>(
            "select account from invitations join accounts on name = account where hash = @hash and ends_at > @now and locked_at is null",
            new { hash = HashOf(code), now = Milliseconds.Of(time.GetUtcNow()) });
    }

    /// <summary>Sets the password of the account of a code, which is used up; the sessions of the account end.</summary>
    /// <returns>The account when it is done.</returns>
    public (AccountOutcome Outcome, string? Account) Redeem(string code, string password)
    {
        // Before the expensive hash of the password, so that guessing costs the box little. Setting the password uses the code up.
        if (AccountOf(code) is not { } account)
        {
            return (AccountOutcome.WrongCode, null);
        }

        var outcome = accounts.SetPassword(account, password);
        return (outcome, outcome == AccountOutcome.Done ? account : null);
    }

    private AccountOutcome Put(
        SqliteConnection connection,
        SqliteTransaction transaction,
        string name,
        string code)
    {
        connection.Execute(
            "insert or replace into invitations (account, hash, ends_at) values (@name, @hash, @ends)",
            new { name = AccountStore.Tidy(name), hash = HashOf(code), ends = Milliseconds.Of(time.GetUtcNow() + Life) },
            transaction);
        return AccountOutcome.Done;
    }

    private static string NewCode()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}";
    }

    private static byte[] HashOf(string code) => SHA256.HashData(
        Encoding.UTF8.GetBytes("invitation " + string.Concat(code.Take(LongestCode).Where(char.IsLetterOrDigit)).ToUpperInvariant()));
}
