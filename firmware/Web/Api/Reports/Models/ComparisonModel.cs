using Switchhook.Acd.Figures;
using Switchhook.Web.Api.Queues.Models;

namespace Switchhook.Web.Api.Reports.Models;

/// <summary>A report of one queue, agent or line beside the period before.</summary>
/// <param name="Of"><c>queue</c>, <c>agent</c>, <c>line</c>, or <c>lines</c> for all lines together.</param>
/// <param name="Name">Which one; null for all lines together.</param>
/// <param name="From">Begin of the period, UTC.</param>
/// <param name="To">Its end, UTC; of a period that goes on it is now.</param>
/// <param name="BeforeFrom">Begin of the period before, UTC.</param>
/// <param name="BeforeTo">Its end, UTC; where the period goes on, it is as far into the period before.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Intervals">The figures of the period by its hours, days or weeks.</param>
public sealed record ComparisonModel(
    string Of,
    string? Name,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset BeforeFrom,
    DateTimeOffset BeforeTo,
    IReadOnlyList<ComparedModel> Figures,
    IReadOnlyList<ReportInterval> Intervals);

/// <summary>A figure beside that of the period before.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Before">Its number in the period before; null when it is of nothing.</param>
/// <param name="Change">The difference, in the figure's unit; null where one of them is of nothing.</param>
/// <param name="Verdict">Whether that is better, worse, or neither.</param>
public sealed record ComparedModel(FigureModel Figure, double? Before, double? Change, FigureNature Verdict)
{
    /// <summary>Compares.</summary>
    public static ComparedModel Of(FigureModel figure, FigureModel before)
    {
        var change = figure.Value - before.Value;
        var more = FigureNatures.Of(figure.Name);
        var verdict = change switch
        {
            > 0 => more,
            < 0 => more switch
            {
                FigureNature.Better => FigureNature.Worse,
                FigureNature.Worse => FigureNature.Better,
                _ => FigureNature.Neutral,
            },
            _ => FigureNature.Neutral,
        };
        return new ComparedModel(figure, before.Value, change, verdict);
    }
}
