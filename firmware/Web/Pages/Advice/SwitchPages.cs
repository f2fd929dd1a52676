using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Switching;
using Switchhook.Web.Advice;
using Switchhook.Web.Components;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Advice;

/// <summary>The switch from a hunt group to a queue, and back: the change is shown first, and put in force by a second step.</summary>
internal static class SwitchPages
{
    private const string Overtaken = "The site file has changed since the page was loaded. Look at the change again.";

    public static void MapSwitchPages(this IEndpointRouteBuilder advice)
    {
        advice.MapGet("/switch", (string? group, string? queue, WebBackend backend, SiteSwitch switcher) =>
            Show(group, queue, backend, switcher)).For(Ability.ChangeSite);
        advice.MapPost("/switch", ApplyAsync).AsForm().For(Ability.ChangeSite);
    }

    private static IResult Show(
        string? group,
        string? queue,
        WebBackend backend,
        SiteSwitch switcher,
        string? trouble = null,
        IReadOnlyList<Mistake>? refused = null)
    {
        var (isToQueue, name) = (group is not null, group ?? queue ?? "");
        var isKnown = isToQueue ? backend.Site.Model.Groups.ContainsKey(name) : backend.Site.Model.Queues.ContainsKey(name);
        if (!isKnown || switcher.Draft(isToQueue ? SwitchWay.ToQueue : SwitchWay.ToGroup, name) is not { } draft)
        {
            return Fragment.Of<ErrorPage>(
                new ErrorWords("There is no such hunt group or queue.", "The page Advice lists those of the site."),
                StatusCodes.Status404NotFound);
        }

        IReadOnlyList<string> mistakes = [.. draft.Mistakes.Select(Words)];
        var view = new SwitchView(isToQueue, name)
        {
            Version = draft.Base.Number,
            Diff = draft.Diff,
            Pictures = [.. (refused ?? draft.Mistakes).Select(mistake => mistake.Picture).OfType<string>()],
        };
        var isWrong = draft.Text is null || trouble is not null;
        return Fragment.Of<SwitchPage>(
            draft.Text is null
                ? view with { Troubles = mistakes }
                : view with { Warnings = mistakes, Troubles = trouble is null ? [] : [trouble] },
            isWrong ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ApplyAsync(HttpContext context, WebBackend backend, SiteSwitch switcher)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (group, queue) = (form["group"] is [{ } one] ? one : null, form["queue"] is [{ } other] ? other : null);
        var (isToQueue, name) = (group is not null, group ?? queue ?? "");
        if (switcher.Draft(isToQueue ? SwitchWay.ToQueue : SwitchWay.ToGroup, name) is not { Text: { } text } draft)
        {
            return Show(group, queue, backend, switcher);
        }

        if (form.Field("version") != draft.Base.Number.ToString(CultureInfo.InvariantCulture))
        {
            return Show(group, queue, backend, switcher, Overtaken);
        }

        var change = new SiteChange(Access.NameOf(context.User)) { Base = draft.Base.Number };
        return await backend.Site.ApplyAsync(text, change, context.RequestAborted) switch
        {
            SiteOutcome.Applied applied => Fragment.Of<SwitchPage>(new SwitchView(isToQueue, name)
            {
                Done = isToQueue
                    ? $"{name} is a queue now, by version {applied.Version.Number} of the site file. Its agents log in at their phones."
                    : $"{name} is a hunt group now, by version {applied.Version.Number} of the site file.",
            }),
            SiteOutcome.Wrong wrong => Show(
                group, queue, backend, switcher, string.Join(' ', wrong.Mistakes.Select(Words)), wrong.Mistakes),
            SiteOutcome.Overtaken => Show(group, queue, backend, switcher, Overtaken),
            SiteOutcome.NotNow refused => Show(group, queue, backend, switcher, refused.Why),
            _ => throw new InvalidOperationException("The site has an outcome that the web does not know."),
        };
    }

    private static string Words(Mistake mistake) => $"Line {mistake.Line}: {mistake.What} {mistake.Cure}";
}
