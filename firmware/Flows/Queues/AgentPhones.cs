using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Flows.Queues;

/// <summary>Tells the queues what the phones of agents do: whether they can be rung, and whether they are in a call of their own.</summary>
/// <remarks>Presence comes from the phone alone: a browser that sleeps logs nobody out.</remarks>
internal sealed class AgentPhones(LiveBoard live, QueueHost host)
{
    private readonly Dictionary<string, (string Phone, bool IsReachable, bool IsBusy)> _told = new(StringComparer.Ordinal);
    private LiveSnapshot _seen = LiveSnapshot.Empty;

    /// <summary>An agent logs in at a phone.</summary>
    /// <returns>True when it can be rung.</returns>
    public bool Begin(string agent, string phone)
    {
        var isReachable = IsOutside(phone) || IsReachable(StatusOf(phone));
        _told[agent] = (phone, isReachable, IsBusy: false);
        return isReachable;
    }

    /// <summary>An agent has logged out.</summary>
    public void Forget(string agent) => _told.Remove(agent);

    /// <summary>Looks at the phones of all agents who are logged in, when a phone or a call has changed.</summary>
    public void LookIfChanged()
    {
        var now = live.Current;
        if (_told.Count > 0 && !(ReferenceEquals(now.Phones, _seen.Phones) && ReferenceEquals(now.Calls, _seen.Calls)))
        {
            Look();
        }

        _seen = now;
    }

    /// <summary>Looks at the phones of all agents who are logged in.</summary>
    public void Look()
    {
        foreach (var (agent, told) in _told.ToList())
        {
            if (!IsOutside(told.Phone) && host.Engine.Agent(agent) is { } view)
            {
                Look(view, told);
            }
        }
    }

    private void Look(AgentView agent, (string Phone, bool IsReachable, bool IsBusy) told)
    {
        var status = StatusOf(told.Phone);
        var isBusy = IsBusy(agent, told.Phone, status);

        // Whoever is busy by a call could be rung after it; that the phone cannot be rung meanwhile goes without saying.
        var isReachable = isBusy || agent.Item is not null || IsReachable(status);
        _told[agent.Name] = (told.Phone, isReachable, isBusy);
        if (told.IsBusy != isBusy)
        {
            host.Tell(new AcdEvent.AgentBusy(agent.Name, isBusy));
        }

        if (told.IsReachable != isReachable)
        {
            host.Tell(new AcdEvent.AgentReachable(agent.Name, isReachable));
        }
    }

    // A number outside is found out by ringing it.
    private static bool IsOutside(string phone) => phone.StartsWith('+');

    private PhoneStatus StatusOf(string phone) => live.Current.Phones.GetValueOrDefault(phone)?.Status ?? PhoneStatus.NotRegistered;

    // One that is lifted hears a tone or the answer to a code, and cannot be rung until it is hung up.
    private static bool IsReachable(PhoneStatus status) => status is PhoneStatus.Idle or PhoneStatus.Ringing;

    // What a queue has brought is no call of the agent's own.
    private bool IsBusy(AgentView agent, string phone, PhoneStatus status) => status switch
    {
        PhoneStatus.InCall => agent.State is not (AgentState.Ringing or AgentState.Holding)
            && !(agent.State == AgentState.Talking && agent.Item is not null)
            && IsInCall(Party.Phone(phone)),
        PhoneStatus.Ringing => agent.State == AgentState.Available,
        _ => false,
    };

    private bool IsInCall(Party phone) =>
        live.Current.Calls.Values.Any(call => call.Legs.Any(leg => leg.Party == phone && leg.EndedAt is null));
}
