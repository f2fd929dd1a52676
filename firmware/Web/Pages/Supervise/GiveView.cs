using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Supervise;

/// <summary>To whom a caller who waits can be given.</summary>
/// <param name="Caller">Who waits.</param>
/// <param name="Queue">Where.</param>
/// <param name="Agents">The agents of that queue, the free ones first.</param>
/// <param name="Words">Names and times.</param>
public sealed record GiveView(WaitingModel Caller, string Queue, IReadOnlyList<AgentModel> Agents, SiteWords Words);
