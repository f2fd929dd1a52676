using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Storage.Accounts;

/// <summary>Random secrets of 256 bits. Only their SHA-256 is stored: with so many random bits nothing slower is needed.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>Longest text that is looked at.</summary>
    private const int LongestText = 200;

    /// <summary>A new secret of letters, digits, <c>-</c> and <c>_</c>, after a mark that tells what it is.</summary>
    public static string New(string mark = "") => mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored. A text that is too long to be one of ours has the hash of nothing.</summary>
    public static byte[] HashOf(string secret) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(secret.Length > LongestText ? "" : secret));
}
