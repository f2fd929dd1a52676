using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Acd.Advice;
using Switchhook.Flows.Queues.Shadow;
using Switchhook.Web.Advice;
using Switchhook.Web.Api.Advice.Models;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Reports;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Advice;

/// <summary>What the box advises by its own past: calls to expect, agents and lines needed, what a change would have made.</summary>
internal static class AdviceApi
{
    public static void MapAdviceApi(this IEndpointRouteBuilder api)
    {
        var advice = api.MapGroup("/advice").WithTags("Advice").For(Ability.Reports);
        advice.MapGet("/forecast", Forecasts)
            .For(Ability.Reports, Reach.AskedQueue)
            .DescribesQuery(JsonSchemaType.Integer, "int32", "weeks")
            .Produces<ForecastModel>(StatusCodes.Status200OK, "application/json", CsvFile.MediaType)
            .ProducesWrong();
        advice.MapGet("/agents", Agents)
            .For(Ability.Reports, Reach.AskedQueue)
            .DescribesQuery(JsonSchemaType.Integer, "int32", "weeks", "within", "handleTime")
            .DescribesQuery(JsonSchemaType.Number, "double", "share")
            .Produces<StaffingModel>(StatusCodes.Status200OK, "application/json", CsvFile.MediaType)
            .ProducesWrong();
        advice.MapGet("/lines", Lines)
            .DescribesQuery(JsonSchemaType.Integer, "int32", "weeks")
            .DescribesQuery(JsonSchemaType.Number, "double", "blocking")
            .Produces<LineAdviceModel>()
            .ProducesWrong();
        advice.MapPost("/what-if", WhatIfAsync)
            .Produces<WhatIfResult>().ProducesWrong().ProducesError(StatusCodes.Status503ServiceUnavailable);
        api.MapGroup("/groups").WithTags("Advice").MapGet("/{name}/shadow", ShadowAsync)
            .For(Ability.Reports)
            .DescribesQuery(JsonSchemaType.Integer, "int32", "days")
            .Produces<ShadowReport>()
            .ProducesWrong()
            .ProducesNotFound()
            .ProducesError(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>
    /// The calls of a queue to expect in each half hour of a week, from the same half hours of past weeks, with what such forecasts would
    /// have been off by. As CSV with <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="weeks">How far back is looked, 1 to 53; 8 when left out.</param>
    /// <param name="leaveOut">Days that tell nothing, such as holidays: <c>2026-12-25,2026-12-26</c>.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="advisor">Advises.</param>
    internal static IResult Forecasts(
        string? queue, string? weeks, string? leaveOut, string? format, HttpContext context, WebBackend backend, Advisor advisor)
    {
        var input = new AdviceInput(backend);
        var (asked, count, leftOut) = (input.Queue(queue), Weeks(input, weeks), input.LeftOut(leaveOut));
        var isCsv = input.IsCsv(format, context.Request);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var forecast = ForecastModel.Of(advisor.Past(asked, count, leftOut));
        return isCsv ? CsvFile.Of(forecast) : Results.Ok(forecast);
    }

    /// <summary>
    /// The agents that a queue needs in each half hour of a week: if every caller waits (Erlang C), if callers lose patience (Erlang A),
    /// and, where all calls come by a fixed number of lines, if waiting callers fill them. As CSV with <c>Accept: text/csv</c> or
    /// <c>format=csv</c>.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="weeks">How far back is looked, 1 to 53; 8 when left out.</param>
    /// <param name="share">Share of the calls to answer in time; what the site file says when left out.</param>
    /// <param name="within">The time in seconds; what the site file says when left out.</param>
    /// <param name="handleTime">Seconds that a call takes of an agent; as measured when left out.</param>
    /// <param name="leaveOut">Days that tell nothing, such as holidays: <c>2026-12-25,2026-12-26</c>.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="advisor">Advises.</param>
    internal static IResult Agents(
        string? queue,
        string? weeks,
        string? share,
        string? within,
        string? handleTime,
        string? leaveOut,
        string? format,
        HttpContext context,
        WebBackend backend,
        Advisor advisor)
    {
        var input = new AdviceInput(backend);
        var (asked, count, leftOut) = (input.Queue(queue), Weeks(input, weeks), input.LeftOut(leaveOut));
        var (target, handle) = (input.Target(asked, share, within), input.Seconds("handleTime", handleTime, 1));
        var isCsv = input.IsCsv(format, context.Request);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var past = advisor.Past(asked, count, leftOut);
        var time = handle ?? past.HandleTime;
        var plan = time is { } known ? advisor.Staffing(past, target, known) : null;
        if (time is not null && plan is null)
        {
            return ApiProblem.Wrong(new ApiMistake(
                "handleTime", "That would be work for more than 1000 agents at once.", "Send a shorter handleTime."));
        }

        var staffing = StaffingModel.Of(past, target, time, plan);
        return isCsv ? CsvFile.Of(staffing) : Results.Ok(staffing);
    }

    /// <summary>
    /// The lines that the site needs in its busiest hour (Erlang B), with what fewer and more would lose, and how each line was used.
    /// Trunks have no number of lines and are not counted.
    /// </summary>
    /// <param name="weeks">How far back is looked, 1 to 53; 8 when left out.</param>
    /// <param name="blocking">The share of calls that may be lost; 0.01 when left out.</param>
    /// <param name="backend">The box.</param>
    /// <param name="advisor">Advises.</param>
    internal static IResult Lines(string? weeks, string? blocking, WebBackend backend, Advisor advisor)
    {
        var input = new AdviceInput(backend);
        var (count, share) = (Weeks(input, weeks), input.Share("blocking", blocking, AdviceInput.UsualBlocking));
        return input.Mistakes.Count > 0
            ? ApiProblem.Wrong(input.Mistakes)
            : Results.Ok(LineAdviceModel.Of(advisor.Lines(count, share), share));
    }

    /// <summary>
    /// What a change would have made of the last weeks, before and after, each figure with its range. One such question is answered at a
    /// time, and none takes longer than a minute.
    /// </summary>
    /// <param name="question">The change.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="advisor">Advises.</param>
    /// <param name="calculation">One at a time.</param>
    internal static async Task<IResult> WhatIfAsync(
        WhatIfQuestion question, HttpContext context, WebBackend backend, Advisor advisor, LongCalculation calculation)
    {
        var input = new AdviceInput(backend);
        if (question.Change(input) is not { } change)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var result = await calculation.RunAsync(stop => advisor.Play(change, question.Span, stop), context.RequestAborted);
        return result is not null
            ? Results.Ok(result)
            : ApiProblem.Wrong(new ApiMistake("weeks", "There were no callers to play.", "Ask for more weeks, or when callers have come."));
    }

    /// <summary>
    /// What a queue would have made of the callers of a hunt group, played on the real journal. One such question is answered at a time,
    /// and none takes longer than a minute.
    /// </summary>
    /// <param name="name">Name of the hunt group.</param>
    /// <param name="days">Days before today, 1 to 56; 14 when left out. Today so far is played too.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="advisor">Advises.</param>
    /// <param name="calculation">One at a time.</param>
    internal static async Task<IResult> ShadowAsync(
        string name, string? days, HttpContext context, WebBackend backend, Advisor advisor, LongCalculation calculation)
    {
        if (!backend.Site.Model.Groups.ContainsKey(name))
        {
            return ApiProblem.NotFound(
                "There is no hunt group of that name.",
                "The site file has them under groups; one that has become a queue is none any more.");
        }

        var input = new AdviceInput(backend);
        var count = input.Count("days", days, AdviceInput.UsualDays, Advisor.MostShadowDays);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var report = await calculation.RunAsync(stop => advisor.Shadow(name, count, stop), context.RequestAborted);
        return report is not null
            ? Results.Ok(report)
            : ApiProblem.Wrong(new ApiMistake("days", "The group had no callers.", "Ask for more days, or when callers have come."));
    }

    private static int Weeks(AdviceInput input, string? weeks) => input.Count("weeks", weeks, AdviceInput.UsualWeeks, Forecast.MostWeeks);
}
