using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Web.Api.Prompts;
using Switchhook.Web.Components;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Prompts;

/// <summary>The prompts: to hear them, to give them other sounds, and to see what is missing.</summary>
internal static class PromptPages
{
    public static void MapPromptPages(this IEndpointRouteBuilder routes, IPromptDesk desk)
    {
        var pages = routes.MapGroup("/prompts").ExcludeFromDescription().For(Ability.ChangeSite);
        pages.MapGet("", (WebBackend backend) => Fragment.Of<PromptsPage>(View(backend, desk))).For(Ability.Site);
        pages.MapPost(
                "/{name}/{language}", (string name, string language, HttpContext context, WebBackend backend) =>
                UploadAsync(name, language, context, backend, desk))
            .AsForm()
            .WithMetadata(new RequestSizeLimitAttribute(PromptsApi.MaxUpload));
        pages.MapPost(
            "/{name}/{language}/remove", (string name, string language, HttpContext context, WebBackend backend) =>
            RemoveAsync(name, language, context, backend, desk)).AsForm();
    }

    private static async Task<IResult> UploadAsync(
        string name, string language, HttpContext context, WebBackend backend, IPromptDesk desk)
    {
        if (PromptsApi.LanguageOf(name, language, backend.Site.Model) is null)
        {
            return Trouble("There is no such prompt any more.", backend, desk);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Trouble("Choose a sound file first.", backend, desk);
        }

        if (file.Length > SoundImport.MaxFile)
        {
            return Trouble("The sound file is too large; it may have 20 MB.", backend, desk);
        }

        using var sound = new MemoryStream((int)file.Length);
        await file.CopyToAsync(sound, context.RequestAborted);
        var bytes = sound.GetBuffer().AsMemory(0, (int)sound.Length);
        var trouble = await desk.UploadAsync(name, language, bytes, Access.NameOf(context.User), context.RequestAborted);
        return trouble is null ? SeeOther.Result("/prompts") : Trouble(trouble, backend, desk);
    }

    private static async Task<IResult> RemoveAsync(
        string name, string language, HttpContext context, WebBackend backend, IPromptDesk desk)
    {
        var trouble = PromptsApi.LanguageOf(name, language, backend.Site.Model) is null
            ? "There is no such prompt any more."
            : await desk.RemoveAsync(name, language, Access.NameOf(context.User));
        return trouble is null ? SeeOther.Result("/prompts") : Trouble(trouble, backend, desk);
    }

    private static IResult Trouble(string trouble, WebBackend backend, IPromptDesk desk) =>
        Fragment.Of<PromptsPage>(View(backend, desk) with { Troubles = [trouble] }, StatusCodes.Status409Conflict);

    private static PromptsView View(WebBackend backend, IPromptDesk desk) =>
        new(desk.List(), backend.Site.Model, new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()));
}
