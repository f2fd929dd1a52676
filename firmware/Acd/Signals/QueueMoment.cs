using System.Collections.Immutable;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;

namespace Switchhook.Acd.Signals;

/// <summary>A queue at a moment, as far as signals and alarms look at it.</summary>
/// <remarks>Only callers count: for a call back nobody waits on the line.</remarks>
public sealed class QueueMoment
{
    private readonly ImmutableArray<Visit> _visits;

    /// <summary>A queue now.</summary>
    /// <param name="queue">Its name.</param>
    /// <param name="at">The moment.</param>
    /// <param name="visits">Visits to any queue: all that wait, and those that began in the last <see cref="AlarmRules.Window"/>.</param>
    /// <param name="agents">What each of its agents does.</param>
    public QueueMoment(string queue, DateTimeOffset at, IEnumerable<Visit> visits, IEnumerable<AgentState> agents)
    {
        (Queue, At, Agents) = (queue, at, [.. agents]);
        _visits = [.. visits.Where(visit => visit.Queue == queue && visit.Kind == WorkKind.Call)];
        Waiting = LiveFigures.At(_visits, at).Waiting;
    }

    /// <summary>Name of the queue.</summary>
    public string Queue { get; }

    /// <summary>The moment.</summary>
    public DateTimeOffset At { get; }

    /// <summary>True while nobody is expected to work: that no agent is there is right then.</summary>
    public bool IsNight { get; init; }

    /// <summary>What its agents do.</summary>
    public ImmutableArray<AgentState> Agents { get; }

    /// <summary>Callers who wait, by their entry.</summary>
    public IReadOnlyList<Visit> Waiting { get; }

    /// <summary>The wait of the caller who has waited longest; null when nobody waits.</summary>
    public TimeSpan? LongestWait => Waiting.Count > 0 ? At - Waiting[0].EnteredAt : null;

    /// <summary>Agents who are logged in, whatever they do.</summary>
    public int LoggedIn => Agents.Count(state => state != AgentState.LoggedOut);

    /// <summary>True when an agent is there who can answer, now or after a call.</summary>
    public bool IsStaffed => Agents.Any(state =>
        state is AgentState.Available or AgentState.Ringing or AgentState.Talking or AgentState.Holding or AgentState.WrapUp);

    /// <summary>Callers who came in the last <see cref="AlarmRules.Window"/>.</summary>
    internal IEnumerable<Visit> Recent => _visits.Where(visit => visit.EnteredAt > At - AlarmRules.Window && visit.EnteredAt <= At);
}
