using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Auth;

/// <summary>
/// Answers the challenges of a carrier (RFC 7616, RFC 8760; RFC 3261 §22): takes the strongest algorithm on offer, and keeps what it took
/// for the next requests. Used on the control loop.
/// </summary>
/// <param name="account">The box's account there.</param>
/// <param name="random">The chance for its own nonces.</param>
internal sealed class DigestClient(DigestAccount account, Random random)
{
    private const int MostSessions = 8;
    private const int ClientNonceBytes = 12;

    // A nonce may be too old although the server does not say so; twice it must.
    private const int TriesUnasked = 1;
    private const int TriesStale = 2;

    private readonly Dictionary<(bool IsProxy, string Realm), DigestSession> _sessions = [];

    /// <summary>Takes the challenges of a 401 or 407.</summary>
    /// <param name="response">The response.</param>
    /// <param name="tries">What was tried for this request.</param>
    public AuthStep Take(SipMessage response, AuthTries tries)
    {
        const int ProxyAuthenticationRequired = 407;
        var isProxy = response.StatusCode == ProxyAuthenticationRequired;
        var header = isProxy ? HeaderId.ProxyAuthenticate : HeaderId.WwwAuthenticate;
        var offers = response.Headers.All(header)
            .Select(line => Challenge.TryParse(line, out var challenge) ? challenge : null)
            .OfType<Challenge>().Where(IsUsable).GroupBy(challenge => challenge.Realm.ToString()).ToList();
        if (offers.Count == 0)
        {
            return new AuthStep(ShallRetry: false, "The other side asks for a password in no way that the box knows.");
        }

        foreach (var offer in offers)
        {
            var best = offer.MaxBy(challenge => DigestAlgorithms.Find(challenge.Algorithm))!;
            if (tries.Note(isProxy, offer.Key) > (best.IsStale ? TriesStale : TriesUnasked))
            {
                _sessions.Remove((isProxy, offer.Key));
                return new AuthStep(ShallRetry: false, "The other side does not take the account's name and password.");
            }

            Keep((isProxy, offer.Key), best);
        }

        return new AuthStep(ShallRetry: true, "The other side asks for the password.");
    }

    /// <summary>The credentials for each realm that asked so far.</summary>
    public IReadOnlyList<HeaderField> Answers(SipMethod method, AnyUri uri) =>
    [
        .. _sessions.Select(session => new HeaderField(
            session.Key.IsProxy ? HeaderId.ProxyAuthorization : HeaderId.Authorization,
            session.Value.Answer(method.ToString(), uri.ToString()))),
    ];

    private static bool IsUsable(Challenge challenge)
    {
        var qop = challenge.Qop.ToString().Split(',', StringSplitOptions.TrimEntries);
        return challenge.IsDigest && !challenge.Nonce.IsEmpty && DigestAlgorithms.Find(challenge.Algorithm) is not null
            && (challenge.Qop.IsEmpty || qop.Contains("auth", StringComparer.OrdinalIgnoreCase));
    }

    private void Keep((bool IsProxy, string Realm) key, Challenge challenge)
    {
        if (_sessions.Count >= MostSessions && !_sessions.ContainsKey(key))
        {
            _sessions.Clear();
        }

        Span<byte> chance = stackalloc byte[ClientNonceBytes];
        random.NextBytes(chance);
        var algorithm = DigestAlgorithms.Find(challenge.Algorithm)!.Value;
        _sessions[key] = new DigestSession(account, challenge, algorithm, Convert.ToHexStringLower(chance));
    }
}
