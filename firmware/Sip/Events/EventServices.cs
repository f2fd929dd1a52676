using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Sip.Dialogs;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Events;

/// <summary>What subscriptions work with.</summary>
/// <param name="Loop">On which all of it runs.</param>
/// <param name="Transactions">Sends.</param>
/// <param name="Dialogs">Where dialogs are found.</param>
/// <param name="Board">What the box is doing.</param>
/// <param name="IsPhone">Whether a number is that of a phone that may subscribe.</param>
/// <param name="Rules">How long, how many, how often.</param>
internal sealed record EventServices(
    ControlLoop Loop,
    TransactionServices Transactions,
    DialogTable Dialogs,
    LiveBoard Board,
    Func<string, bool> IsPhone,
    SubscriptionRules Rules);
