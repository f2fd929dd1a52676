using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>How long a registrar keeps a registration (RFC 3261 §10.2.1.1, §10.2.4). Pure.</summary>
internal static class GrantedTime
{
    /// <summary>Reads it from the 200.</summary>
    /// <param name="response">The response.</param>
    /// <param name="user">The user part of the box's contact, by which it is known among others'.</param>
    /// <param name="asked">What holds when the response does not say.</param>
    public static TimeSpan Of(SipMessage response, string user, TimeSpan asked)
    {
        var contacts = response.Headers.ReadAll<NameAddress>(HeaderId.Contact).Or([]);
        var own = contacts.FirstOrDefault(contact => contact.SipUri?.UserName == user)
            ?? (contacts.Count == 1 ? contacts[0] : null);
        return own?.Expires is { } seconds ? TimeSpan.FromSeconds(seconds)
            : response.Headers.Read<Seconds>(HeaderId.Expires).Is(out var all) ? TimeSpan.FromSeconds(all.Value)
            : asked;
    }
}
