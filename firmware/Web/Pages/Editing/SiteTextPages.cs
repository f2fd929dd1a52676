using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Site.Diff;
using Switchhook.Storage;
using Switchhook.Web.Api;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Editing;

/// <summary>The site file as text: looked at while one types, reviewed, applied; and its history, with the way back.</summary>
internal static class SiteTextPages
{
    private const int FewValues = 8;

    // A form sends a byte outside the letters and digits as three characters.
    private const int MostBytes = (3 * SiteApi.MaxFile) + (64 * 1024);

    public static void MapSiteTextPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/site").ExcludeFromDescription().For(Ability.Site);
        pages.MapGet("", (Stores stores) => stores.Versions.Latest() is { } current
            ? Fragment.Of<SiteTextPage>(new SiteTextView(current.Yaml, current.Version.Number, null))
            : Nothing());
        Form(pages.MapPost("/check", CheckAsync).For(Ability.ChangeSite));
        Form(pages.MapPost("/review", ReviewAsync).For(Ability.ChangeSite));
        Form(pages.MapPost("/apply", ApplyAsync).For(Ability.ChangeSite));
        pages.MapGet("/history", History);
        pages.MapGet("/history/compare", Compare);
        pages.MapGet("/history/{number:int}/roll-back", RollBack).For(Ability.ChangeSite);
        pages.MapGet("/history/{number:int}/site.yaml", (int number, Stores stores) => stores.Versions.Get(number) is { } text
            ? Results.File(Encoding.UTF8.GetBytes(text.Yaml), SiteApi.Yaml, $"site-{number}.yaml")
            : Nothing());
    }

    /// <summary>The review of a change.</summary>
    /// <param name="text">The new text.</param>
    /// <param name="seen">Number of the version from which the change was begun.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The versions.</param>
    /// <param name="isMerged">True when the change was made in the version in force.</param>
    public static ReviewView? Review(string text, int seen, WebBackend backend, Stores stores, bool isMerged = false)
    {
        if (stores.Versions.Latest() is not { } current)
        {
            return null;
        }

        var findings = backend.Site.Check(text);
        var old = seen == current.Version.Number ? null : stores.Versions.Get(seen);
        return new ReviewView(text, current.Version, FindingsView.Of(findings, text))
        {
            Changes = findings.Changes,
            Lines = TextDiff.Between(current.Yaml, text),
            Restart = findings.Restart,
            Overtaken = old is null ? null : new OvertakenView(seen, TextDiff.Between(old.Yaml, current.Yaml), isMerged),
        };
    }

    // The limit of a value counts it as it is sent.
    private static void Form(RouteHandlerBuilder route) =>
        LargeForm.On(route, FewValues, MostBytes, MostBytes).AddEndpointFilter(RefuseTooLargeAsync);

    private static async ValueTask<object?> RefuseTooLargeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var form = await context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
        return Encoding.UTF8.GetByteCount(form.Field("text").ReplaceLineEndings("\n")) <= SiteApi.MaxFile
            ? await next(context)
            : Fragment.Of<ErrorPage>(
                new ErrorWords($"The site file is larger than {SiteApi.MaxFile / 1024} KiB.", "Make it shorter."),
                StatusCodes.Status413PayloadTooLarge);
    }

    private static IResult Nothing() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such version of the site file.", "The page History lists the versions."),
        StatusCodes.Status404NotFound);

    // A browser ends the lines of a field with CR LF; the file keeps the ends that it has.
    private static string TextOf(IFormCollection form, Stores stores)
    {
        var text = form.Field("text").Replace("\r\n", "\n", StringComparison.Ordinal);
        return stores.Versions.Latest()?.Yaml.Contains("\r\n", StringComparison.Ordinal) == true
            ? text.Replace("\n", "\r\n", StringComparison.Ordinal)
            : text;
    }

    private static int BaseOf(IFormCollection form, Stores stores) =>
        int.TryParse(form.Field("base"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : stores.Versions.Latest()?.Version.Number ?? 0;

    private static async Task<IResult> CheckAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var text = TextOf(form, stores);
        var findings = FindingsView.Of(backend.Site.Check(text), text);
        return context.Request.Headers.ContainsKey("HX-Request")
            ? Fragment.Of<FindingsList>(findings)
            : Fragment.Of<SiteTextPage>(new SiteTextView(text, BaseOf(form, stores), findings));
    }

    private static async Task<IResult> ReviewAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Review(TextOf(form, stores), BaseOf(form, stores), backend, stores) is { } view ? Fragment.Of<ReviewPage>(view) : Nothing();
    }

    private static async Task<IResult> ApplyAsync(HttpContext context, WebBackend backend, Stores stores)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (text, seen, said) = (TextOf(form, stores), BaseOf(form, stores), form.Field("note"));
        if (!SiteApi.TryNote(said, out var note))
        {
            return Refused(text, seen, said, null, backend, stores);
        }

        var change = new SiteChange(Access.NameOf(context.User)) { Base = seen, Note = note };
        return await backend.Site.ApplyAsync(text, change, context.RequestAborted) switch
        {
            SiteOutcome.Applied applied => SeeOther.Result($"/site/history?done={applied.Version.Number}"),
            SiteOutcome.NotNow refused => Refused(text, seen, said, refused.Why, backend, stores),
            _ => Refused(text, seen, said, null, backend, stores),
        };
    }

    private static IResult Refused(string text, int seen, string note, string? why, WebBackend backend, Stores stores) =>
        Review(text, seen, backend, stores) is { } view
            ? Fragment.Of<ReviewPage>(view with { Note = note, Troubles = why is null ? [] : [why] }, StatusCodes.Status409Conflict)
            : Nothing();

    private static IResult RollBack(int number, WebBackend backend, Stores stores)
    {
        if (stores.Versions.Get(number) is not { } old || stores.Versions.Latest() is not { } current)
        {
            return Nothing();
        }

        return Fragment.Of<ReviewPage>(Review(old.Yaml, current.Version.Number, backend, stores)! with
        {
            RollBackTo = number,
        });
    }

    private static IResult History(int? before, int? done, WebBackend backend, Stores stores) => Fragment.Of<HistoryPage>(
        new HistoryView(
            stores.Versions.List(HistoryView.Most, before ?? int.MaxValue),
            stores.Versions.Latest()?.Version.Number ?? 0,
            new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()))
        {
            Done = done,
        });

    private static IResult Compare(int from, int to, WebBackend backend, Stores stores) =>
        stores.Versions.Get(from) is { } one && stores.Versions.Get(to) is { } other
            ? Fragment.Of<ComparePage>(Comparison(one, other, backend.Site))
            : Nothing();

    /// <summary>What differs between two versions.</summary>
    public static CompareView Comparison(SiteText from, SiteText to, ISiteAdmin site)
    {
        var words = site.Check(from.Yaml).Model is { } before && site.Check(to.Yaml).Model is { } after
            ? SiteDiff.Between(before, after)
            : null;
        return new CompareView(from.Version, to.Version, words, TextDiff.Between(from.Yaml, to.Yaml));
    }
}
