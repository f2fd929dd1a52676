using Switchhook.Calls.Loop;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Dialogs.Dispatch;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Sessions;

/// <summary>What sessions work with.</summary>
/// <param name="Loop">On which all of it runs.</param>
/// <param name="Transactions">Sends.</param>
/// <param name="Dialogs">Where dialogs are found.</param>
/// <param name="Capabilities">What the box tells of itself.</param>
/// <param name="Options">What holds for all sessions.</param>
internal sealed record SessionServices(
    ControlLoop Loop, TransactionServices Transactions, DialogTable Dialogs, Capabilities Capabilities, SessionOptions Options);
