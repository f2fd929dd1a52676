using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Queues.Shadow;
using Switchhook.Storage.History;
using Switchhook.Web.Advice;
using Switchhook.Web.Api.Json;
using Switchhook.Web.Components;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Pages.Advice;

/// <summary>Advice, questions about changes, and what a queue would have made of a hunt group's callers.</summary>
internal static class AdvicePages
{
    public static void MapAdvicePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/advice").ExcludeFromDescription().For(Ability.Reports);
        pages.MapGet("/", (string? queue, string? weeks, WebBackend backend, Advisor advisor) =>
            new AdviceAnswer(backend, advisor).Show(queue, weeks));
        pages.MapPost("/what-if", AskAsync).AsForm();
        pages.MapGet("/shadow", ShadowAsync);
        pages.MapSwitchPages();
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, WebBackend backend, Advisor advisor, LongCalculation calculation)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (input, question) = (new AdviceInput(backend), Question(form));
        var answer = new AdviceAnswer(backend, advisor);
        if (question?.Change(input) is not { } change)
        {
            IReadOnlyList<string> mistakes = question is null
                ? ["The question has no times. Write hours and minutes, such as 10:00, or a number of seconds."]
                : [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")];
            return Trouble(mistakes, StatusCodes.Status400BadRequest);
        }

        try
        {
            var result = await calculation.RunAsync(stop => advisor.Play(change, question.Span, stop), context.RequestAborted);
            return result is null
                ? Trouble(["There were no callers in the last four weeks."], StatusCodes.Status400BadRequest)
                : answer.Show(question.Queue, null, blank => Filled(blank, form) with { Result = result });
        }
        catch (CalculationRefusedException refused)
        {
            return Trouble([refused.Message, refused.Cure], StatusCodes.Status503ServiceUnavailable);
        }
        catch (TooMuchHistoryException tooMuch)
        {
            return Trouble([tooMuch.Message], StatusCodes.Status400BadRequest);
        }

        IResult Trouble(IReadOnlyList<string> troubles, int status) => answer.Show(
            backend.Site.Model.Queues.ContainsKey(form.Field("queue")) ? form.Field("queue") : null,
            null,
            blank => Filled(blank, form) with { Troubles = troubles },
            status);
    }

    // Null when a field cannot be read.
    private static WhatIfQuestion? Question(IFormCollection form)
    {
        var asked = new WhatIfQuestion(form.Field("queue"));
        return form.Field("change") switch
        {
            "agent" => Time(form.Field("from")) is { } from && Time(form.Field("to")) is { } to
                ? asked with { OneMoreAgent = new MoreWork(from, to) }
                : null,
            "wrap-up" => int.TryParse(form.Field("wrapUp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? asked with { WrapUp = TimeSpan.FromSeconds(seconds) }
                : null,
            _ => asked with { Strategy = form.Field("strategy") },
        };
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ClockTimeJson.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static WhatIfView Filled(WhatIfView blank, IFormCollection form) => blank with
    {
        From = Or(form.Field("from"), blank.From),
        To = Or(form.Field("to"), blank.To),
        WrapUp = Or(form.Field("wrapUp"), blank.WrapUp),
        Strategy = Or(form.Field("strategy"), blank.Strategy),
    };

    private static string Or(string sent, string usual) => sent.Length > 0 ? sent : usual;

    private static async Task<IResult> ShadowAsync(
        string? group, HttpContext context, WebBackend backend, Advisor advisor, LongCalculation calculation)
    {
        if (group is null || !backend.Site.Model.Groups.ContainsKey(group))
        {
            return NoSuchGroup();
        }

        try
        {
            var report = await calculation.RunAsync(
                stop => advisor.Shadow(group, AdviceInput.UsualDays, stop), context.RequestAborted);
            return Show(report, report is null ? ["The group had no callers in the last two weeks, so that nothing can be said."] : []);
        }
        catch (CalculationRefusedException refused)
        {
            return Show(null, [refused.Message, refused.Cure], StatusCodes.Status503ServiceUnavailable);
        }
        catch (TooMuchHistoryException tooMuch)
        {
            return Show(null, [tooMuch.Message]);
        }

        IResult Show(ShadowReport? report, IReadOnlyList<string> troubles, int status = StatusCodes.Status200OK) =>
            Fragment.Of<ShadowPage>(new ShadowView(group, report, troubles), status);
    }

    private static IResult NoSuchGroup() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such hunt group.", "The page Advice lists the hunt groups of the site."),
        StatusCodes.Status404NotFound);
}
