namespace Switchhook.Sip.Guard.Accounts;

/// <summary>How wrong passwords slow down those who try them.</summary>
public sealed record AccountLimits
{
    /// <summary>Wrong passwords of an account that slow nobody down.</summary>
    public int Free { get; init; } = 3;

    /// <summary>The first wait; each further wrong password doubles it.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Wrong passwords from an address that the account is used from which slow nobody there down.</summary>
    public int FreeAtHome { get; init; } = 20;

    /// <summary>The wait there: short, as the true phone is there too and must come through.</summary>
    public TimeSpan WaitAtHome { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After so long without a wrong password all is forgotten.</summary>
    public TimeSpan ForgottenAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Addresses from which an account is used that are kept, the last ones.</summary>
    public int Homes { get; init; } = 4;

    /// <summary>Accounts that are kept, those that do not exist included; those that nobody used go first.</summary>
    public int MaxAccounts { get; init; } = 4096;
}
