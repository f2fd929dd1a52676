using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Site;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Simulator;

namespace Switchhook.Web.Api.Prompts;

/// <summary>The prompts of the site, and the sounds that people give them.</summary>
internal static class PromptsApi
{
    /// <summary>Largest form with a sound file.</summary>
    public const int MaxUpload = SoundImport.MaxFile + (64 * 1024);

    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void MapPromptsApi(this IEndpointRouteBuilder api, IPromptDesk desk)
    {
        var prompts = api.MapGroup("/prompts").WithTags("Prompts").For(Ability.Site);
        prompts.MapGet("/", () => List(desk)).WithSummary("All prompts of the site in its languages, and what is missing.")
            .Produces<ListModel<PromptModel>>();
        prompts.MapMethods("/{name}/audio", ReadMethods, (string name, string? language, WebBackend backend) =>
                Audio(name, language, backend.Site.Model, desk))
            .WithSummary("The sound of a prompt as callers hear it, a WAV file. The first language of the site when language is left out.")
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
            .ProducesNotFound();
        prompts.MapPut("/{name}/audio", (string name, string? language, HttpContext context, WebBackend backend) =>
                UploadAsync(name, language, context, backend.Site.Model, desk))
            .For(Ability.ChangeSite)
            .WithSummary("Gives a prompt a sound file (WAV, FLAC, Ogg, MP3 …, up to 20 MB and 10 min), which the next call hears.")
            .DescribesBody<string>(isRequired: true, "audio/wav", "audio/flac", "audio/ogg", "audio/mpeg")
            .WithMetadata(new RequestSizeLimitAttribute(MaxUpload))
            .Produces(StatusCodes.Status204NoContent)
            .ProducesWrong()
            .ProducesNotFound();
        prompts.MapDelete("/{name}/audio", (string name, string? language, HttpContext context, WebBackend backend) =>
                RemoveAsync(name, language, context, backend.Site.Model, desk))
            .For(Ability.ChangeSite)
            .WithSummary("Takes the sound away that somebody has given: what the site file says is heard again.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesNotFound();
    }

    /// <summary>The language that is meant; null when the site has no such prompt or language.</summary>
    /// <param name="name">Name of the prompt.</param>
    /// <param name="language">As it was sent; null for the first.</param>
    /// <param name="site">The site.</param>
    public static string? LanguageOf(string name, string? language, SiteModel site) =>
        site.Prompts.ContainsKey(name) ? site.Languages.FirstOrDefault(known => known == (language ?? site.Language)) : null;

    private static IResult List(IPromptDesk desk) =>
        Results.Ok(new ListModel<PromptModel>([.. desk.List().Select(PromptModel.Of)]));

    private static IResult Audio(string name, string? language, SiteModel site, IPromptDesk desk) =>
        LanguageOf(name, language, site) is { } known && desk.Sound(name, known) is { } sound
            ? Results.File(WavFile.Of(sound.Samples.Span), "audio/wav", enableRangeProcessing: true)
            : NoSuchPrompt();

    private static async Task<IResult> UploadAsync(string name, string? language, HttpContext context, SiteModel site, IPromptDesk desk)
    {
        if (LanguageOf(name, language, site) is not { } known)
        {
            return NoSuchPrompt();
        }

        var (bytes, tooLarge) = await BoundedBody.ReadAsync(context.Request.Body, SoundImport.MaxFile, context.RequestAborted);
        if (tooLarge)
        {
            return new ApiProblem(
                "The sound file is too large.", StatusCodes.Status413PayloadTooLarge, "A sound file may have 20 MB.").ToResult();
        }

        return await desk.UploadAsync(name, known, bytes, Access.NameOf(context.User), context.RequestAborted) is { } trouble
            ? ApiProblem.Wrong(new ApiMistake("body", trouble, "Send a whole sound file as the body."))
            : Results.NoContent();
    }

    private static async Task<IResult> RemoveAsync(string name, string? language, HttpContext context, SiteModel site, IPromptDesk desk) =>
        LanguageOf(name, language, site) is not { } known ? NoSuchPrompt()
        : await desk.RemoveAsync(name, known, Access.NameOf(context.User)) is { } trouble
            ? ApiProblem.NotFound(trouble, "GET /api/v1/prompts tells which prompts have a sound that was given.")
            : Results.NoContent();

    private static IResult NoSuchPrompt() => ApiProblem.NotFound(
        "There is no such prompt, or it is not there in that language.", "GET /api/v1/prompts lists the prompts of the site.");
}
