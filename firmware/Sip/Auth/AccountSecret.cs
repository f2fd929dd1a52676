namespace Switchhook.Sip.Auth;

/// <summary>What a server keeps of an account's password: enough to check it, and of no use in another realm.</summary>
/// <param name="Md5">MD5 of user, realm and password, in hexadecimal.</param>
/// <param name="Sha256">SHA-256 of the same.</param>
internal sealed record AccountSecret(string Md5, string Sha256)
{
    /// <summary>Of an account and its password.</summary>
    public static AccountSecret Of(string userName, string realm, string password)
    {
        var text = $"{userName}:{realm}:{password}";
        return new AccountSecret(DigestQuestion.Hash(DigestAlgorithm.Md5, text), DigestQuestion.Hash(DigestAlgorithm.Sha256, text));
    }

    /// <summary>That for an algorithm.</summary>
    public string For(DigestAlgorithm algorithm) => algorithm.IsSha256() ? Sha256 : Md5;

    /// <summary>Says nothing: it may come into a log.</summary>
    public override string ToString() => nameof(AccountSecret);
}
