using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Steps;

namespace Switchhook.Flows.Queues;

/// <summary>Tells the journal of a caller's visit: once that he came, and once how he left without an agent.</summary>
/// <param name="host">Writes.</param>
/// <param name="visit">The visit.</param>
/// <param name="flow">The call on its way.</param>
/// <param name="isReturn">True when he came back with the same ticket.</param>
internal sealed class VisitLog(QueueHost host, QueueWork visit, FlowCall flow, bool isReturn)
{
    private bool _hasLeft;

    /// <summary>True when it is told that he came.</summary>
    public bool HasEntered { get; private set; }

    /// <summary>He has a place.</summary>
    public void Enter(string why)
    {
        HasEntered = true;
        var (number, line) = (flow.Identity.Number, flow.Caller.Party.Name);
        host.Write(
            new QueueEntered(visit.Call, visit.Id, visit.Queue, nameof(WorkKind.Call), number, line, flow.Turn, isReturn, why));
    }

    /// <summary>He is not let in, and has come all the same.</summary>
    public void EnterWithoutPlace()
    {
        if (!HasEntered)
        {
            Enter($"Comes to queue {visit.Queue}.");
        }
    }

    /// <summary>He leaves; what is told later is not written.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="why">In words.</param>
    /// <param name="promisedBy">Until when he has been promised a call; null for none.</param>
    public void Leave(VisitOutcome outcome, string why, DateTimeOffset? promisedBy = null)
    {
        if (!_hasLeft)
        {
            _hasLeft = true;
            EnterWithoutPlace();
            host.Write(new QueueLeft(visit.Call, visit.Id, outcome.ToString(), why) { PromisedBy = promisedBy });
        }
    }
}
