using Switchhook.Calls;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks;

/// <summary>Who calls over a trunk, and which number was called, as the provider's INVITE tells. Pure.</summary>
internal static class IncomingIdentity
{
    private const int LongestName = 80;

    /// <summary>The caller: the header that the site names first, then the others, From at last.</summary>
    public static CallerIdentity CallerOf(SipMessage invite, CallerNumberHeader first)
    {
        var headers = first == CallerNumberHeader.RemotePartyId
            ? new[] { HeaderId.RemotePartyId, HeaderId.PAssertedIdentity }
            : [HeaderId.PAssertedIdentity, HeaderId.RemotePartyId];
        if (IsWithheld(invite))
        {
            return new CallerIdentity(null, null, "The caller does not show the number.") { Withheld = true };
        }

        foreach (var id in first == CallerNumberHeader.From ? [] : headers)
        {
            if (invite.Headers.ReadTop<NameAddress>(id).Is(out var asserted) && Of(asserted, HeaderNames.Text(id)) is { } caller)
            {
                return caller;
            }
        }

        return Of(invite.From, "From") ?? new CallerIdentity(null, null, "The provider tells no number.");
    }

    /// <summary>The number that was called; null when the provider does not tell.</summary>
    /// <param name="invite">The INVITE.</param>
    /// <param name="contact">User part of the box's Contact, which is no number.</param>
    public static string? CalledOf(SipMessage invite, string contact)
    {
        var named = NumberOf(invite.RequestUri);
        return named is { Length: > 0 } && named != contact ? named : NumberOf(invite.To.Uri);
    }

    private static bool IsWithheld(SipMessage invite)
    {
        var privacy = invite.Headers.First(HeaderId.Privacy).ToString();
        return privacy.Contains("id", StringComparison.OrdinalIgnoreCase)
            || privacy.Contains("user", StringComparison.OrdinalIgnoreCase)
            || privacy.Contains("full", StringComparison.OrdinalIgnoreCase)
            || (invite.From.SipUri is { } from && from.Host.ToString().Equals("anonymous.invalid", StringComparison.OrdinalIgnoreCase)
                && !invite.Headers.Has(HeaderId.PAssertedIdentity));
    }

    private static CallerIdentity? Of(NameAddress address, string header)
    {
        var number = NumberOf(address.Uri);
        var name = address.DisplayName.ToString();
        if (number is not { Length: > 0 } || number.Equals("anonymous", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        name = name.Length > LongestName ? name[..LongestName] : name;
        return new CallerIdentity(number, name.Length == 0 || name == number ? null : name, $"Told by the provider ({header}).");
    }

    // Parameters in the user part, such as ;phone-context, are no digits of the number.
    private static string? NumberOf(AnyUri? uri) => uri switch
    {
        SipUri sip => sip.User.ToString().Split(';')[0],
        TelUri tel => tel.Number.ToString(),
        _ => null,
    };
}
