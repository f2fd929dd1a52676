using Switchhook.Sip.Grammar;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Dialogs;

/// <summary>Whose dialog it is. On the control loop.</summary>
internal interface IDialogUser
{
    /// <summary>A request in the dialog, in its order; to be answered by the transaction.</summary>
    void OnRequest(ServerTransaction transaction, Dialog dialog);

    /// <summary>An ACK of a 2xx to an INVITE in the dialog.</summary>
    void OnAck(SipMessage ack);
}
