using Switchhook.Sip.Grammar;

namespace Switchhook.Sip.Transactions;

/// <summary>Who sent a request through the transaction layer and waits for what comes back. On the control loop.</summary>
internal interface IClientUser
{
    /// <summary>A response: any provisional one, one final one, and of an INVITE each 2xx, repeated ones too.</summary>
    void OnResponse(SipMessage response, ClientTransaction transaction);

    /// <summary>No answer will come.</summary>
    void OnFault(TransactionFault fault, ClientTransaction transaction);
}
