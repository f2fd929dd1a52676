using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Signals;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Queues;

/// <summary>Moves agents and callers for the web, on the control loop.</summary>
public sealed class QueueDesk(ControlLoop loop, QueueHost host, QueueWatch watch, LostCallers lost) : IQueueDesk
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, QueueSignal> Signals => watch.Signals;

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingTurn>> TurnsAsync(string queue) => loop.InvokeAsync<IReadOnlyList<WaitingTurn>>(() =>
        [.. host.Engine.WaitingIn(queue).Select(waiting => new WaitingTurn(waiting.Item.Id, waiting.Item.NotBefore, waiting.Rests))]);

    /// <inheritdoc/>
    public Task<string?> LogInAsync(string agent, string phone) => DoAsync(agent, _ => true, "", () => host.LogIn(agent, phone));

    /// <inheritdoc/>
    public Task<string?> LogOutAsync(string agent, string by) => DoAsync(agent, IsAtWork, NotAtWork, () => host.LogOut(agent, $"by {by}"));

    /// <inheritdoc/>
    public Task<string?> PauseAsync(string agent, string reason) => DoAsync(agent, IsAtWork, NotAtWork, () => host.Pause(agent, reason));

    /// <inheritdoc/>
    public Task<string?> ReadyAsync(string agent) => DoAsync(agent, IsAtWork, NotAtWork, () => host.Ready(agent));

    /// <inheritdoc/>
    public Task<string?> MoreTimeAsync(string agent) => DoAsync(
        agent, view => view.State == AgentState.WrapUp, "does not finish a call now", () => host.MoreTime(agent));

    /// <inheritdoc/>
    public Task<string?> AssignAsync(string agent, IReadOnlyList<string>? queues, string by) =>
        DoAsync(agent, _ => true, "", () => host.Assign(agent, queues, by));

    /// <inheritdoc/>
    public Task<string?> MoveAsync(string visit, string queue, string by) => loop.InvokeAsync(() =>
        host.Move(visit, queue, by) ? null : $"The caller does not wait any more, or waits in queue {queue} already.");

    /// <inheritdoc/>
    public Task<string?> CallBackAsync(Visit visit, string by) => loop.InvokeAsync(() => lost.CallBack(visit, by));

    private const string NotAtWork = "is not logged in";

    private static bool IsAtWork(AgentView agent) => agent.Phone is not null;

    private Task<string?> DoAsync(string agent, Predicate<AgentView> can, string otherwise, Action work) => loop.InvokeAsync(() =>
    {
        if (host.Engine.Agent(agent) is not { } view)
        {
            return $"{agent} is not in the site that is in force.";
        }

        if (!can(view))
        {
            return $"{agent} {otherwise}.";
        }

        work();
        return null;
    });
}
