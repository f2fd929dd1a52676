using Microsoft.AspNetCore.Http;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Security;

/// <summary>Knows somebody by a session or a key, as of now.</summary>
internal sealed class Gatekeeper(Stores stores, WebBackend backend)
{
    /// <summary>Who shows this; null for a stranger, and for one whose account is locked or whose key is not in force.</summary>
    public Known? Find(Shown shown) => shown.Key is { } key ? ByKey(key) : BySession(shown.Session);

    private Known? BySession(string? secret) =>
        secret is { Length: > 0 and <= Access.MaxSecret } && stores.Sessions.Find(secret) is { } session
        && stores.Accounts.Get(session.Account) is { LockedAt: null } account
            ? new Known(account.Name, Access.BySession, account.Rights)
            : null;

    // 256 random bits need no brake: nobody guesses them, and a program with an old key must not lock out its neighbours.
    private Known? ByKey(string key) =>
        key.Length is > 0 and <= Access.MaxSecret && stores.Tokens.Find(key) is { } token && IsInForce(token)
            ? new Known($"key {token.Name}", Access.ByKey, token.Rights)
            : null;

    private bool IsInForce(ApiToken token) =>
        !token.IsPartner || (backend.Live.Current.PartnerUntil is { } until && backend.Time.GetUtcNow() < until);
}

/// <summary>What a request shows to be known.</summary>
/// <param name="Key">A key, which comes before a session; null for none.</param>
/// <param name="Session">The secret of a session; null for none.</param>
internal readonly record struct Shown(string? Key, string? Session)
{
    /// <summary>What a request shows.</summary>
    public static Shown Of(HttpRequest request) => new(Access.KeyOf(request), Access.SessionSecretOf(request));
}

/// <summary>Somebody who is known. Compared by value.</summary>
/// <param name="Name">The account, or the key.</param>
/// <param name="By">How it is known: <see cref="Access.BySession"/> or <see cref="Access.ByKey"/>.</param>
/// <param name="Rights">What it may do.</param>
internal sealed record Known(string Name, string By, Rights Rights);
