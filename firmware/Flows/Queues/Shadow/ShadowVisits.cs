using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>Callers of a hunt group as if they had visited a queue, for the figures that are counted of visits.</summary>
internal static class ShadowVisits
{
    /// <summary>Their figures.</summary>
    /// <param name="calls">At least one, in the order of their arrival.</param>
    public static QueueFigures FiguresOf(IReadOnlyList<ShadowCall> calls)
    {
        var end = calls[^1].ArrivedAt + TimeSpan.FromTicks(1);
        return new QueueReport(calls.Select(VisitOf), new Interval(calls[0].ArrivedAt, end), new FigureRules(), end).Whole;
    }

    private static Visit VisitOf(ShadowCall call) => new()
    {
        Id = call.Call.Value,
        Call = call.Call.Value,
        Queue = "",
        EnteredAt = call.ArrivedAt,
        AnsweredAt = call.End == ShadowEnd.Answered ? call.EndedAt : null,
        TalkEndedAt = call.End == ShadowEnd.Answered ? call.EndedAt + call.Talk : null,
        LeftAt = call.End == ShadowEnd.Answered ? null : call.EndedAt,
        Outcome = call.End switch
        {
            ShadowEnd.Answered => VisitOutcome.Answered,
            ShadowEnd.GaveUp => VisitOutcome.Abandoned,
            ShadowEnd.NobodyAnswered => VisitOutcome.Overflowed,
        },
    };
}
