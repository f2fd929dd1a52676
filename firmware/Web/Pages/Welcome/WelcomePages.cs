using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Site.Diff;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Language;
using Switchhook.Web.Pages.Editing;
using Switchhook.Web.Pages.FirstCall;
using Switchhook.Web.Pages.Welcome.Drafts;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>
/// The way from the claim to the first call: some steps whose fields hold what is proposed, a review, and a page on which the first call is
/// seen to come and to be answered. It writes the site file like any other change, so nothing is lost that was there.
/// </summary>
internal static class WelcomePages
{
    /// <summary>What is kept with the version.</summary>
    public const string Note = "first-run";

    private const int MostValues = WelcomeDraft.MostFields;

    private const int LongestValue = 8 * 1024;

    private const int MostBytes = 1024 * 1024;

    public static void MapWelcomePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/welcome").ExcludeFromDescription().For(Ability.ChangeSite);
        pages.MapGet("", (HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft, Words Say) =>
            Show(Left(View(WelcomeStep.Place, context, backend, stores, draft).Answers), context, backend, stores, draft, Say));
        foreach (var step in Enum.GetValues<WelcomeStep>())
        {
            var address = WelcomeView.Address(step)["/welcome".Length..];
            pages.MapGet(address, (HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft, Words Say) =>
                Show(step, context, backend, stores, draft, Say));
            if (step != WelcomeStep.Review)
            {
                OfStep(pages.MapPost(address, (HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft, Words Say) =>
                    SendAsync(step, context, backend, stores, draft, Say)));
            }
        }

        OfStep(pages.MapPost("/again", (WelcomeDraft draft) =>
        {
            draft.Forget();
            return SeeOther.Result(WelcomeView.Address(WelcomeStep.Place));
        }));
        pages.MapPost("/apply", ApplyAsync).AsForm();
        pages.MapFirstCall();
    }

    private static void OfStep(RouteHandlerBuilder route) => LargeForm.On(route, MostValues, LongestValue, MostBytes);

    private static WelcomeView View(WelcomeStep step, HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft)
    {
        var text = stores.Versions.Latest()?.Yaml ?? "";
        var site = WelcomeDraft.PrintOf(text);
        return new WelcomeView
        {
            Step = step,
            Answers = new WelcomeAnswers(draft.Of(site), new WelcomeProposals(backend, text, context.Request)),
            Site = site,
            IsOfAnother = draft.IsOfAnother(site),
            Box = backend,
        };
    }

    // Who comes again goes on with the first step that was not sent.
    private static WelcomeStep Left(WelcomeAnswers answers) => Enum.GetValues<WelcomeStep>().First(step =>
        step == WelcomeStep.Review || (answers.FieldsOf(step) is { Count: > 0 } fields && !fields.Any(answers.IsFilled)));

    private static IResult Show(
        WelcomeStep step, HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft, Words Say)
    {
        var view = View(step, context, backend, stores, draft);
        return Fragment.Of<WelcomePage>(
            step == WelcomeStep.Review ? Reviewed(view, backend, stores, Say)
            : context.Request.Query.ContainsKey(WelcomeView.Mend) ? view with { Mistakes = Wrong(view, backend, stores, Say) }
            : view);
    }

    // What is wrong in the fields of its step.
    private static Dictionary<string, string> Wrong(WelcomeView view, WebBackend backend, Stores stores, Words Say) =>
        WelcomeCheck.Of(view.Answers, backend, stores, Say).AtFields
            .Where(mistake => WelcomeView.StepOf(mistake.Key) == view.Step).ToDictionary(StringComparer.Ordinal);

    private static WelcomeView Reviewed(WelcomeView view, WebBackend backend, Stores stores, Words Say)
    {
        var check = WelcomeCheck.Of(view.Answers, backend, stores, Say);
        return view with
        {
            Mistakes = check.AtFields,
            Troubles = check.Trouble is { } trouble ? [trouble] : [],
            Result = check is { Text: { } text, Findings: { } findings } && stores.Versions.Latest() is { } current
                ? new WelcomeResult(current.Version.Number, findings, text, TextDiff.Between(current.Yaml, text))
                : null,
        };
    }

    private static async Task<IResult> SendAsync(
        WelcomeStep step, HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft, Words Say)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var before = View(step, context, backend, stores, draft);
        if (form.Field("site") != before.Site)
        {
            var overtaken = Say["The site has been changed since this page was shown. Look at the fields and send them again."];
            return Fragment.Of<WelcomePage>(before with { Troubles = [overtaken] }, StatusCodes.Status409Conflict);
        }

        draft.Keep(
            before.Site, before.Answers.FieldsOf(step).Select(field => KeyValuePair.Create(field, FormRows.Flat(form.Field(field)))));
        if (form.Field("go") == "back")
        {
            return SeeOther.Result(WelcomeView.Address(step - 1));
        }

        var view = View(step, context, backend, stores, draft);
        var wrong = Wrong(view, backend, stores, Say);
        return wrong.Count == 0
            ? SeeOther.Result(WelcomeView.Address(step + 1))
            : Fragment.Of<WelcomePage>(view with { Mistakes = wrong }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ApplyAsync(
        HttpContext context, WebBackend backend, Stores stores, WelcomeDraft draft, Words Say)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var view = Reviewed(View(WelcomeStep.Review, context, backend, stores, draft), backend, stores, Say);
        if (view.Result is not { } result || view.Mistakes.Count > 0)
        {
            return Fragment.Of<WelcomePage>(view, StatusCodes.Status409Conflict);
        }

        // What was reviewed is what is applied: another version in force or other answers mean another review.
        var seen = int.TryParse(form.Field("base"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (seen == result.Base && form.Field("reviewed") != result.Print)
        {
            var other = Say["The answers have been changed since this was shown. Read the change again."];
            return Fragment.Of<WelcomePage>(view with { Troubles = [other] }, StatusCodes.Status409Conflict);
        }

        var change = new SiteChange(Access.NameOf(context.User)) { Base = seen, Note = Note, MayRestart = true };
        var outcome = await backend.Site.ApplyAsync(result.Text, change, context.RequestAborted);
        if (outcome is SiteOutcome.Applied applied)
        {
            draft.Forget();
            return applied.Restarts
                ? Fragment.Of<StartingAgainPage>(new StartingAgain(FirstCallPages.Address, "welcome"))
                : SeeOther.Result(FirstCallPages.Address);
        }

        var why = outcome switch
        {
            SiteOutcome.Overtaken overtaken => Say["{0} has applied version {1} since. Read the change again.", overtaken.Current.By,
                overtaken.Current.Number],
            SiteOutcome.NotNow refused => refused.Why,
            _ => Say["It cannot be applied before the mistakes are mended. The site in force stays."],
        };
        return Fragment.Of<WelcomePage>(view with { Troubles = [why] }, StatusCodes.Status409Conflict);
    }
}
