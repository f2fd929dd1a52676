using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Auth;

/// <summary>
/// Asks for passwords and checks them (RFC 7616, RFC 8760; RFC 3261 §22). An account that does not exist costs the same work and gets the
/// same answer as a wrong password. Used on the control loop.
/// </summary>
/// <param name="realm">Whose accounts these are.</param>
/// <param name="nonces">The nonces.</param>
/// <param name="find">What is kept of an account's password; null when there is no such account.</param>
internal sealed class DigestServer(string realm, NonceSource nonces, Func<string, AccountSecret?> find)
{
    private const int LongestName = 128;
    private const string Auth = "auth";

    // MD5 first: some phones look at the first challenge alone.
    private static readonly DigestAlgorithm[] Offered = [DigestAlgorithm.Md5, DigestAlgorithm.Sha256];

    private static readonly AccountSecret Nobody = AccountSecret.Of("", "", "");

    /// <summary>Checks a request.</summary>
    public AuthVerdict Check(SipMessage request)
    {
        var mine = default(Credentials);
        foreach (var line in request.Headers.All(HeaderId.Authorization))
        {
            if (!Credentials.TryParse(line, out var credentials))
            {
                return new AuthVerdict(AuthOutcome.Refused, "", "The credentials are malformed.");
            }

            if (credentials.IsDigest && credentials.Realm.Is(Encoding.UTF8.GetBytes(realm)))
            {
                mine ??= credentials;
            }
        }

        return mine is null
            ? new AuthVerdict(AuthOutcome.Challenge, "", "The request brings no credentials for this box.")
            : Check(mine, request);
    }

    /// <summary>The challenges of a 401, one for each algorithm, with one new nonce.</summary>
    /// <param name="isStale">Whether only the nonce was too old.</param>
    /// <param name="isMd5Only">For a phone that chokes on a challenge whose algorithm it does not know.</param>
    public IReadOnlyList<string> Challenges(bool isStale, bool isMd5Only)
    {
        var nonce = nonces.Issue();
        var name = new StringBuilder();
        Writing.AppendQuoted(name, realm);
        var stale = isStale ? ", stale=true" : "";
        return [.. Offered.Where(algorithm => !isMd5Only || algorithm == DigestAlgorithm.Md5).Select(algorithm =>
            $"Digest realm={name}, nonce=\"{nonce}\", algorithm={algorithm.Name()}, qop=\"{Auth}\"{stale}")];
    }

    private AuthVerdict Check(Credentials credentials, SipMessage request)
    {
        var userName = credentials.UserName.Length <= LongestName ? credentials.UserName.ToString() : "";
        if (Read(credentials, request.Method.ToString(), out var count) is not { } question || userName.Length == 0)
        {
            return new AuthVerdict(AuthOutcome.Refused, userName, "The credentials lack a part, or come in a way that was not offered.");
        }

        var secret = find(userName);
        var right = question.Answer((secret ?? Nobody).For(question.Algorithm));
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), credentials.Response.Span);
        if (!isRight || secret is null)
        {
            return new AuthVerdict(AuthOutcome.Refused, userName, "The account or its password is wrong.");
        }

        if (!IsForSameUser(credentials.Uri, request.RequestUri))
        {
            return new AuthVerdict(AuthOutcome.Refused, userName, "The credentials were made for another request.");
        }

        return nonces.Use(question.Nonce, count) == NonceState.Good
            ? new AuthVerdict(AuthOutcome.Accepted, userName, "The password is right.")
            : new AuthVerdict(AuthOutcome.Stale, userName, "The password is right, the nonce is used up.");
    }

    // Null when a part is missing. The old way without qop is taken with MD5 only.
    private static DigestQuestion? Read(Credentials credentials, string method, out uint count)
    {
        count = 0;
        if (DigestAlgorithms.Find(credentials.Algorithm) is not { } algorithm)
        {
            return null;
        }

        var isOldWay = credentials.Qop.IsEmpty;
        var nonceCount = credentials.NonceCount.ToString();
        var isNewWay = credentials.Qop.IsIgnoringCase("auth"u8) && !credentials.ClientNonce.IsEmpty
            && nonceCount.Length == 8 && uint.TryParse(nonceCount, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out count)
            && count > 0;
        if (isOldWay ? algorithm != DigestAlgorithm.Md5 : !isNewWay)
        {
            return null;
        }

        return new DigestQuestion(
            algorithm,
            credentials.Nonce.ToString(),
            credentials.ClientNonce.ToString(),
            nonceCount,
            credentials.Qop.ToString(),
            method,
            credentials.Uri.ToString());
    }

    // Hosts differ where a proxy or a phone's setting names the box otherwise, and some clients sign the box alone; whom a call is for may
    // not differ. A request that was overheard is of no use in any case: no count of a nonce is taken twice.
    private static bool IsForSameUser(SipText signed, AnyUri asked) =>
        AnyUri.Parse(signed.Bytes) is SipUri a && asked is SipUri b
            ? a.User.IsEmpty || Percent.AreSame(a.User.Span, b.User.Span, ignoreCase: false)
            : signed.Equals(asked.Text);
}
