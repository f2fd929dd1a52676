using System.Globalization;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Sessions;
using Switchhook.Sip.Sessions.Requests;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>The REGISTER requests of one account: one Call-ID, rising numbers (RFC 3261 §10.2). On the control loop.</summary>
/// <param name="services">What transactions work with.</param>
/// <param name="party">Whose account.</param>
/// <param name="contactUser">User part of the box's contact.</param>
/// <param name="credentials">Answers challenges.</param>
internal sealed class RegisterRequests(
    TransactionServices services, TrunkParty party, string contactUser, IChallengeAnswerer credentials)
{
    private readonly string _callId = services.Ids.CallId();
    private readonly NameAddress _from = party.Account.WithTag(services.Ids.Tag());
    private uint _sequence = services.Ids.FirstSequence();

    /// <summary>Sends one.</summary>
    /// <param name="hop">To which server.</param>
    /// <param name="expires">How long it shall hold; zero to end it.</param>
    public PendingRequest Send(Hop hop, TimeSpan expires)
    {
        var seconds = ((long)expires.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var contact = ContactAddress.Of(services.Wire, contactUser, hop, isSecure: false);
        return PendingRequest.Send(services, hop, credentials, () => new OutgoingRequest(
            SipMethod.Register, party.Server, _callId, ++_sequence)
        {
            From = _from,
            To = party.Account,
            Routes = party.Proxy,
            Headers =
            [
                contact with { Value = $"{contact.Value};expires={seconds}" },
                new HeaderField(HeaderId.Expires, seconds),

                // A server between that must be passed on the way back may say so (RFC 3327 §5.1).
                new HeaderField(HeaderId.Supported, "path"),
            ],
        });
    }
}
