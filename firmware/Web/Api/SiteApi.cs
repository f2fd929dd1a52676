using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Switchhook.Hardware.Yaml;
using Switchhook.Storage;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>The site file and its versions.</summary>
internal static class SiteApi
{
    /// <summary>Media type of YAML (RFC 9512).</summary>
    public const string Yaml = "application/yaml";

    /// <summary>Largest site file.</summary>
    public const int MaxFile = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void MapSiteApi(this IEndpointRouteBuilder api)
    {
        var site = api.MapGroup("/site").WithTags("Site").For(Ability.Site);
        site.MapGet("/", Read).Produces<string>(contentType: Yaml).ProducesNotFound();
        site.MapPut("/", WriteAsync)
            .For(Ability.ChangeSite)
            .DescribesBody<string>(isRequired: true, Yaml)
            .WithMetadata(new RequestSizeLimitAttribute(MaxFile))
            .Produces<AppliedSiteModel>()
            .ProducesWrong()
            .ProducesError(StatusCodes.Status409Conflict)
            .ProducesError(StatusCodes.Status412PreconditionFailed)
            .ProducesError(StatusCodes.Status422UnprocessableEntity);
        site.MapGet("/versions", List).Produces<ListModel<SiteVersion>>();
        site.MapGet("/versions/{number:int}", Version).Produces<string>(contentType: Yaml).ProducesNotFound();
    }

    /// <summary>The site file in force. The ETag is the number of its version.</summary>
    /// <param name="context">The request.</param>
    /// <param name="stores">The versions.</param>
    internal static IResult Read(HttpContext context, Stores stores) => Text(context, stores.Versions.Latest());

    /// <summary>
    /// Checks a site file and puts it in force without dropping calls. A wrong file changes nothing, and is answered with every mistake,
    /// its line and its cure. With If-Match it is taken only while that version is in force.
    /// </summary>
    /// <param name="context">The request; its body is the file.</param>
    /// <param name="stores">The versions.</param>
    /// <param name="backend">The box.</param>
    /// <param name="note">Why the site is changed, in your own words, up to 500 characters; kept with the version.</param>
    internal static async Task<IResult> WriteAsync(HttpContext context, Stores stores, WebBackend backend, string? note = null)
    {
        var (bytes, tooLarge) = await BoundedBody.ReadAsync(context.Request.Body, MaxFile, context.RequestAborted);
        if (tooLarge)
        {
            return new ApiProblem(
                "The site file is too large.", StatusCodes.Status413PayloadTooLarge, "A site file may have 1 MB.").ToResult();
        }

        if (!TryNote(note, out var said))
        {
            return WrongNote();
        }

        var current = stores.Versions.Latest()?.Version;
        if (current is not null && Unexpected(context.Request, current) is { } refusal)
        {
            return refusal;
        }

        var expected = context.Request.Headers.IfMatch.ToString() is "" or "*" ? null : current?.Number;

        if (!TryDecode(bytes, out var yaml))
        {
            return ApiProblem.Wrong(new ApiMistake("body", "The file is not UTF-8 text.", "Save it as UTF-8 and send it again."));
        }

        var change = new SiteChange(Access.NameOf(context.User)) { Note = said, Base = expected };
        var outcome = await backend.Site.ApplyAsync(yaml, change, context.RequestAborted);
        return Answer(outcome, applied => new AppliedSiteModel(applied.Version, [.. applied.Warnings.Select(OfSite)]));
    }

    /// <summary>All versions of the site file, newest first.</summary>
    /// <param name="stores">The versions.</param>
    internal static IResult List(Stores stores) => Results.Ok(new ListModel<SiteVersion>(stores.Versions.List()));

    /// <summary>The text of one version.</summary>
    /// <param name="number">Number of the version.</param>
    /// <param name="context">The request.</param>
    /// <param name="stores">The versions.</param>
    internal static IResult Version(int number, HttpContext context, Stores stores) => Text(context, stores.Versions.Get(number));

    private static IResult Text(HttpContext context, SiteText? text)
    {
        if (text is null)
        {
            return ApiProblem.NotFound("There is no version of that number.", "GET /api/v1/site/versions lists the versions.");
        }

        context.Response.Headers.ETag = Tag(text.Version);
        return Results.Text(text.Yaml, Yaml, Encoding.UTF8);
    }

    private static string Tag(SiteVersion version) => $"\"{version.Number}\"";

    /// <summary>The answer to a request whose If-Match names another version than the one in force; else null.</summary>
    internal static IResult? Unexpected(HttpRequest request, SiteVersion current) =>
        request.Headers.IfMatch.ToString() is "" or "*" || request.Headers.IfMatch.ToString() == Tag(current)
            ? null
            : Overtaken(current);

    /// <summary>A note as it is kept: one that is blank is none.</summary>
    /// <returns>False when it is too long.</returns>
    internal static bool TryNote(string? note, out string? said)
    {
        said = note?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        return said is not { Length: > SiteChange.LongestNote };
    }

    /// <summary>The answer to a note that is too long.</summary>
    internal static IResult WrongNote() => ApiProblem.Wrong(new ApiMistake(
        "note", "The note is too long.", $"Say in up to {SiteChange.LongestNote} characters why the site is changed."));

    private static IResult Overtaken(SiteVersion current) => new ApiProblem(
        "Another version has been applied since.",
        StatusCodes.Status412PreconditionFailed,
        $"Version {current.Number} by {current.By} is in force. Read it, and make your change in it.").ToResult();

    /// <summary>The answer to a site file that was to be put in force.</summary>
    internal static IResult Answer<T>(SiteOutcome outcome, Func<SiteOutcome.Applied, T> done) => outcome switch
    {
        SiteOutcome.Applied applied => Results.Ok(done(applied)),
        SiteOutcome.Wrong wrong => Wrong(wrong.Mistakes, wrong.Omitted),
        SiteOutcome.Overtaken overtaken => Overtaken(overtaken.Current),
        SiteOutcome.NotNow refused => ApiProblem.NotNow(refused.Why),
        _ => throw new InvalidOperationException("The site has an outcome that the web does not know."),
    };

    /// <summary>The answer to a wrong site file.</summary>
    /// <param name="mistakes">Errors and warnings in the order of the file.</param>
    /// <param name="omitted">How many more there are.</param>
    internal static IResult Wrong(IReadOnlyList<Mistake> mistakes, int omitted)
    {
        var count = mistakes.Count + omitted;
        return new ApiProblem(
            count == 1 ? "There is a mistake in the site file." : $"There are {count} mistakes in the site file.",
            StatusCodes.Status422UnprocessableEntity,
            "The site that was in force stays in force. Mend each of the mistakes below and send the file again.",
            [.. mistakes.Select(OfSite)]).ToResult();
    }

    /// <summary>A mistake of a site file.</summary>
    internal static ApiMistake OfSite(Mistake mistake) =>
        new("site file", mistake.What, mistake.Cure, mistake.Line, mistake.Column, mistake.Picture);

    internal static bool TryDecode(byte[] bytes, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
