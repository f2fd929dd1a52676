namespace Switchhook.Storage.Accounts;

/// <summary>A browser that is signed in.</summary>
/// <param name="Account">Name of the account.</param>
/// <param name="BeganAt">UTC.</param>
/// <param name="SeenAt">UTC, to a few minutes.</param>
/// <param name="ExpiresAt">UTC; moves on while the session is used, up to its longest life.</param>
public sealed record Session(string Account, DateTimeOffset BeganAt, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Names it in a list; tells nothing of its secret.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the browser said of itself when it began.</summary>
    public string Browser { get; init; } = "";
}
