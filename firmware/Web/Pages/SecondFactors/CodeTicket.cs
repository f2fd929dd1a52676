using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Switchhook.Web.Pages.SecondFactors;

/// <summary>Carries over to the second page of the sign-in that the password was right: sealed by the box, for five minutes.</summary>
internal sealed class CodeTicket(IDataProtectionProvider protection, TimeProvider time)
{
    private const int Longest = 1000;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("sign-in code");

    /// <summary>A ticket of an account whose password was right.</summary>
    /// <param name="account">Its name.</param>
    /// <param name="passwordSetAt">Of which password.</param>
    public string Of(string account, DateTimeOffset passwordSetAt) => _protector.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds()} {passwordSetAt.ToUnixTimeMilliseconds()} {account}"));

    /// <summary>What a ticket is of; null when it is not ours, or too old.</summary>
    public (string Account, long PasswordSetAt)? Read(string ticket)
    {
        if (ticket.Length is 0 or > Longest)
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(ticket).Split(' ', 3);
            var made = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            var age = time.GetUtcNow() - made;
            return age >= TimeSpan.Zero && age < Life ? (parts[2], long.Parse(parts[1], CultureInfo.InvariantCulture)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
