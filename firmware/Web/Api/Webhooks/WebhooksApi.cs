using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Webhooks;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Webhooks;

namespace Switchhook.Web.Api.Webhooks;

/// <summary>The webhooks: where programs of others are told what happens.</summary>
internal static class WebhooksApi
{
    /// <summary>What to mind of an address without TLS.</summary>
    public const string InTheClear =
        "What is sent to an http address can be read and changed on its way; it is sent to private networks only.";

    private const int MostListed = 200;

    public static void MapWebhooksApi(this IEndpointRouteBuilder api)
    {
        var hooks = api.MapGroup("/webhooks").WithTags("Webhooks").For(Ability.Webhooks);
        hooks.MapGet("/", List).Produces<ListModel<WebhookModel>>();
        hooks.MapGet("/topics", Topics).Produces<ListModel<TopicModel>>();
        hooks.MapPost("/", Create).Produces<WebhookSecretModel>(StatusCodes.Status201Created).IsChange().ProducesWrong();
        hooks.MapGet("/{id}", Read).Produces<WebhookModel>().ProducesNotFound();
        hooks.MapPut("/{id}", Change).Produces<WebhookModel>().IsChange().ProducesWrong().ProducesNotFound();
        hooks.MapDelete("/{id}", Remove).Produces(StatusCodes.Status204NoContent).IsChange().ProducesNotFound();
        hooks.MapPost("/{id}/pause", Pause).Produces<WebhookModel>().IsChange().ProducesNotFound();
        hooks.MapPost("/{id}/resume", Resume).Produces<WebhookModel>().IsChange().ProducesNotFound();
        hooks.MapPost("/{id}/ping", Ping).Produces<WebhookModel>().IsChange().ProducesNotFound();
        hooks.MapPost("/{id}/secret", Renew).Produces<WebhookSecretModel>().IsChange().ProducesNotFound();
        hooks.MapGet("/{id}/deliveries", Deliveries).Produces<ListModel<DeliveryModel>>().ProducesNotFound();
        hooks.MapPost("/{id}/deliveries/{number}/resend", Resend).Produces<WebhookModel>().IsChange().ProducesNotFound();
    }

    /// <summary>All webhooks by name, with how each is.</summary>
    /// <param name="stores">The webhooks.</param>
    internal static IResult List(Stores stores) =>
        Results.Ok(new ListModel<WebhookModel>([.. stores.Webhooks!.List().Select(WebhookModel.Of)]));

    /// <summary>What webhooks can be told of.</summary>
    internal static IResult Topics() =>
        Results.Ok(new ListModel<TopicModel>([.. WebhookTopics.All.Select(one => new TopicModel(one.Name, one.Words))]));

    /// <summary>
    /// Makes a webhook. From now on each event of its topics is posted to its address as JSON, signed with the secret that this answer
    /// tells once.
    /// </summary>
    /// <param name="wish">What it is to be.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Create(WebhookWish wish, HttpContext context, WebBackend backend, Stores stores)
    {
        AuditNote.Names(context, wish.Name);
        var input = new WebhookInput(wish, backend.Site.Model);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        AuditNote.Changed(context, null, Words(input.Wanted));
        var (outcome, hook, secret) = stores.Webhooks!.Create(input.Wanted with { MadeBy = Access.NameOf(context.User) });
        return hook is null
            ? Trouble(outcome)
            : Results.Json(Told(hook, secret!), statusCode: StatusCodes.Status201Created);
    }

    /// <summary>One webhook.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Read(string id, Stores stores) => Answer(WebhookOutcome.Done, id, stores);

    /// <summary>Changes a webhook; its secret stays. What waits goes to the new address.</summary>
    /// <param name="id">Which.</param>
    /// <param name="wish">What it is to be.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Change(string id, WebhookWish wish, HttpContext context, WebBackend backend, Stores stores)
    {
        var before = stores.Webhooks!.Find(id);
        var input = new WebhookInput(wish, backend.Site.Model, before);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        AuditNote.Changed(context, before is null ? null : Words(before), Words(input.Wanted));
        return Answer(stores.Webhooks.Change(input.Wanted with { Id = id }), id, stores);
    }

    /// <summary>Removes a webhook with all that waits for it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Remove(string id, Stores stores)
    {
        var outcome = stores.Webhooks!.Remove(id);
        return outcome == WebhookOutcome.Done ? Results.NoContent() : Trouble(outcome);
    }

    /// <summary>Sends nothing until it goes on; events wait, the newest thousand.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Pause(string id, Stores stores) => Answer(stores.Webhooks!.SetPaused(id, true), id, stores);

    /// <summary>Goes on after a pause.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Resume(string id, Stores stores) => Answer(stores.Webhooks!.SetPaused(id, false), id, stores);

    /// <summary>Sends a test of the topic <c>ping</c>, after what waits, and tries at once.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    /// <param name="events">Makes the test.</param>
    internal static IResult Ping(string id, Stores stores, WebhookEvents events) =>
        Answer(stores.Webhooks!.Send(events.Ping(id)), id, stores);

    /// <summary>Makes a new secret, which this answer tells once. The old one signs nothing more.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Renew(string id, Stores stores)
    {
        var (outcome, secret) = stores.Webhooks!.RenewSecret(id);
        return secret is not null && stores.Webhooks.Find(id) is { } hook ? Results.Ok(Told(hook, secret)) : Trouble(outcome);
    }

    /// <summary>The last 200 deliveries of a webhook, newest first, those that wait too.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Deliveries(string id, Stores stores) => stores.Webhooks!.Find(id) is null
        ? Trouble(WebhookOutcome.NotFound)
        : Results.Ok(new ListModel<DeliveryModel>([.. stores.Webhooks.Outbox.List(id, MostListed).Select(DeliveryModel.Of)]));

    /// <summary>Sends something again that was taken, given up or left out, under the id that it had.</summary>
    /// <param name="id">Which webhook.</param>
    /// <param name="number">Which delivery.</param>
    /// <param name="stores">The webhooks.</param>
    internal static IResult Resend(string id, string number, Stores stores) =>
        Answer(SendAgain(stores.Webhooks!, id, number), id, stores);

    /// <summary>Sends a delivery again, by its number as an address has it.</summary>
    internal static WebhookOutcome SendAgain(WebhookStore hooks, string id, string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? hooks.Resend(id, seq)
            : WebhookOutcome.NotFound;

    /// <summary>A webhook as it is told with its secret, this once.</summary>
    internal static WebhookSecretModel Told(Webhook hook, string secret) =>
        new(WebhookModel.Of(hook), secret, hook.Address.Scheme == Uri.UriSchemeHttp ? InTheClear : null);

    /// <summary>What an outcome means, as a sentence.</summary>
    internal static string WordsOf(WebhookOutcome outcome) => outcome switch
    {
        WebhookOutcome.TooMany => $"There are {WebhookStore.Most} webhooks already; remove one first.",
        WebhookOutcome.NotFound => "There is no such webhook or delivery any more.",
        _ => "It was not kept: the disk is full, or the key of the box cannot be read.",
    };

    /// <summary>A webhook for the audit log; its path may be as good as a password.</summary>
    internal static string Words(Webhook hook) =>
        $"{hook.Name}: {hook.Address.GetLeftPart(UriPartial.Authority)}, {string.Join(", ", hook.Topics)}"
        + (hook.Queues.Count == 0 ? "" : $" of {string.Join(", ", hook.Queues)}");

    private static RouteHandlerBuilder IsChange(this RouteHandlerBuilder route) => route.ProducesError(StatusCodes.Status409Conflict);

    private static IResult Answer(WebhookOutcome outcome, string id, Stores stores) =>
        outcome != WebhookOutcome.Done ? Trouble(outcome)
        : stores.Webhooks!.Find(id) is { } hook ? Results.Ok(WebhookModel.Of(hook))
        : Trouble(WebhookOutcome.NotFound);

    private static IResult Trouble(WebhookOutcome outcome) => outcome == WebhookOutcome.NotFound
        ? ApiProblem.NotFound(WordsOf(outcome), "GET /api/v1/webhooks lists the webhooks.")
        : new ApiProblem(WordsOf(outcome), StatusCodes.Status409Conflict, "GET /api/v1/webhooks lists the webhooks.").ToResult();
}
