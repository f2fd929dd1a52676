using Switchhook.Sip.Auth;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>A trunk's account: answers the challenges of its provider with the password that is in force. On the control loop.</summary>
/// <param name="userName">Name that goes with the password.</param>
/// <param name="secret">The password; null when there is none.</param>
/// <param name="random">Chance.</param>
internal sealed class TrunkCredentials(string userName, Func<string?> secret, Random random) : IChallengeAnswerer
{
    private DigestAccount? _account;
    private DigestClient? _client;

    /// <summary>There is a password.</summary>
    public bool HasPassword => secret() is not null;

    /// <inheritdoc/>
    public IReadOnlyList<HeaderField> Answer(SipMessage challenge, OutgoingRequest request)
    {
        if (secret() is not { } password)
        {
            return [];
        }

        var account = new DigestAccount(userName, password);
        if (_client is null || account != _account)
        {
            (_account, _client) = (account, new DigestClient(account, random));
        }

        return _client.Take(challenge, TriesOf(request)).ShallRetry ? _client.Answers(request.Method, request.Uri) : [];
    }

    // What was tried for a request is what it carries.
    private static AuthTries TriesOf(OutgoingRequest request)
    {
        var tries = new AuthTries();
        foreach (var header in request.Headers.Where(header => header.Id is HeaderId.Authorization or HeaderId.ProxyAuthorization))
        {
            if (Credentials.TryParse(SipText.Of(header.Value), out var credentials))
            {
                tries.Note(header.Id == HeaderId.ProxyAuthorization, credentials.Realm.ToString());
            }
        }

        return tries;
    }
}
