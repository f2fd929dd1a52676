using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Sip.Auth;

/// <summary>What a digest covers beside the password (RFC 7616 §3.4.1).</summary>
/// <param name="Algorithm">How it is made.</param>
/// <param name="Nonce">The server's number used once.</param>
/// <param name="ClientNonce">The client's; empty in the old way.</param>
/// <param name="NonceCount">How often the nonce was used, eight hexadecimal digits; empty in the old way.</param>
/// <param name="Qop"><c>auth</c>; empty in the old way, that of RFC 2069.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Uri">The URI as the credentials name it.</param>
internal sealed record DigestQuestion(
    DigestAlgorithm Algorithm, string Nonce, string ClientNonce, string NonceCount, string Qop, string Method, string Uri)
{
    /// <summary>The right answer, in hexadecimal.</summary>
    /// <param name="ha1">Hash of user, realm and password by the algorithm's hash, in hexadecimal.</param>
    public string Answer(string ha1)
    {
        var first = Algorithm.IsSession() ? Hash(Algorithm, $"{ha1}:{Nonce}:{ClientNonce}") : ha1;
        var second = Hash(Algorithm, $"{Method}:{Uri}");
        var middle = Qop.Length == 0 ? Nonce : $"{Nonce}:{NonceCount}:{ClientNonce}:{Qop}";
        return Hash(Algorithm, $"{first}:{middle}:{second}");
    }

    /// <summary>Hash of text, in hexadecimal.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "RFC 7616 defines digests by MD5, and most phones know no other.")]
    public static string Hash(DigestAlgorithm algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm.IsSha256() ? SHA256.HashData(bytes) : MD5.HashData(bytes));
    }
}
