using System.Globalization;
using System.Text;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Headers.Digest;

namespace Switchhook.Sip.Auth;

/// <summary>A challenge that was taken, and how often its nonce was used since: it serves the next requests too.</summary>
/// <param name="account">Who answers.</param>
/// <param name="challenge">The challenge.</param>
/// <param name="algorithm">Its algorithm.</param>
/// <param name="clientNonce">The client's number used once.</param>
internal sealed class DigestSession(DigestAccount account, Challenge challenge, DigestAlgorithm algorithm, string clientNonce)
{
    private readonly string _realm = challenge.Realm.ToString();
    private readonly string _nonce = challenge.Nonce.ToString();
    private readonly string _opaque = challenge.Opaque.ToString();
    private readonly string _algorithmName = challenge.Algorithm.ToString();
    private readonly bool _isOldWay = challenge.Qop.IsEmpty;
    private readonly string _ha1 = DigestQuestion.Hash(algorithm, $"{account.UserName}:{challenge.Realm}:{account.Password}");
    private uint _count;

    /// <summary>The credentials for one more request.</summary>
    public string Answer(string method, string uri)
    {
        _count++;
        var count = _count.ToString("x8", CultureInfo.InvariantCulture);
        var question = _isOldWay
            ? new DigestQuestion(algorithm, _nonce, clientNonce, "", "", method, uri)
            : new DigestQuestion(algorithm, _nonce, clientNonce, count, "auth", method, uri);
        var text = new StringBuilder("Digest username=");
        Writing.AppendQuoted(text, account.UserName);
        Append(text, "realm", _realm);
        Append(text, "nonce", _nonce);
        Append(text, "uri", uri);
        Append(text, "response", question.Answer(_ha1));
        if (_algorithmName.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", algorithm={algorithm.Name()}");
        }

        if (!_isOldWay)
        {
            text.Append(CultureInfo.InvariantCulture, $", qop=auth, nc={count}");
        }

        if (!_isOldWay || algorithm.IsSession())
        {
            Append(text, "cnonce", clientNonce);
        }

        if (_opaque.Length > 0)
        {
            Append(text, "opaque", _opaque);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string value)
    {
        text.Append(", ").Append(name).Append('=');
        Writing.AppendQuoted(text, value);
    }
}
