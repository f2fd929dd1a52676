using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Sessions.Changing;

/// <summary>The ACK of a 2xx, kept so that each repeated 2xx gets the same again (RFC 3261 §13.2.2.4).</summary>
internal sealed class SentAck
{
    private readonly ISipWire _wire;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Hop _hop;

    private SentAck(ISipWire wire, ReadOnlyMemory<byte> bytes, Hop hop) => (_wire, _bytes, _hop) = (wire, bytes, hop);

    /// <summary>Acknowledges a 2xx. It carries the credentials of the INVITE (§22.1).</summary>
    /// <param name="session">Whose.</param>
    /// <param name="dialog">In which dialog.</param>
    /// <param name="invite">The INVITE.</param>
    /// <param name="body">The answer to an offer that the 2xx brought.</param>
    public static SentAck Send(Session session, Dialog dialog, OutgoingRequest invite, MessageBody? body = null)
    {
        var ack = dialog.Ack(invite.Sequence) with
        {
            Headers = [.. invite.Headers.Where(header => header.Id is HeaderId.Authorization or HeaderId.ProxyAuthorization)],
            Body = body,
        };
        var (services, hop) = (session.Services.Transactions, dialog.Target.Hop);
        var sent = new SentAck(services.Wire, ack.Write(services.Ids.Branch(), hop, services.Wire.LocalFor(hop)), hop);
        sent.SendAgain();
        return sent;
    }

    /// <summary>Sends the same once more.</summary>
    public void SendAgain() => _wire.Send(_bytes, _hop);
}
