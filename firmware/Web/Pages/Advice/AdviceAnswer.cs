using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Advice;
using Switchhook.Acd.Theory;
using Switchhook.Web.Advice;
using Switchhook.Web.Components;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Advice;

/// <summary>Answers with the page of advice.</summary>
internal sealed class AdviceAnswer(WebBackend backend, Advisor advisor)
{
    private static readonly IReadOnlySet<DateOnly> NoDays = new HashSet<DateOnly>();

    /// <summary>The page.</summary>
    /// <param name="queue">The queue that was chosen; null for the first.</param>
    /// <param name="weeks">How far back; null for what is usual.</param>
    /// <param name="question">Changes the question about a change that is shown.</param>
    /// <param name="status">HTTP status.</param>
    public IResult Show(
        string? queue, string? weeks, Func<WhatIfView, WhatIfView>? question = null, int status = StatusCodes.Status200OK)
    {
        var (site, input) = (backend.Site.Model, new AdviceInput(backend));
        var count = input.Count("weeks", weeks, AdviceInput.UsualWeeks, Forecast.MostWeeks);
        var chosen = queue is not null ? input.Queue(queue) : site.Queues.Values.FirstOrDefault();
        IReadOnlyList<string> troubles = [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")];
        if (troubles.Count > 0)
        {
            (count, chosen) = (AdviceInput.UsualWeeks, site.Queues.Values.FirstOrDefault());
        }

        WhatIfView? asked = null;
        if (chosen is not null)
        {
            var blank = new WhatIfView(chosen.Name, [.. WhatIfQuestion.StrategyNames]);
            asked = question is null ? blank : question(blank);
        }

        var view = new AdviceView(
            [.. site.Queues.Keys],
            [.. site.Groups.Keys],
            count,
            chosen is null ? null : Staffing(advisor.Past(chosen, count, NoDays)),
            Lines(advisor.Lines(count, AdviceInput.UsualBlocking)),
            asked);
        return Fragment.Of<AdvicePage>(
            view with { Troubles = troubles }, troubles.Count > 0 ? StatusCodes.Status400BadRequest : status);
    }

    private StaffingView Staffing(QueuePast past)
    {
        var target = new AdviceInput(backend).Target(past.Queue, null, null);
        var plan = past.HandleTime is { } time ? advisor.Staffing(past, target, time) : null;
        var needs = plan?.Needs ?? [];
        return new StaffingView(
            past.Queue.Name,
            [.. Facts(past, target, plan)],
            HeatView.Of([.. past.Slots], needs),
            [
                .. needs.GroupBy(need => need.Slot.Day)
                    .Select(day => (day.Key, (IReadOnlyList<string>)[.. day.Select(need => need.Sentence)])),
            ]);
    }

    private static IEnumerable<string> Facts(QueuePast past, StaffingTarget target, StaffingPlan? plan)
    {
        yield return (past.Calls == 1
            ? Say["1 caller from {0} to {1}.", Dates.Short(past.Days.First), Dates.Short(past.Days.Last)]
            : Say["{0} callers from {1} to {2}.", past.Calls, Dates.Short(past.Days.First), Dates.Short(past.Days.Last)])
            + " "
            + Say["The target is {0} answered within {1}.", Numbers.Percent(target.Share), Numbers.Seconds(target.Within.TotalSeconds)];
        if (past.Calls == 0)
        {
            yield return Say["Nothing can be said before callers have come."];
            yield break;
        }

        yield return past.HandleTime is { } time
            ? Say["A call takes an agent {0} on average.", Durations.Clock(time)]
            : Say["No call was answered, so that nobody knows how long one takes, and how many agents are needed."];
        if (past.HandleTime is not null && plan is null)
        {
            yield return Say["That is work for more than 1000 agents at once, more than can be calculated."];
        }

        yield return past.Patience is { } patience
            ? Say["Callers would wait {0} on average before they give up.", Numbers.Seconds(patience.TotalSeconds)] + " "
                + Say["The table counts as if all waited, which is the safe side; the sentences below tell both."]
            : Say["Fewer than {0} callers gave up, too few to tell how long they would wait.", Patience.FewestAbandoned];
        if (past.Forecast.MeanAbsoluteError is { } error)
        {
            yield return Say["Such forecasts would have been off by {0} calls in a half hour on average.", Numbers.Mean(error)];
        }

        yield return Forecast.Rule;
    }

    private static LinesView Lines(LinesPast past) => new(
        past.Advice is { } advice
            ?
            [
                advice.Sentence,
                advice.LinesNeeded == 1
                    ? Say["1 line loses no more than {0}.", Numbers.Percent(AdviceInput.UsualBlocking)]
                    : Say["{0} lines lose no more than {1}.", advice.LinesNeeded, Numbers.Percent(AdviceInput.UsualBlocking)],
                LineAdvice.Caveat,
            ]
            : [Say["No call came by a line to the exchange in these weeks, so that nothing can be said."]],
        [.. past.Lines.Select(line => new LineView(line.Line, line.BusyShare, line.Callers, line.Abandoned))],
        [.. past.Advice?.Options.Select(option => (option.Lines, option.Blocking)) ?? []]);
}
