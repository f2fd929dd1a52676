using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Web.Api.Desk.Models;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Desk;

/// <summary>What supervisors and agents do with calls.</summary>
internal static class DeskApi
{
    public static void MapDeskApi(this IEndpointRouteBuilder api)
    {
        var agent = api.MapGroup("/agents/{name}").WithTags("Agents").For(Ability.Agent, Reach.Agent);
        agent.MapGet("/call", CallOf).Produces<DeskCallModel>().ProducesNotFound();
        agent.MapPost("/monitor", MonitorAsync).For(Ability.RunQueues, Reach.Agent).IsCommand();
        agent.MapPost("/disposition", DisposeAsync).For(Ability.AgentState, Reach.Agent).IsCommand();
        var calls = api.MapGroup("/calls/{id}").WithTags("Calls").For(Ability.Calls, Reach.Call);
        calls.MapPost("/agent", GiveAsync).For(Ability.RunQueues, Reach.Call).IsCommand();
        calls.MapGet("/notes", Notes).Produces<ListModel<NoteModel>>().ProducesNotFound();
        calls.MapPost("/notes", NoteAsync).For(Ability.NoteCalls, Reach.Call).IsCommand();
        api.MapGroup("/phones/{number}").WithTags("Phones").MapPost("/call", CallAsync).For(Ability.Dial).IsCommand();
    }

    /// <summary>The call that an agent has at hand, with its notes and the caller's earlier calls.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult CallOf(string name, WebBackend backend, Stores stores) =>
        AgentsApi.Model(name, backend, stores) is not { } agent ? AgentsApi.NoSuchAgent()
        : DeskCalls.Of(agent, backend, stores) is { } call ? Results.Ok(call)
        : ApiProblem.NotFound("This agent has had no call today.", "GET /api/v1/agents/{name} tells what the agent does.");

    /// <summary>
    /// Rings a supervisor's phone, which hears the agent's call when it is answered; keys 4 to 7 change to listening, whispering, joining
    /// in and taking over. The call's journal tells who heard it.
    /// </summary>
    /// <param name="name">The agent.</param>
    /// <param name="monitor">How, and at which phone.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> MonitorAsync(string name, MonitorModel monitor, HttpContext context, WebBackend backend)
    {
        if (!backend.Site.Model.Agents.ContainsKey(name))
        {
            return AgentsApi.NoSuchAgent();
        }

        if (!DeskCommands.Modes.TryGetValue(monitor.Mode, out var mode))
        {
            return ApiProblem.Wrong(new ApiMistake(
                "mode", "There is no such way to hear a call.", $"Send one of these: {string.Join(", ", DeskCommands.Modes.Keys)}."));
        }

        return backend.Site.Model.Phones.ContainsKey(monitor.Phone)
            ? Answer(await DeskCommands.MonitorAsync(name, monitor.Phone, mode, context, backend))
            : NoSuchPhone("phone");
    }

    /// <summary>Notes what the agent's call, or the last one, was about.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="topic">The code.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> DisposeAsync(string name, TopicModel topic, WebBackend backend) =>
        backend.Site.Model.Agents.ContainsKey(name)
            ? Answer(await backend.Calls.DisposeAsync(name, topic.Code))
            : AgentsApi.NoSuchAgent();

    /// <summary>Gives a caller who waits to an agent: for two minutes nobody else is rung, then anyone is.</summary>
    /// <param name="id">The call.</param>
    /// <param name="give">To whom.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static async Task<IResult> GiveAsync(string id, GiveModel give, HttpContext context, WebBackend backend, Stores stores)
    {
        if (stores.Calls.Find(new CallId(id)) is null)
        {
            return NoSuchCall();
        }

        return backend.Site.Model.Agents.ContainsKey(give.Agent)
            ? Answer(await DeskCommands.GiveAsync(id, give.Agent, context, backend))
            : ApiProblem.Wrong(new ApiMistake("agent", "There is no agent of that name.", "GET /api/v1/agents lists the agents."));
    }

    /// <summary>What people wrote down about a call, in order.</summary>
    /// <param name="id">The call.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult Notes(string id, Stores stores) => stores.Calls.Find(new CallId(id)) is { } call
        ? Results.Ok(new ListModel<NoteModel>(NoteModel.Of(stores.Calls.Notes(call.Id))))
        : NoSuchCall();

    /// <summary>Writes a note into the journal of a call, in progress or over.</summary>
    /// <param name="id">The call.</param>
    /// <param name="note">The note.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static async Task<IResult> NoteAsync(string id, NoteInput note, HttpContext context, WebBackend backend, Stores stores)
    {
        if (stores.Calls.Find(new CallId(id)) is null)
        {
            return NoSuchCall();
        }

        return await DeskCommands.NoteAsync(id, note.Text, context, backend, stores) is { } why
            ? ApiProblem.Wrong(new ApiMistake("text", why, $"Send 1 to {CallNoted.MostLetters} letters."))
            : Results.NoContent();
    }

    /// <summary>Rings a phone, and calls a number for it when it is answered, by the rules that hold for that phone.</summary>
    /// <param name="number">Extension number of the phone.</param>
    /// <param name="call">Whom.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> CallAsync(string number, ClickModel call, HttpContext context, WebBackend backend)
    {
        if (!backend.Site.Model.Phones.ContainsKey(number))
        {
            return ApiProblem.NotFound("There is no phone of that number.", "GET /api/v1/phones lists the phones.");
        }

        return DeskCommands.DigitsOf(call.Number) is null
            ? ApiProblem.Wrong(new ApiMistake("number", "That is no number.", "Send digits, with a + before a country code."))
            : Answer(await DeskCommands.CallAsync(number, call.Number, context, backend));
    }

    private static RouteHandlerBuilder IsCommand(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status204NoContent)
        .ProducesWrong()
        .ProducesNotFound()
        .ProducesError(StatusCodes.Status409Conflict);

    private static IResult Answer(string? why) => why is null ? Results.NoContent() : ApiProblem.NotNow(why);

    private static IResult NoSuchPhone(string place) =>
        ApiProblem.Wrong(new ApiMistake(place, "There is no phone of that number.", "GET /api/v1/phones lists the phones."));

    private static IResult NoSuchCall() =>
        ApiProblem.NotFound("There is no call of that id.", "GET /api/v1/calls lists the calls with their ids.");
}
