using Switchhook.Sip.Transactions.Machines;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>What transactions, and all above them, work with. On the control loop.</summary>
/// <param name="Wire">Carries what is sent.</param>
/// <param name="Deadlines">Watches their time.</param>
/// <param name="Ids">Makes their names.</param>
/// <param name="Times">T1 and what is made of it.</param>
internal sealed record TransactionServices(ISipWire Wire, DeadlineQueue Deadlines, SipIds Ids, TransactionTimes Times)
{
    /// <summary>All transactions.</summary>
    public TransactionTable Table { get; } = new();
}
