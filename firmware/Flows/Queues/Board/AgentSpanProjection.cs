using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Queues.Board;

/// <summary>Makes from the journal what each agent did, span after span.</summary>
public static class AgentSpanProjection
{
    /// <summary>What an event makes of what its agent was doing.</summary>
    /// <param name="open">The agent's span that lasts; null when there is none yet.</param>
    /// <param name="changed">The event's entry.</param>
    /// <param name="at">The event's time.</param>
    /// <returns>The open span with its end, and the one that begins; both null when the agent goes on as before.</returns>
    public static (AgentSpan? Ended, AgentSpan? Begun) Apply(AgentSpan? open, AgentChanged changed, DateTimeOffset at)
    {
        var state = Enum.TryParse<AgentState>(changed.State, out var known) ? known : AgentState.LoggedOut;
        var begun = new AgentSpan(changed.Agent, state, changed.Reason, changed.Visit, at, null);
        if (open is null)
        {
            return (null, begun);
        }

        // An extended wrap-up is one span. Over a restart nothing goes on: nobody knows what was done while the box was off.
        return changed.EndedAt is null && begun with { From = open.From } == open
            ? (null, null)
            : (open with { To = Later(open.From, changed.EndedAt ?? at) }, begun);
    }

    // A clock that was set back must not make time negative.
    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => other > one ? other : one;
}
