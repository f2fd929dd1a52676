using Switchhook.Acd.Figures;
using Switchhook.Site.Queues;

namespace Switchhook.Web.Api.Queues;

/// <summary>Which figures the API shows of what, and by which parameters.</summary>
internal static class ShownFigures
{
    /// <summary>Of a queue: all that are counted from visits.</summary>
    public static IReadOnlyList<FigureName> OfQueues { get; } =
        [.. Enum.GetValues<FigureName>().Where(name => name <= FigureName.CallbackKept)];

    /// <summary>Of an agent.</summary>
    public static IReadOnlyList<FigureName> OfAgents { get; } =
    [
        FigureName.LoggedIn, FigureName.Occupancy, FigureName.Utilisation, FigureName.Availability, FigureName.Offers, FigureName.RonaRate,
        FigureName.Handled, FigureName.AverageHandleTime, FigureName.AverageTalk, FigureName.AverageHold, FigureName.AverageWrapUp,
        FigureName.TransferRate, FigureName.ConferenceRate, FigureName.FirstContactResolution,
    ];

    /// <summary>Of how agents spent their time, alone and together.</summary>
    public static IReadOnlyList<FigureName> OfTime { get; } =
        [FigureName.LoggedIn, FigureName.Occupancy, FigureName.Utilisation, FigureName.Availability];

    /// <summary>Of lines, alone and together.</summary>
    public static IReadOnlyList<FigureName> OfLines { get; } = [FigureName.LineBlocking, FigureName.CarriedTraffic];

    /// <summary>The parameters that the site file gives for a queue; those of a queue that is gone are the usual ones.</summary>
    public static FigureRules RulesOf(QueueConfig? queue) => queue is null
        ? new FigureRules()
        : new FigureRules { AnswerWithin = queue.ServiceLevel.Within, ShortAbandon = queue.ShortAbandon };
}
