using Switchhook.Calls;
using Switchhook.Hardware.Countries;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Site;

namespace Switchhook.Sip.Trunks;

/// <summary>How the box shows itself in a call over a trunk: a number in the header and form that the provider wants. Pure.</summary>
/// <param name="trunk">The trunk.</param>
/// <param name="call">
/// The call. A number that the trunk does not have is not shown, but its own. Whoever is called for help sees the number in any case.
/// </param>
/// <param name="country">How numbers are written at home.</param>
internal sealed class OutgoingIdentity(TrunkConfig trunk, CallOut call, Country country)
{
    private readonly string _domain = trunk.FromDomain ?? trunk.Server.Host;

    // A number that is to be shown in this call goes before what holds for the trunk.
    private readonly bool _isHidden = !call.IsEmergency && (call.IsAnonymous || (trunk.HidesNumber && call.Show is null));

    /// <summary>From, without a tag.</summary>
    public NameAddress From => (_isHidden, trunk.CallerNumber.Header) switch
    {
        // RFC 3323 §4.1.1.3.
        (true, _) => NameAddress.Create("Anonymous", SipUri.Create("anonymous", "anonymous.invalid")),
        (_, CallerNumberHeader.From) => NameAddress.Create(null, SipUri.Create(Number ?? trunk.User, _domain)),
        _ => NameAddress.Create(null, SipUri.Create(trunk.User ?? Number, _domain)),
    };

    /// <summary>Headers that tell the number, and whether it may be shown (RFC 3325; RFC 3323 §4.2).</summary>
    public IReadOnlyList<HeaderField> Headers
    {
        get
        {
            var address = Number is { } number ? NameAddress.Create(null, SipUri.Create(number, _domain)).ToString() : null;
            var headers = new List<HeaderField>();
            if (address is not null && trunk.CallerNumber.Header == CallerNumberHeader.RemotePartyId)
            {
                var privacy = _isHidden ? "full" : "off";
                headers.Add(new HeaderField(HeaderId.RemotePartyId, $"{address};party=calling;screen=yes;privacy={privacy}"));
            }
            else if (address is not null && (trunk.CallerNumber.Header == CallerNumberHeader.PAssertedIdentity || _isHidden))
            {
                headers.Add(new HeaderField(HeaderId.PAssertedIdentity, address));
            }

            if (_isHidden)
            {
                headers.Add(new HeaderField(HeaderId.Privacy, "id"));
            }

            return headers;
        }
    }

    private string? Number => (call.Show is { } shown && trunk.MayShow(shown) ? shown : trunk.Number) is { } number
        ? NumberFormats.Write(number, trunk.CallerNumber.Format, country)
        : null;
}
