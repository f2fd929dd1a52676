using Switchhook.Acd.Figures;

namespace Switchhook.Web.Api.Queues.Models;

/// <summary>A figure with all that it takes to understand it.</summary>
/// <param name="Name">Its name; <c>/reports/queues/behind?figure=</c> takes it.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">Its number; null when it is of nothing.</param>
/// <param name="Unit">What the number counts; a share is 0 to 1.</param>
/// <param name="Formula">How it is counted, in words.</param>
/// <param name="Version">Version of the formulas.</param>
public sealed record FigureModel(FigureName Name, string Label, double? Value, FigureUnit Unit, string Formula, string Version)
{
    /// <summary>Some figures, in the order given.</summary>
    public static IReadOnlyList<FigureModel> Of(IEnumerable<FigureName> names, FigureRules rules, Func<FigureName, double?> valueOf) =>
    [
        .. names.Select(name => FigureFormula.Of(name, rules)).Select(formula => new FigureModel(
            formula.Name, formula.Label, valueOf(formula.Name), formula.Unit, formula.Words, formula.Version)),
    ];
}
