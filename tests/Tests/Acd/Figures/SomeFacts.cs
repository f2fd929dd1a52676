using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;

namespace Switchhook.Tests.Acd.Figures;

/// <summary>Facts for tests: by hand, counted from a Monday morning, and by chance from a seed.</summary>
internal static class SomeFacts
{
    /// <summary>A Monday, 8:00 in Berlin.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 23, 7, 0, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Two weeks; on the first Sunday clocks are set forward.</summary>
    public static readonly Interval Fortnight = new(Start, Start.AddDays(14));

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    public static Visit Entered(double at, string? id = null) => new() { Id = id ?? $"v{at}", Queue = "Sales", EnteredAt = At(at) };

    public static Visit Answered(this Visit visit, double wait, double talk = 100, double wrapUp = 20) => visit with
    {
        Agent = visit.Agent ?? "Anna",
        AnsweredAt = visit.EnteredAt.AddSeconds(wait),
        TalkEndedAt = visit.EnteredAt.AddSeconds(wait + talk),
        WrapUpEndedAt = visit.EnteredAt.AddSeconds(wait + talk + wrapUp),
        Outcome = VisitOutcome.Answered,
    };

    public static Visit Left(this Visit visit, double wait, VisitOutcome outcome = VisitOutcome.Abandoned) =>
        visit with { LeftAt = visit.EnteredAt.AddSeconds(wait), Outcome = outcome };

    public static QueueFigures Count(IEnumerable<Visit> visits, FigureRules? rules = null, double asOf = 14 * 86_400) =>
        new QueueReport(visits, Fortnight, rules ?? new FigureRules(), At(asOf)).Whole;

    /// <summary>Visits of a fortnight that are as odd as facts can be.</summary>
    public static List<Visit> VisitsBy(Random random, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var visit = Entered(random.Next(14 * 86_400), $"v{number}") with
        {
            Call = random.Next(5) > 0 ? $"c{random.Next(count)}" : null,
            Queue = OneOf(random, "Sales", "Service"),
            Kind = OneOf(random, Enum.GetValues<WorkKind>()),
            Caller = random.Next(5) > 0 ? $"030{random.Next(1 + (count / 3))}" : null,
            Line = OneOf(random, "1", "2", null),
            IsReturn = random.Next(8) == 0,
            Hold = TimeSpan.FromSeconds(random.Next(200)),
            Transferred = random.Next(4) == 0,
            Conferenced = random.Next(4) == 0,
            Disposition = OneOf(random, "order", "fault", null),
            PromisedBy = random.Next(2) == 0 ? At(random.Next(15 * 86_400)) : null,
            CalledBackAt = random.Next(2) == 0 ? At(random.Next(15 * 86_400)) : null,
            Agent = OneOf(random, "Anna", "Ben"),
        };
        return OneOf(random, Enum.GetValues<VisitOutcome>()) switch
        {
            VisitOutcome.Waiting => visit,
            VisitOutcome.Answered => visit.Answered(random.Next(-5, 100), random.Next(-5, 500), random.Next(60)),
            var outcome => visit.Left(random.Next(-5, 60), outcome),
        };
    })];

    public static List<AgentSpan> SpansBy(Random random, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var from = At(random.Next(14 * 86_400));
        return new AgentSpan(
            OneOf(random, "Anna", "Ben"), OneOf(random, Enum.GetValues<AgentState>()), OneOf(random, "lunch", null), $"v{number}", from,
            random.Next(20) > 0 ? from.AddSeconds(random.Next(-5, 40_000)) : null);
    })];

    public static List<AgentOffer> OffersBy(Random random, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var from = At(random.Next(14 * 86_400));
        return new AgentOffer(
            OneOf(random, "Anna", "Ben"), $"v{number}", "Sales", from, from.AddSeconds(15), OneOf(random, Enum.GetValues<OfferResult>()));
    })];

    public static List<LineSpan> LinesBy(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var from = At(random.Next(14 * 86_400));
        return new LineSpan(OneOf(random, "1", "2", "gone"), from, random.Next(20) > 0 ? from.AddSeconds(random.Next(-5, 40_000)) : null);
    })];

    private static T OneOf<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
