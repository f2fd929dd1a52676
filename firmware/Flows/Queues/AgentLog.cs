using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues;

/// <summary>Writes what agents do into the journal, and remembers which call each had last.</summary>
internal sealed class AgentLog(CallJournal journal, TimeProvider time)
{
    private readonly Dictionary<string, LastWork> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wrappingUp = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _rungFor = new(StringComparer.Ordinal);
    private DateTimeOffset? _lastSign;

    /// <summary>What an agent had last; null when nothing is known.</summary>
    public LastWork? LastOf(string agent) => _last.GetValueOrDefault(agent);

    /// <summary>What is written next tells states that had ended when the box stopped.</summary>
    public void BeginRestore(DateTimeOffset? lastSign) => _lastSign = lastSign;

    /// <summary>What is written next happens now.</summary>
    public void EndRestore() => _lastSign = null;

    /// <summary>An agent has a call.</summary>
    public void Took(string agent, QueueWork work) => _last[agent] = new LastWork(work.Call, work.Id, work.Queue);

    /// <summary>An agent had a call before the box was restarted.</summary>
    public void Took(Visit visit)
    {
        if (visit is { Agent: { } agent, Call: { } call })
        {
            _last[agent] = new LastWork(new CallId(call), visit.Id, visit.Queue);
        }
    }

    /// <summary>An agent is in another state.</summary>
    public void Write(AcdDecision.AgentChanged changed)
    {
        // From the answer to the sound an agent is rung for the same work, until another moment: that is not worth a line.
        var isRung = changed.State == AgentState.Ringing;
        if (isRung && _rungFor.GetValueOrDefault(changed.Agent) == changed.Item)
        {
            return;
        }

        _rungFor[changed.Agent] = isRung ? changed.Item : null;
        var work = LastOf(changed.Agent);
        if (changed.State == AgentState.WrapUp)
        {
            _wrappingUp.Add(changed.Agent);
        }
        else if (_wrappingUp.Remove(changed.Agent) && work is not null)
        {
            journal.Append(new QueueWrapUpEnded(work.Call, work.Id, changed.Agent));
        }

        var call = changed.Item is not null && changed.Item == work?.Id ? work.Call : (CallId?)null;
        journal.Append(new AgentChanged(
            changed.Agent,
            changed.State.ToString(),
            changed.Until,
            call,
            changed.Item,
            changed.Phone,
            changed.Why,
            changed.Words,
            _lastSign)
        {
            Since = changed.Since < time.GetUtcNow() ? changed.Since : null,
        });
    }
}

/// <summary>The work that an agent had last.</summary>
/// <param name="Call">The call.</param>
/// <param name="Id">Id of the visit.</param>
/// <param name="Queue">Its queue.</param>
internal sealed record LastWork(CallId Call, string Id, string Queue);
