namespace Switchhook.Sip.Auth;

/// <summary>How often each realm asked about one request. One for each request, kept from try to try.</summary>
internal sealed class AuthTries
{
    private readonly Dictionary<(bool IsProxy, string Realm), int> _asked = [];

    /// <summary>Notes that a realm asked.</summary>
    /// <returns>How often it did by now.</returns>
    public int Note(bool isProxy, string realm) => _asked[(isProxy, realm)] = _asked.GetValueOrDefault((isProxy, realm)) + 1;
}
