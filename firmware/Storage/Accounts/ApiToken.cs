namespace Switchhook.Storage.Accounts;

/// <summary>A key with which a program uses the API, without its secret.</summary>
/// <param name="Id">Short, for lists and <see cref="TokenStore.Revoke"/>.</param>
/// <param name="Name">What it is for.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="LastUsedAt">UTC, to a minute; null when it was never used.</param>
public sealed record ApiToken(string Id, string Name, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>True for a key of the office's partner: in force only while the office lets the partner in.</summary>
    public bool IsPartner { get; init; }

    /// <summary>What the program may do.</summary>
    public Rights Rights { get; init; } = Rights.OfAdmin;

    /// <summary>When it goes out of force by itself, UTC; null for never.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}

/// <summary>A new key with its secret, which is told this once.</summary>
public sealed record IssuedToken(ApiToken Token, string Secret);
