using Switchhook.Acd;
using Switchhook.Calls;

namespace Switchhook.Flows.Queues;

/// <summary>Work in the hands of the queues: what the engine knows by its id alone. Control loop only.</summary>
/// <param name="id">Id of the visit, and of the work in the engine.</param>
/// <param name="queue">Name of the queue.</param>
internal abstract class QueueWork(string id, string queue)
{
    /// <summary>Id of the visit.</summary>
    public string Id { get; } = id;

    /// <summary>Name of the queue; another one when a supervisor moves it.</summary>
    public string Queue { get; set; } = queue;

    /// <summary>Who has it: an agent, or the phone of a colleague who took it from one; null before.</summary>
    public string? Agent { get; set; }

    /// <summary>The call whose journal tells of it.</summary>
    public abstract CallId Call { get; }

    /// <summary>True when nobody talks in that call any more.</summary>
    public abstract bool IsCallOver { get; }

    /// <summary>The customer's number; null when it is not known.</summary>
    public abstract string? Customer { get; }

    /// <summary>Whose call an agent's display shows.</summary>
    public abstract CallerIdentity Shown { get; }

    /// <summary>An agent's leg begins for it.</summary>
    /// <param name="leg">Alerting.</param>
    /// <param name="why">Why this one, in words.</param>
    public abstract void AddLeg(Leg leg, string why);

    /// <summary>It has a place in the queue now.</summary>
    public abstract void Entered(AcdDecision.Queued place);

    /// <summary>The agent has answered, and hears what is said to an agent before the customer.</summary>
    public abstract Task PrepareAsync(Leg agent);

    /// <summary>Agent and customer hear each other from now on, or will when the customer answers.</summary>
    /// <param name="agent">Connected.</param>
    public abstract void Join(Leg agent);

    /// <summary>It leaves the queue for a flow, or for the next step.</summary>
    public abstract void Overflow(AcdDecision.Overflow overflow);
}
