using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Dialogs.Dispatch;

/// <summary>Serves the requests of a method that begin something: outside of dialogs. On the control loop.</summary>
internal interface IRequestHandler
{
    /// <summary>A request that passed all general checks; to be answered by the transaction.</summary>
    void OnRequest(ServerTransaction transaction);
}
