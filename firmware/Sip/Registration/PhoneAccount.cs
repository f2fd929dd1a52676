namespace Switchhook.Sip.Registration;

/// <summary>A number under which devices may register.</summary>
/// <param name="Number">The extension, and the user name.</param>
/// <param name="Secret">The password. Never written anywhere.</param>
/// <param name="MostContacts">Most devices at once.</param>
internal sealed record PhoneAccount(string Number, string Secret, int MostContacts)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"account {Number}";
}
