namespace Switchhook.Storage.Accounts;

/// <summary>A person who may sign in.</summary>
/// <param name="Name">As it was chosen; compared without regard to case.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="PasswordSetAt">UTC.</param>
public sealed record Account(string Name, DateTimeOffset CreatedAt, DateTimeOffset PasswordSetAt);
