using Switchhook.Acd.Facts;
using Switchhook.Acd.Signals;

namespace Switchhook.Web.Seams;

/// <summary>Moves agents and callers of queues, on the control loop.</summary>
/// <remarks>
/// Any thread. Commands return null when they were done, or one plain sentence that tells why not. The web passes only agents, phones and
/// queues of the site.
/// </remarks>
public interface IQueueDesk
{
    /// <summary>What the lamp of each queue tells; those of a site that has just come into force may be missing for a moment.</summary>
    IReadOnlyDictionary<string, QueueSignal> Signals { get; }

    /// <summary>The visits that wait in a queue, in the order of their turns.</summary>
    Task<IReadOnlyList<WaitingTurn>> TurnsAsync(string queue);

    /// <summary>An agent begins to work at a phone; who worked there is logged out.</summary>
    Task<string?> LogInAsync(string agent, string phone);

    /// <summary>An agent goes; a call goes on to its end.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="by">Who says so.</param>
    Task<string?> LogOutAsync(string agent, string by);

    /// <summary>An agent gets no work for a while.</summary>
    Task<string?> PauseAsync(string agent, string reason);

    /// <summary>An agent is ready: ends pause and time after a call.</summary>
    Task<string?> ReadyAsync(string agent);

    /// <summary>An agent who finishes a call gets a minute more.</summary>
    Task<string?> MoreTimeAsync(string agent);

    /// <summary>Moves an agent between queues, until moved again.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queues">Queues of the site, at least one; null for those of the site file.</param>
    /// <param name="by">Who moves the agent.</param>
    Task<string?> AssignAsync(string agent, IReadOnlyList<string>? queues, string by);

    /// <summary>Moves a caller who waits to another queue; the turn is kept.</summary>
    /// <param name="visit">Id of the visit.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="by">Who moves it.</param>
    Task<string?> MoveAsync(string visit, string queue, string by);

    /// <summary>Calls back who was lost, in the turn of the call back.</summary>
    /// <param name="visit">The last visit of a call that nobody answered.</param>
    /// <param name="by">Who asks for it.</param>
    Task<string?> CallBackAsync(Visit visit, string by);
}

/// <summary>What waits in a queue.</summary>
/// <param name="Visit">Id of the visit.</param>
/// <param name="NotBefore">The time that was chosen or promised for a call back; null for as soon as it is its turn.</param>
/// <param name="Rests">True while nobody could have it: that time has not come, or it is a call back and the queue is closed.</param>
public sealed record WaitingTurn(string Visit, DateTimeOffset? NotBefore, bool Rests);
