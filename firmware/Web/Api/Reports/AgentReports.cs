using Microsoft.AspNetCore.Http;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Agents;
using Switchhook.Storage.History;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Queues;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Api.Reports.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Reports;

/// <summary>Reports of agents.</summary>
internal static class AgentReports
{
    private static readonly FigureRules Rules = new();

    /// <summary>
    /// The figures of agents in a period, alone and together, each with its formula; pauses by reason and attendance. As CSV with
    /// <c>Accept: text/csv</c> or <c>format=csv</c>.
    /// </summary>
    /// <param name="from">Begin of the period; the begin of the day when left out.</param>
    /// <param name="to">End of the period, at most 366 days later; now when left out.</param>
    /// <param name="by">Splits the times by <c>quarter-hour</c>, <c>hour</c>, <c>day</c>, <c>week</c> or <c>hour-of-week</c>.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="hourCost">What an agent's hour costs; the team then has the cost per contact, in the same money.</param>
    /// <param name="lineCost">What the lines cost in the period; nothing when left out.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult Read(
        string? from,
        string? to,
        string? by,
        string? format,
        string? hourCost,
        string? lineCost,
        HttpContext context,
        WebBackend backend,
        Stores stores,
        Visitor visitor)
    {
        var input = new ReportInput(from, to, by, format, context.Request, backend);
        var (ofHour, ofLines) = (input.Money("hourCost", hourCost), input.Money("lineCost", lineCost));
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        // First-contact resolution looks at the days after the period too.
        var facts = Seen(stores.Facts.Agents(input.Period with { To = input.Period.To.AddDays(Rules.FirstContactDays) }), visitor);
        var agents = ReportOf(facts, input).ByAgent(input.Period);
        if (Intervals.AreTooMany(input, agents.Count + 1))
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var report = new ReportModel(
            input.Period.From,
            input.Period.To,
            input.AsOf,
            input.By,
            [Team(facts, input, ofHour, ofLines), .. agents.Values.Select(agent => Item(agent, facts, input))]);
        return input.IsCsv ? CsvFile.Of(report, "agents") : Results.Ok(report);
    }

    /// <summary>The figures of one agent in the period that was asked for.</summary>
    internal static ReportItem ItemOf(string agent, ReportInput input, Stores stores)
    {
        var facts = stores.Facts.Agents(input.Period with { To = input.Period.To.AddDays(Rules.FirstContactDays) });
        var figures = ReportOf(facts, input).ByAgent(input.Period);
        return figures.TryGetValue(agent, out var known)
            ? Item(known, facts, input)
            : new ReportItem(agent, FigureModel.Of(ShownFigures.OfAgents, Rules, _ => null), []);
    }

    private static AgentFacts Seen(AgentFacts all, Visitor visitor) => visitor.Queues.Count == 0
        ? all
        : all with
        {
            Spans = [.. all.Spans.Where(span => visitor.SeesAgent(span.Agent))],
            Offers = [.. all.Offers.Where(offer => visitor.Sees(offer.Queue))],
            Visits = [.. all.Visits.Where(visit => visitor.Sees(visit.Queue))],
        };

    private static AgentReport ReportOf(AgentFacts facts, ReportInput input) =>
        new(facts.Spans, facts.Offers, facts.Visits, Rules, input.AsOf);

    private static ReportItem Team(AgentFacts facts, ReportInput input, decimal? hourCost, decimal? lineCost)
    {
        var report = ReportOf(facts, input);
        var whole = report.TimeOf([input.Period])[0];
        var figures = FigureModel.Of(ShownFigures.OfTime, Rules, name => ValueOf(whole, name));
        if ((hourCost ?? lineCost) is not null)
        {
            var calls = new QueueReport(facts.Visits, input.Period, Rules, input.AsOf).Whole;
            var cost = calls.CostPerContact(whole.LoggedIn, hourCost ?? 0, lineCost ?? 0);
            figures = [.. figures, .. FigureModel.Of([FigureName.CostPerContact], Rules, _ => (double?)cost)];
        }

        return new ReportItem(null, figures, Split(report, input));
    }

    private static ReportItem Item(AgentFigures agent, AgentFacts facts, ReportInput input)
    {
        var alone = facts with { Spans = [.. facts.Spans.Where(span => span.Agent == agent.Agent)], Offers = [], Visits = [] };
        return new ReportItem(
            agent.Agent, FigureModel.Of(ShownFigures.OfAgents, Rules, agent.Value), Split(ReportOf(alone, input), input))
        {
            PausedBy = agent.PausedBy,
            Attendance = [.. agent.Attendance.Select(time => new AttendanceModel(time.From, time.To))],
        };
    }

    // Of an interval that reaches over the edge of the period, what lies in the period counts.
    private static IReadOnlyList<ReportInterval> Split(AgentReport report, ReportInput input)
    {
        if (input.By is ReportSplit.HourOfWeek)
        {
            return Intervals.Of(report.ByHourOfWeek(input.Calendar, input.Period), ShownFigures.OfTime, ValueOf);
        }

        var intervals = Intervals.Inside(input);
        return
        [
            .. report.TimeOf(intervals).Zip(intervals).Select(pair =>
                Intervals.Of(pair.Second, ShownFigures.OfTime, name => ValueOf(pair.First, name))),
        ];
    }

    private static double? ValueOf(AgentTime time, FigureName name) => name switch
    {
        FigureName.LoggedIn => time.LoggedIn.TotalSeconds,
        FigureName.Occupancy => time.Occupancy,
        FigureName.Utilisation => time.Utilisation,
        FigureName.Availability => time.Availability,
        _ => null,
    };
}
