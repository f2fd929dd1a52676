using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Accounts;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.People;

/// <summary>The people who may sign in.</summary>
internal static class PeopleApi
{
    public static void MapPeopleApi(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People").For(Ability.People);
        people.MapGet("/", List).Produces<ListModel<PersonModel>>();
        people.MapPost("/", Invite).Produces<InvitationModel>(StatusCodes.Status201Created).IsChange().ProducesWrong();
        people.MapPut("/{name}", Change).Produces<PersonModel>().IsChange().ProducesWrong().ProducesNotFound();
        people.MapPost("/{name}/invitation", Renew).Produces<InvitationModel>().IsChange().ProducesNotFound();
        people.MapDelete("/{name}", Remove).Produces(StatusCodes.Status204NoContent).IsChange().ProducesNotFound();
    }

    /// <summary>All accounts by name.</summary>
    /// <param name="stores">The accounts.</param>
    internal static IResult List(Stores stores) =>
        Results.Ok(new ListModel<PersonModel>([.. stores.Accounts.List().Select(PersonModel.Of)]));

    /// <summary>
    /// Invites somebody: makes an account without a password, and a code with which the person chooses one within 24 hours.
    /// </summary>
    /// <param name="person">Who.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The accounts.</param>
    internal static IResult Invite(NewPerson person, HttpContext context, WebBackend backend, Stores stores)
    {
        AuditNote.Names(context, person.Name);
        var input = new RightsInput(person.Role, person.Queues, person.Agent, backend.Site.Model);
        if (AccountRules.TroubleWithNewName(person.Name) is { } trouble)
        {
            return ApiProblem.Wrong([new ApiMistake("name", trouble, "Choose another name."), .. input.Mistakes]);
        }

        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var (outcome, code) = stores.Invitations.Invite(person.Name.Trim(), input.Rights);
        return code is null
            ? Trouble(outcome)
            : Results.Json(Told(person.Name.Trim(), code, backend), statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Changes what a person may do, locks the account or lets it sign in again. The last admin stays one.</summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="change">What it is to be.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The accounts.</param>
    internal static IResult Change(string name, PersonChange change, HttpContext context, WebBackend backend, Stores stores)
    {
        var input = new RightsInput(change.Role, change.Queues, change.Agent, backend.Site.Model);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        AuditNote.Changed(context, Words(stores.Accounts.Get(name)?.Rights), Words(input.Rights));
        var outcome = stores.Accounts.Change(name, input.Rights, change.Locked);
        return outcome == AccountOutcome.Done && stores.Accounts.Get(name) is { } account
            ? Results.Ok(PersonModel.Of(account))
            : Trouble(outcome);
    }

    /// <summary>
    /// Makes a new code for somebody who forgot the password, or came too late. The old password works until the code is used.
    /// </summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The accounts.</param>
    internal static IResult Renew(string name, WebBackend backend, Stores stores)
    {
        var (outcome, code) = stores.Invitations.Renew(name);
        return code is null ? Trouble(outcome) : Results.Ok(Told(name, code, backend));
    }

    /// <summary>Removes an account with its sessions; not the last admin's.</summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="stores">The accounts.</param>
    internal static IResult Remove(string name, Stores stores)
    {
        var outcome = stores.Accounts.Remove(name);
        return outcome == AccountOutcome.Done ? Results.NoContent() : Trouble(outcome);
    }

    /// <summary>An invitation as it is told, this once.</summary>
    internal static InvitationModel Told(string name, string code, WebBackend backend) =>
        new(name, code, $"/join?code={code}", backend.Time.GetUtcNow() + Invitations.Life);

    /// <summary>Rights in words, such as <c>supervisor of sales</c>; null without any.</summary>
    internal static string? Words(Rights? rights) => rights is null
        ? null
        : rights.Role.ToString().ToLowerInvariant()
            + (rights.AllQueues ? "" : $" of {string.Join(", ", rights.Queues)}")
            + (rights.Agent is null ? "" : $", agent {rights.Agent}");

    private static RouteHandlerBuilder IsChange(this RouteHandlerBuilder route) => route.ProducesError(StatusCodes.Status409Conflict);

    private static IResult Trouble(AccountOutcome outcome) => outcome == AccountOutcome.NotFound
        ? ApiProblem.NotFound("There is no account of that name.", "GET /api/v1/people lists the accounts.")
        : new ApiProblem(OutcomeWords.Of(outcome), StatusCodes.Status409Conflict, "GET /api/v1/people lists the accounts.").ToResult();
}
