namespace Switchhook.Sip.Auth;

/// <summary>The box's account with a carrier.</summary>
/// <param name="UserName">Its name for the digest, which may differ from the number.</param>
/// <param name="Password">Its password.</param>
internal sealed record DigestAccount(string UserName, string Password)
{
    /// <summary>The name alone: it may come into a log.</summary>
    public override string ToString() => UserName;
}
