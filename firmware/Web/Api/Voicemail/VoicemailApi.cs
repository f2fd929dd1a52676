using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Voicemail;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Voicemail.Models;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Voicemail;

/// <summary>Mailboxes and their messages.</summary>
internal static class VoicemailApi
{
    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void MapVoicemailApi(this IEndpointRouteBuilder api)
    {
        var boxes = api.MapGroup("/voicemail").WithTags("Voicemail").For(Ability.Voicemail, Reach.Mailbox);
        boxes.MapGet("/", List).For(Ability.Voicemail, Reach.Seen).Produces<ListModel<MailboxModel>>();
        boxes.MapGet("/{name}", One).Produces<MailboxModel>().ProducesNotFound();
        boxes.MapGet("/{name}/messages", Messages).Produces<ListModel<MailMessageModel>>().ProducesNotFound();
        boxes.MapGet("/{name}/messages/{id}", Message).Produces<MailMessageModel>().ProducesNotFound();
        boxes.MapMethods("/{name}/messages/{id}/audio", ReadMethods, AudioAsync).ProducesSound();
        boxes.MapPut("/{name}/messages/{id}/state", SetStateAsync).IsCommand().ProducesWrong();
        boxes.MapPost("/{name}/messages/{id}/undo", UndoAsync).IsCommand();
        boxes.MapPost("/{name}/messages/{id}/call-back", CallBackAsync).IsCommand().ProducesWrong();
        boxes.MapMethods("/{name}/greeting/audio", ReadMethods, GreetingAsync).ProducesSound();
        boxes.MapDelete("/{name}/greeting", ForgetGreetingAsync).IsCommand();
    }

    /// <summary>All mailboxes of the site, with how many messages they have.</summary>
    /// <param name="backend">The box.</param>
    /// <param name="desk">The mailboxes.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult List(WebBackend backend, IVoicemailDesk desk, Visitor visitor)
    {
        var now = desk.Current;
        var seen = backend.Site.Model.Voicemail.Values.Where(box => visitor.SeesMailbox(box.Name));
        return Results.Ok(new ListModel<MailboxModel>([.. seen.Select(box => MailboxModel.Of(box, now))]));
    }

    /// <summary>One mailbox.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="backend">The box.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static IResult One(string name, WebBackend backend, IVoicemailDesk desk) =>
        backend.Site.Model.Voicemail.TryGetValue(name, out var box) ? Results.Ok(MailboxModel.Of(box, desk.Current)) : NoSuchBox();

    /// <summary>The messages of a mailbox, the newest first; those that were deleted and can be taken back come after them.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="backend">The box.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static IResult Messages(string name, WebBackend backend, IVoicemailDesk desk)
    {
        if (!backend.Site.Model.Voicemail.ContainsKey(name))
        {
            return NoSuchBox();
        }

        var now = desk.Current;
        return Results.Ok(new ListModel<MailMessageModel>(
            [.. now.Of(name).Reverse().Concat(now.DeletedOf(name).Reverse()).Select(MailMessageModel.Of)]));
    }

    /// <summary>One message.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="id">The message.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static IResult Message(string name, string id, IVoicemailDesk desk) =>
        Find(name, id, desk) is { } message ? Results.Ok(MailMessageModel.Of(message)) : NoSuchMessage();

    /// <summary>The sound of a message. Hearing it here changes nothing. Byte ranges are served.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="id">The message.</param>
    /// <param name="desk">The mailboxes.</param>
    /// <param name="backend">The box.</param>
    /// <param name="cancellation">The asker has gone.</param>
    internal static Task<IResult> AudioAsync(
        string name, string id, IVoicemailDesk desk, WebBackend backend, CancellationToken cancellation) =>
        SoundAsync(Find(name, id, desk), backend, cancellation);

    /// <summary>The sound of the recorded greeting of a mailbox.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="desk">The mailboxes.</param>
    /// <param name="backend">The box.</param>
    /// <param name="cancellation">The asker has gone.</param>
    internal static Task<IResult> GreetingAsync(
        string name, IVoicemailDesk desk, WebBackend backend, CancellationToken cancellation) =>
        SoundAsync(desk.Current.GreetingOf(name), backend, cancellation);

    /// <summary>Marks a message as heard or saved, or deletes it; what is deleted can be taken back for an hour.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="id">The message.</param>
    /// <param name="wanted">The state.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static async Task<IResult> SetStateAsync(
        string name, string id, MailStateModel wanted, HttpContext context, IVoicemailDesk desk)
    {
        if (Find(name, id, desk) is null)
        {
            return NoSuchMessage();
        }

        return StateOf(wanted.State) is { } state
            ? Answer(await desk.ChangeAsync(id, state, Access.NameOf(context.User)))
            : ApiProblem.Wrong(new ApiMistake("state", "A message cannot be made that.", "Send one of these: heard, saved, deleted."));
    }

    /// <summary>Takes back that a message was deleted.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="id">The message.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static async Task<IResult> UndoAsync(string name, string id, HttpContext context, IVoicemailDesk desk) =>
        Find(name, id, desk) is null ? NoSuchMessage() : Answer(await desk.UndoAsync(id, Access.NameOf(context.User)));

    /// <summary>Rings a phone, and calls the caller of a message for it, by the site's rules for calls out.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="id">The message.</param>
    /// <param name="who">The phone.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static async Task<IResult> CallBackAsync(
        string name, string id, MailCallBackModel who, HttpContext context, WebBackend backend, IVoicemailDesk desk)
    {
        if (Find(name, id, desk) is null)
        {
            return NoSuchMessage();
        }

        return backend.Site.Model.Phones.ContainsKey(who.Phone)
            ? Answer(await desk.CallBackAsync(id, who.Phone, Access.NameOf(context.User)))
            : ApiProblem.Wrong(new ApiMistake("phone", "There is no phone of that number.", "GET /api/v1/phones lists the phones."));
    }

    /// <summary>Deletes the recorded greeting: callers hear the prompt of the site file, or the box's own sentence.</summary>
    /// <param name="name">The mailbox.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="desk">The mailboxes.</param>
    internal static async Task<IResult> ForgetGreetingAsync(
        string name, HttpContext context, WebBackend backend, IVoicemailDesk desk) =>
        backend.Site.Model.Voicemail.ContainsKey(name)
            ? Answer(await desk.ForgetGreetingAsync(name, Access.NameOf(context.User)))
            : NoSuchBox();

    /// <summary>What a word of the API or a page means; null for others.</summary>
    internal static VoicemailState? StateOf(string word) => word switch
    {
        "heard" => VoicemailState.Heard,
        "saved" => VoicemailState.Saved,
        "deleted" => VoicemailState.Deleted,
        _ => null,
    };

    /// <summary>A message of a mailbox that can be heard or taken back; null when there is none of that id.</summary>
    internal static VoicemailMessage? Find(string name, string id, IVoicemailDesk desk) =>
        desk.Current.Find(id) is { IsGreeting: false, State: not VoicemailState.Speaking } message && message.Box == name ? message : null;

    private static async Task<IResult> SoundAsync(VoicemailMessage? message, WebBackend backend, CancellationToken cancellation)
    {
        var sound = message is null ? null : await backend.Recordings.OpenMessageAsync(message.Recording, cancellation);
        return sound is null
            ? NoSuchMessage()
            : Results.Stream(sound.Wav, "audio/wav", lastModified: sound.ChangedAt, enableRangeProcessing: true);
    }

    private static RouteHandlerBuilder IsCommand(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status204NoContent)
        .ProducesNotFound()
        .ProducesError(StatusCodes.Status409Conflict);

    private static void ProducesSound(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
        .Produces(StatusCodes.Status206PartialContent, contentType: "audio/wav")
        .ProducesNotFound();

    private static IResult Answer(string? why) => why is null ? Results.NoContent() : ApiProblem.NotNow(why);

    private static IResult NoSuchBox() =>
        ApiProblem.NotFound("There is no mailbox of that name.", "GET /api/v1/voicemail lists the mailboxes.");

    private static IResult NoSuchMessage() => ApiProblem.NotFound(
        "There is no such sound in this mailbox, or it has been deleted.", "GET /api/v1/voicemail/NAME/messages lists the messages.");
}
