using Switchhook.Hardware.Countries;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks;

/// <summary>How the box shows itself in calls over a trunk: its number in the header and form that the provider wants. Pure.</summary>
internal sealed class OutgoingIdentity(TrunkConfig trunk, Country country)
{
    private readonly string _domain = trunk.FromDomain ?? trunk.Server.Host;

    /// <summary>From, without a tag.</summary>
    public NameAddress From => (trunk.HidesNumber, trunk.CallerNumber.Header) switch
    {
        // RFC 3323 §4.1.1.3.
        (true, _) => NameAddress.Create("Anonymous", SipUri.Create("anonymous", "anonymous.invalid")),
        (_, CallerNumberHeader.From) => NameAddress.Create(null, SipUri.Create(Number ?? trunk.User, _domain)),
        _ => NameAddress.Create(null, SipUri.Create(trunk.User ?? Number, _domain)),
    };

    /// <summary>Headers that tell the number, and whether it may be shown.</summary>
    public IReadOnlyList<HeaderField> Headers
    {
        get
        {
            var address = Number is { } number ? NameAddress.Create(null, SipUri.Create(number, _domain)).ToString() : null;
            var headers = new List<HeaderField>();
            if (address is not null && trunk.CallerNumber.Header == CallerNumberHeader.RemotePartyId)
            {
                var privacy = trunk.HidesNumber ? "full" : "off";
                headers.Add(new HeaderField(HeaderId.RemotePartyId, $"{address};party=calling;screen=yes;privacy={privacy}"));
            }
            else if (address is not null && (trunk.CallerNumber.Header == CallerNumberHeader.PAssertedIdentity || trunk.HidesNumber))
            {
                headers.Add(new HeaderField(HeaderId.PAssertedIdentity, address));
            }

            if (trunk.HidesNumber)
            {
                headers.Add(new HeaderField(HeaderId.Privacy, "id"));
            }

            return headers;
        }
    }

    private string? Number => trunk.Number is { } number ? NumberFormats.Write(number, trunk.CallerNumber.Format, country) : null;
}
