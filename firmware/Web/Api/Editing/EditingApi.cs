using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Switchhook.Site.Diff;
using Switchhook.Site.Editing;
using Switchhook.Web.Api.Editing.Models;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Pages.Editing;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Editing;

/// <summary>Looks at site files, compares versions, goes back to one, and changes single values.</summary>
internal static class EditingApi
{
    public static void MapEditingApi(this IEndpointRouteBuilder api)
    {
        var site = api.MapGroup("/site").WithTags("Site").For(Ability.Site);
        site.MapPost("/check", CheckAsync).For(Ability.ChangeSite)
            .DescribesBody<string>(isRequired: true, SiteApi.Yaml)
            .WithMetadata(new RequestSizeLimitAttribute(SiteApi.MaxFile))
            .Produces<SiteCheckModel>()
            .ProducesWrong();
        site.MapGet("/versions/{number:int}/diff", Diff).Produces<VersionDiffModel>().ProducesNotFound();
        site.MapPost("/versions/{number:int}/roll-back", RollBackAsync).For(Ability.ChangeSite)
            .Produces<AppliedSiteModel>()
            .ProducesWrong()
            .ProducesNotFound()
            .ProducesError(StatusCodes.Status409Conflict)
            .ProducesError(StatusCodes.Status412PreconditionFailed)
            .ProducesError(StatusCodes.Status422UnprocessableEntity);
        site.MapPost("/edit", EditAsync).For(Ability.ChangeSite)
            .Produces<EditedSiteModel>()
            .ProducesWrong()
            .ProducesNotFound()
            .ProducesError(StatusCodes.Status409Conflict)
            .ProducesError(StatusCodes.Status412PreconditionFailed)
            .ProducesError(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Checks a site file and tells what it would change. Nothing is put in force.</summary>
    /// <param name="context">The request; its body is the file.</param>
    /// <param name="stores">The versions.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> CheckAsync(HttpContext context, Stores stores, WebBackend backend)
    {
        var (bytes, tooLarge) = await BoundedBody.ReadAsync(context.Request.Body, SiteApi.MaxFile, context.RequestAborted);
        if (tooLarge || !SiteApi.TryDecode(bytes, out var yaml))
        {
            return ApiProblem.Wrong(new ApiMistake(
                "body", tooLarge ? "The site file is too large." : "The file is not UTF-8 text.", "Send up to 1 MB of UTF-8 text."));
        }

        var findings = backend.Site.Check(yaml);
        return Results.Ok(new SiteCheckModel(
            findings.Model is not null && findings.Restart is null,
            [.. findings.Mistakes.Select(SiteApi.OfSite)],
            findings.Omitted,
            findings.Changes,
            TextDiff.Between(stores.Versions.Latest()?.Yaml ?? "", yaml),
            findings.Restart));
    }

    /// <summary>What differs between two versions, in words and line by line.</summary>
    /// <param name="number">Number of the older one.</param>
    /// <param name="stores">The versions.</param>
    /// <param name="backend">The box.</param>
    /// <param name="to">Number of the newer one; without it the one in force.</param>
    internal static IResult Diff(int number, Stores stores, WebBackend backend, int? to = null)
    {
        var newer = to is { } other ? stores.Versions.Get(other) : stores.Versions.Latest();
        if (stores.Versions.Get(number) is not { } old || newer is not { } current)
        {
            return NoVersion();
        }

        var compared = SiteTextPages.Comparison(old, current, backend.Site);
        return Results.Ok(new VersionDiffModel(old.Version, current.Version, compared.Changes, compared.Lines));
    }

    /// <summary>
    /// Puts the text of an earlier version in force again, as a new version. With If-Match only while that version is in force.
    /// </summary>
    /// <param name="number">Number of the version.</param>
    /// <param name="why">Why.</param>
    /// <param name="context">The request.</param>
    /// <param name="stores">The versions.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> RollBackAsync(
        int number, RollBackModel why, HttpContext context, Stores stores, WebBackend backend)
    {
        if (stores.Versions.Get(number) is not { } old || stores.Versions.Latest() is not { } current)
        {
            return NoVersion();
        }

        if (!SiteApi.TryNote(why.Note, out var note))
        {
            return SiteApi.WrongNote();
        }

        if (SiteApi.Unexpected(context.Request, current.Version) is { } refusal)
        {
            return refusal;
        }

        var change = new SiteChange(Access.NameOf(context.User))
        {
            Base = current.Version.Number,
            Note = note ?? $"Back to version {number}",
        };
        var outcome = await backend.Site.ApplyAsync(old.Yaml, change, context.RequestAborted);
        return SiteApi.Answer(outcome, applied => new AppliedSiteModel(applied.Version, [.. applied.Warnings.Select(SiteApi.OfSite)]));
    }

    /// <summary>
    /// Changes single values of the site file in force; comments, order and all else stay to the letter. Tells the new file and the lines
    /// that change; with <c>apply</c> it is put in force like any other. With If-Match only while that version is in force.
    /// </summary>
    /// <param name="edits">The changes.</param>
    /// <param name="context">The request.</param>
    /// <param name="stores">The versions.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> EditAsync(SiteEditsModel edits, HttpContext context, Stores stores, WebBackend backend)
    {
        if (stores.Versions.Latest() is not { } current)
        {
            return NoVersion();
        }

        var wanted = edits.Edits.Select(EditOf).ToList();
        if (!SiteApi.TryNote(edits.Note, out var note))
        {
            return SiteApi.WrongNote();
        }

        if (wanted.Contains(null))
        {
            return ApiProblem.Wrong(new ApiMistake(
                $"edits[{wanted.IndexOf(null)}]",
                "A change says one thing.",
                "Send a path, and one of text, items, rules, name and remove."));
        }

        if (SiteApi.Unexpected(context.Request, current.Version) is { } refusal)
        {
            return refusal;
        }

        var result = SiteEditor.Edit(current.Yaml, [.. wanted.OfType<SiteEdit>()]);
        if (result.Text is not { } text)
        {
            return ApiProblem.NotNow(result.Trouble!);
        }

        var findings = backend.Site.Check(text);
        if (findings.Model is null)
        {
            return SiteApi.Wrong(findings.Mistakes, findings.Omitted);
        }

        var told = new EditedSiteModel(
            current.Version, text, TextDiff.Between(current.Yaml, text), [.. findings.Mistakes.Select(SiteApi.OfSite)], null);
        if (!edits.Apply)
        {
            return Results.Ok(told);
        }

        var change = new SiteChange(Access.NameOf(context.User)) { Base = current.Version.Number, Note = note };
        var outcome = await backend.Site.ApplyAsync(text, change, context.RequestAborted);
        return SiteApi.Answer(outcome, applied => told with { Version = applied.Version });
    }

    private static IResult NoVersion() =>
        ApiProblem.NotFound("There is no version of that number.", "GET /api/v1/site/versions lists the versions.");

    private static SiteEdit? EditOf(SiteEditModel edit) => (edit.Text, edit.Items, edit.Rules, edit.Name, edit.Remove) switch
    {
        _ when edit.Path.Count == 0 || edit.Path.Any(string.IsNullOrEmpty) => null,
        ({ } text, null, null, null, false) => new SiteEdit.Set([.. edit.Path], new EditValue.Text(text)),
        (null, { Count: > 0 } items, null, null, false) => new SiteEdit.Set([.. edit.Path], new EditValue.List([.. items])),
        (null, null, { Count: > 0 } rules, null, false) when rules.All(IsRule) => new SiteEdit.Set(
            [.. edit.Path], new EditValue.Maps([.. rules.Select(MapOf)])),
        (null, null, null, { Length: > 0 } name, false) => new SiteEdit.Rename([.. edit.Path], name),
        (null, null, null, null, true) => new SiteEdit.Remove([.. edit.Path]),
        _ => null,
    };

    // JSON can say null where the type does not.
    private static bool IsRule(IReadOnlyDictionary<string, string>? rule) =>
        rule is { Count: > 0 } && rule.Values.All(value => value is not null);

    private static EditValue.Map MapOf(IReadOnlyDictionary<string, string> rule) =>
        new([.. rule.Select(key => KeyValuePair.Create<string, EditValue>(key.Key, new EditValue.Text(key.Value)))]);
}
