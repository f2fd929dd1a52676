using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>Takes the requests that begin transactions, and those that belong to none. On the control loop.</summary>
internal interface IRequestUser
{
    /// <summary>A new request, neither ACK nor CANCEL; to be answered by the transaction.</summary>
    void OnRequest(ServerTransaction transaction);

    /// <summary>An ACK that belongs to no transaction: that of a 2xx.</summary>
    void OnAck(SipMessage ack, Hop from);
}
