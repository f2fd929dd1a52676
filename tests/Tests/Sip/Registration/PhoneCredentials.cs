using System.Text.RegularExpressions;
using Switchhook.Sip.Auth;

namespace Switchhook.Tests.Sip.Registration;

/// <summary>How a phone of a test shows its password.</summary>
internal static partial class PhoneCredentials
{
    /// <summary>A line Authorization that answers a challenge.</summary>
    public static string Of(string number, string method, string uri, string challenge, string password)
    {
        var realm = Realm().Match(challenge).Groups["value"].Value;
        var nonce = Nonce().Match(challenge).Groups["value"].Value;
        var secret = AccountSecret.Of(number, realm, password);
        var response = new DigestQuestion(DigestAlgorithm.Md5, nonce, "c", "00000001", "auth", method, uri).Answer(secret.Md5);
        return $"Authorization: Digest username=\"{number}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{uri}\", "
            + $"response=\"{response}\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\n";
    }

    [GeneratedRegex("realm=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Realm();

    [GeneratedRegex("nonce=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}
