using Switchhook.Storage.Accounts;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>What names and passwords may be.</summary>
public static class AccountRules
{
    /// <summary>Longest name of an account or a key.</summary>
    public const int MaxName = AccountStore.LongestName;

    /// <summary>Shortest password (NIST SP 800-63B, section 5.1.1, asks for 8; more here, as one password guards the whole box).</summary>
    public const int MinPassword = 12;

    /// <summary>Longest password.</summary>
    public const int MaxPassword = AccountStore.LongestPassword;

    /// <summary>What is wrong with a name; null when nothing.</summary>
    public static string? TroubleWithName(string name) =>
        name.Length is 0 or > MaxName || name.Any(char.IsControl) ? $"Write a name of at most {MaxName} characters." : null;

    /// <summary>The same of a new account's name, which stands in addresses of the API.</summary>
    public static string? TroubleWithNewName(string name) =>
        TroubleWithName(name.Trim()) ?? (name.IndexOfAny(['/', '\\']) >= 0 ? "Write a name without slashes." : null);

    /// <summary>What is wrong with a new password; null when nothing.</summary>
    public static string? TroubleWithPassword(string password, string again, string name)
    {
        if (password.Length is < MinPassword or > MaxPassword)
        {
            return $"The password must have {MinPassword} to {MaxPassword} characters.";
        }

        if (password.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length > 2)
        {
            return "The password must not hold the name.";
        }

        if (password.Distinct().Count() < 5)
        {
            return "The password must have at least five different characters.";
        }

        return password == again ? null : "The two passwords differ; type the same one twice.";
    }
}
