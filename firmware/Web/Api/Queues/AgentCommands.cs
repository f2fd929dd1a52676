using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Queues;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Queues;

/// <summary>What agents can do at their phones, done for them.</summary>
internal static class AgentCommands
{
    public static void MapAgentCommands(this IEndpointRouteBuilder api)
    {
        var agent = api.MapGroup("/agents/{name}").WithTags("Agents").For(Ability.AgentState, Reach.Agent);
        agent.MapPost("/log-in", LogInAsync).IsCommand().ProducesWrong();
        agent.MapPost("/log-out", LogOutAsync).IsCommand();
        agent.MapPost("/pause", PauseAsync).IsCommand().ProducesWrong();
        agent.MapPost("/ready", ReadyAsync).IsCommand();
        agent.MapPost("/more-time", MoreTimeAsync).IsCommand();
        agent.MapPut("/queues", AssignAsync).For(Ability.RunQueues, Reach.Agent).IsCommand().ProducesWrong();
    }

    /// <summary>Logs an agent in at a phone; who worked there is logged out.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="logIn">Where.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> LogInAsync(string name, LogInModel logIn, WebBackend backend)
    {
        if (Find(name, backend) is not { } agent)
        {
            return AgentsApi.NoSuchAgent();
        }

        if ((logIn.Phone ?? UsualPhone(agent)) is not { } phone)
        {
            return ApiProblem.Wrong(new ApiMistake("phone", "This agent has no usual phone.", "Say at which phone the agent works."));
        }

        return CanWorkAt(agent, phone, backend)
            ? Answer(await backend.Desk.LogInAsync(name, phone))
            : ApiProblem.Wrong(new ApiMistake("phone", "There is no phone of that number.", "GET /api/v1/phones lists the phones."));
    }

    /// <summary>Where the agent works unless it is said otherwise; null when nowhere.</summary>
    internal static string? UsualPhone(AgentConfig agent) => agent.Phone ?? agent.Outside?.Number;

    /// <summary>True for a phone of the house and for the agent's own number outside.</summary>
    internal static bool CanWorkAt(AgentConfig agent, string phone, WebBackend backend) =>
        phone == agent.Outside?.Number || backend.Site.Model.Phones.ContainsKey(phone);

    /// <summary>What a pause can be for, in the order of the keys.</summary>
    internal static IReadOnlyList<string> PauseReasons(WebBackend backend) =>
        [.. backend.Site.Model.PauseReasons.Values, AgentCodes.NoReason];

    /// <summary>Logs an agent out; a call goes on to its end.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> LogOutAsync(string name, HttpContext context, WebBackend backend) => Find(name, backend) is null
        ? AgentsApi.NoSuchAgent()
        : Answer(await backend.Desk.LogOutAsync(name, Access.NameOf(context.User)));

    /// <summary>Pauses an agent; a call goes on to its end.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="pause">Why.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> PauseAsync(string name, PauseModel pause, WebBackend backend)
    {
        if (Find(name, backend) is null)
        {
            return AgentsApi.NoSuchAgent();
        }

        var reasons = PauseReasons(backend);
        var reason = pause.Reason ?? AgentCodes.NoReason;
        return reasons.Contains(reason)
            ? Answer(await backend.Desk.PauseAsync(name, reason))
            : ApiProblem.Wrong(new ApiMistake(
                "reason", "The site file does not name this reason.", $"Send one of these: {string.Join(", ", reasons)}."));
    }

    /// <summary>Makes an agent ready for work: ends a pause and the time after a call.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> ReadyAsync(string name, WebBackend backend) =>
        Find(name, backend) is null ? AgentsApi.NoSuchAgent() : Answer(await backend.Desk.ReadyAsync(name));

    /// <summary>Gives an agent who finishes a call a minute more.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> MoreTimeAsync(string name, WebBackend backend) =>
        Find(name, backend) is null ? AgentsApi.NoSuchAgent() : Answer(await backend.Desk.MoreTimeAsync(name));

    /// <summary>
    /// Moves an agent to other queues, or back to those of the site file. It holds until the agent is moved again, also over a restart; a
    /// call goes on to its end.
    /// </summary>
    /// <param name="name">The agent.</param>
    /// <param name="assign">The queues.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="visitor">Who asks.</param>
    internal static async Task<IResult> AssignAsync(
        string name, AssignModel assign, HttpContext context, WebBackend backend, Visitor visitor)
    {
        if (!MayAssign(name, assign.Queues, backend, visitor))
        {
            return ApiProblem.Refused();
        }

        if (Find(name, backend) is not { } agent)
        {
            return AgentsApi.NoSuchAgent();
        }

        return WhyNotAssigned(agent, assign.Queues, backend) is { } why
            ? ApiProblem.Wrong(new ApiMistake("queues", why, "GET /api/v1/queues lists the queues; {} is the way back."))
            : Answer(await backend.Desk.AssignAsync(name, assign.Queues, Access.NameOf(context.User)));
    }

    /// <summary>True when the agent is moved from and to queues that the asker may see.</summary>
    internal static bool MayAssign(string agent, IReadOnlyList<string>? queues, WebBackend backend, Visitor visitor) =>
        visitor.Queues.Count == 0
        || (queues is not null
            && queues.Concat(backend.Queues.Current.Assigned.QueuesOf(backend.Site.Model, agent)).All(visitor.Sees));

    /// <summary>Why an agent cannot answer queues, as a sentence; null when he can.</summary>
    internal static string? WhyNotAssigned(AgentConfig agent, IReadOnlyList<string>? queues, WebBackend backend)
    {
        var site = backend.Site.Model;
        if (queues is { Count: 0 })
        {
            return "An agent answers at least one queue; a pause or a log-out keeps all calls away.";
        }

        if (queues?.FirstOrDefault(queue => !site.Queues.ContainsKey(queue)) is { } unknown)
        {
            return $"There is no queue {unknown[..Math.Min(unknown.Length, 40)]}.";
        }

        return queues?.SelectMany(queue => site.Queues[queue].Skills.Select(skill => (Queue: queue, Skill: skill)))
            .Where(one => agent.Skills.All(skill => skill.Skill != one.Skill))
            .Select(one => $"Callers of {one.Queue} need an agent with the skill {one.Skill}, which {agent.Name} does not have.")
            .FirstOrDefault();
    }

    private static RouteHandlerBuilder IsCommand(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status204NoContent)
        .ProducesNotFound()
        .ProducesError(StatusCodes.Status409Conflict);

    private static AgentConfig? Find(string name, WebBackend backend) => backend.Site.Model.Agents.GetValueOrDefault(name);

    private static IResult Answer(string? why) => why is null ? Results.NoContent() : ApiProblem.NotNow(why);
}
