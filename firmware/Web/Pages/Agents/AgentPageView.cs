using Switchhook.Site.Queues;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Agents;

/// <summary>The page of an agent.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Now">What the agent does, and the figures of today.</param>
/// <param name="Phones">Where the agent can work: number and name.</param>
/// <param name="Reasons">What a pause can be for.</param>
/// <param name="Queues">All queues of the site.</param>
/// <param name="Words">Names and times.</param>
public sealed record AgentPageView(
    AgentConfig Agent,
    AgentModel Now,
    IReadOnlyList<(string Number, string Name)> Phones,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Queues,
    SiteWords Words)
{
    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What the callers whom the agent talked with today answered to surveys; empty when none was asked.</summary>
    public IReadOnlyList<SurveyItem> Surveys { get; init; } = [];

    /// <summary>The phone that is offered first.</summary>
    public string? Usual => Now.Phone ?? AgentCommands.UsualPhone(Agent);
}
