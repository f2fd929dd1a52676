using Switchhook.Sip.Grammar;

namespace Switchhook.Sip.Transactions;

/// <summary>Who answers an INVITE, and wants to know what becomes of it. On the control loop.</summary>
internal interface IServerUser
{
    /// <summary>The peer has taken the INVITE back; the CANCEL is answered already. The user answers the INVITE with 487.</summary>
    void OnCancel(SipMessage cancel);

    /// <summary>An ACK to a 2xx that names the INVITE's own transaction, as old peers send it.</summary>
    void OnAck(SipMessage ack);

    /// <summary>Nobody acknowledged the failure that the INVITE was answered with.</summary>
    void OnNoAck();
}
