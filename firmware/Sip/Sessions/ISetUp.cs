using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transactions;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions;

/// <summary>How a session came to be, from its first INVITE to the ACK: by a call of the box or of the peer.</summary>
internal interface ISetUp
{
    /// <summary>The session is given up before the INVITE is answered.</summary>
    void GiveUp(SessionEnd why, IReadOnlyList<HeaderField> headers);

    /// <summary>The session is ended between answer and ACK: no BYE may go before the ACK has come (RFC 3261 §15).</summary>
    void EndAfterAck(IReadOnlyList<HeaderField> headers);

    /// <summary>An ACK came; false when it is not that of the first INVITE.</summary>
    bool TryTakeAck(SipMessage ack);

    /// <summary>A PRACK came.</summary>
    void OnPrack(ServerTransaction prack);

    /// <summary>The peer says BYE before all is set up.</summary>
    void OnBye();
}
