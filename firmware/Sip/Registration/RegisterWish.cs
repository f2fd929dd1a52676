using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Registration;

/// <summary>What a REGISTER asks for: contacts with their times, all to be gone, or a look at what is there. Pure.</summary>
internal abstract record RegisterWish
{
    private const int MostContacts = 20;

    private RegisterWish()
    {
    }

    /// <summary>Only to be told what is there.</summary>
    public sealed record Look : RegisterWish;

    /// <summary>All to be gone: <c>Contact: *</c>.</summary>
    public sealed record Clear : RegisterWish;

    /// <summary>These to be there for so long; zero takes one away.</summary>
    public sealed record Change(IReadOnlyList<(NameAddress Contact, TimeSpan Length)> Contacts) : RegisterWish;

    /// <summary>Nothing that can be done.</summary>
    /// <param name="Response">What to answer.</param>
    public sealed record Wrong(OutgoingResponse Response) : RegisterWish;

    /// <summary>Reads a REGISTER.</summary>
    public static RegisterWish Of(SipMessage register, RegistrationRules rules)
    {
        var count = register.Headers.CountOf(HeaderId.Contact);
        if (count == 0)
        {
            return new Look();
        }

        if (count > MostContacts)
        {
            return new Wrong(new OutgoingResponse(403, "Too many contacts"));
        }

        var expires = register.Headers.Read<Seconds>(HeaderId.Expires);
        if (count == 1 && register.Headers.First(HeaderId.Contact).Is("*"u8))
        {
            return expires.Is(out var zero) && zero.Value == 0
                ? new Clear()
                : new Wrong(new OutgoingResponse(400, "Contact * needs Expires 0"));
        }

        return register.Headers.ReadAll<NameAddress>(HeaderId.Contact).Is(out var contacts)
            ? OfContacts(contacts, expires.Is(out var usual) ? usual.Value : null, rules)
            : new Wrong(new OutgoingResponse(400, "Malformed Contact"));
    }

    // What a contact says of itself goes before what the request says of all (RFC 3261 §10.2.1.1).
    private static RegisterWish OfContacts(IReadOnlyList<NameAddress> contacts, uint? usual, RegistrationRules rules)
    {
        var wishes = new List<(NameAddress, TimeSpan)>(contacts.Count);
        foreach (var contact in contacts)
        {
            if (contact.SipUri is null)
            {
                return new Wrong(new OutgoingResponse(400, "A contact must be a SIP address"));
            }

            var asked = (contact.Expires ?? usual) is { } seconds ? TimeSpan.FromSeconds(seconds) : rules.Usual;
            if (asked > TimeSpan.Zero && asked < rules.Shortest)
            {
                var least = ((int)rules.Shortest.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return new Wrong(new OutgoingResponse(423).With(new HeaderField(HeaderId.MinExpires, least)));
            }

            wishes.Add((contact, asked > rules.Longest ? rules.Longest : asked));
        }

        return new Change(wishes);
    }
}
