using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Registration;

/// <summary>Tells a device whose address is not where its messages come from. Pure.</summary>
internal static class Nat
{
    private const int UsualPort = 5060;

    /// <summary>True when what the sender of a request calls its address is not where the request came from.</summary>
    public static bool Is(SipMessage request, Hop from) =>
        request.Headers.ReadTop<NameAddress>(HeaderId.Contact).Is(out var contact) && contact.SipUri is { } uri && Is(uri, from);

    /// <summary>True when a contact is not where its messages come from.</summary>
    public static bool Is(SipUri contact, Hop from)
    {
        // A stream is used in both directions, whatever port its device listens on.
        if (from.Transport != TransportKind.Udp)
        {
            return true;
        }

        return !contact.TryGetAddress(out var address)
            || !address.Equals(from.Remote.Address)
            || (contact.Port ?? UsualPort) != from.Remote.Port;
    }
}
