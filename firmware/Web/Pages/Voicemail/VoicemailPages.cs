using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Api.Voicemail;
using Switchhook.Web.Components;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Voicemail;

/// <summary>The mailboxes: what waits, heard and dealt with in the browser.</summary>
internal static class VoicemailPages
{
    public static void MapVoicemailPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().For(Ability.Voicemail, Reach.Mailbox);
        pages.MapGet("/voicemail", ShowAll<MailboxesPage>).For(Ability.Voicemail, Reach.Seen);
        pages.MapGet("/live/voicemail", ShowAll<MailboxList>).For(Ability.Voicemail, Reach.Seen);
        pages.MapGet("/voicemail/{name}", Show<MailboxPage>);
        pages.MapGet("/live/voicemail/{name}", Show<MailboxMessages>);
        pages.MapPost("/voicemail/{name}/greeting/delete", ForgetGreetingAsync).AsForm();
        pages.MapPost("/voicemail/{name}/{id}/{action:regex(^(heard|saved|deleted|undo|call-back)$)}", CommandAsync).AsForm();
    }

    private static IResult ShowAll<T>(WebBackend backend, IVoicemailDesk desk, Visitor visitor)
        where T : IComponent
    {
        var now = desk.Current;
        return Fragment.Of<T>(new MailboxesView(
            [
                .. backend.Site.Model.Voicemail.Values.Where(box => visitor.SeesMailbox(box.Name))
                    .Select(box => (box, now.CountOf(box.Name).New, now.CountOf(box.Name).Old)),
            ]));
    }

    private static IResult Show<T>(string name, WebBackend backend, IVoicemailDesk desk)
        where T : IComponent => View(name, backend, desk) is { } view ? Fragment.Of<T>(view) : NoSuchBox();

    private static async Task<IResult> ForgetGreetingAsync(string name, HttpContext context, WebBackend backend, IVoicemailDesk desk) =>
        backend.Site.Model.Voicemail.ContainsKey(name)
            ? Answer(name, await desk.ForgetGreetingAsync(name, Access.NameOf(context.User)), backend, desk)
            : NoSuchBox();

    private static async Task<IResult> CommandAsync(
        string name, string id, string action, HttpContext context, WebBackend backend, IVoicemailDesk desk)
    {
        if (!backend.Site.Model.Voicemail.ContainsKey(name))
        {
            return NoSuchBox();
        }

        if (VoicemailApi.Find(name, id, desk) is null)
        {
            return Answer(name, "This message is not there any more.", backend, desk);
        }

        var (form, by) = (await context.Request.ReadFormAsync(context.RequestAborted), Access.NameOf(context.User));
        var phone = form.Field("phone");
        var trouble = action switch
        {
            "undo" => await desk.UndoAsync(id, by),
            "call-back" => backend.Site.Model.Phones.ContainsKey(phone)
                ? await desk.CallBackAsync(id, phone, by)
                : "There is no such phone any more.",
            _ => await desk.ChangeAsync(id, VoicemailApi.StateOf(action)!.Value, by),
        };
        return Answer(name, trouble, backend, desk);
    }

    private static IResult Answer(string name, string? trouble, WebBackend backend, IVoicemailDesk desk) => trouble is null
        ? SeeOther.Result($"/voicemail/{name}")
        : Fragment.Of<MailboxPage>(View(name, backend, desk)! with { Troubles = [trouble] }, StatusCodes.Status409Conflict);

    private static MailboxView? View(string name, WebBackend backend, IVoicemailDesk desk)
    {
        var (site, now) = (backend.Site.Model, desk.Current);
        return site.Voicemail.TryGetValue(name, out var box)
            ? new MailboxView(
                box,
                [.. now.Of(name).Reverse()],
                [.. now.DeletedOf(name).Reverse()],
                now.GreetingOf(name),
                [.. site.Phones.Values.OrderBy(phone => !box.Phones.Contains(phone.Number)).Select(phone => (phone.Number, phone.Name))],
                new SiteWords(site, backend.Time.GetUtcNow()))
            : null;
    }

    private static IResult NoSuchBox() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such mailbox.", "The page Voicemail lists the mailboxes."), StatusCodes.Status404NotFound);
}
