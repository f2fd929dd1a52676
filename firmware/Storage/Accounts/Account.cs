namespace Switchhook.Storage.Accounts;

/// <summary>A person who may sign in.</summary>
/// <param name="Name">As it was chosen; compared without regard to case.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="PasswordSetAt">UTC.</param>
public sealed record Account(string Name, DateTimeOffset CreatedAt, DateTimeOffset PasswordSetAt)
{
    /// <summary>What the person may do.</summary>
    public Rights Rights { get; init; } = Rights.OfAdmin;

    /// <summary>When it was locked, UTC: nobody signs in with it; null when it is not.</summary>
    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>True while the person has no password: invited, and not yet come.</summary>
    public bool IsInvited { get; init; }

    /// <summary>Until when its invitation can be used, UTC; null when there is none.</summary>
    public DateTimeOffset? InvitedUntil { get; init; }
}
