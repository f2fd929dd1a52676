namespace Switchhook.Acd.Figures.Lines;

/// <summary>How full the lines were in a stretch of time.</summary>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Time">How long the stretch is.</param>
/// <param name="AllBusy">Of it, with every line busy: the next caller would have heard busy.</param>
/// <param name="Busy">The busy time of all lines together.</param>
public sealed record LineFigures(int Lines, TimeSpan Time, TimeSpan AllBusy, TimeSpan Busy)
{
    /// <summary>The share of time with every line busy; null when there was no time or no line.</summary>
    public double? Blocking => Time > TimeSpan.Zero && Lines > 0 ? AllBusy / Time : null;

    /// <summary>Carried traffic in erlangs: lines that were busy at once, on average; null when there was no time.</summary>
    public double? Erlangs => Time > TimeSpan.Zero ? Busy / Time : null;

    /// <summary>A figure's number in its unit (<see cref="FigureFormula"/>).</summary>
    /// <returns>Null when it is of nothing, or not a figure of lines.</returns>
    public double? Value(FigureName name) => name switch
    {
        FigureName.LineBlocking => Blocking,
        FigureName.CarriedTraffic => Erlangs,
        _ => null,
    };

    /// <summary>Both stretches together, of the same lines.</summary>
    internal LineFigures Plus(LineFigures other) => this with
    {
        Time = Time + other.Time,
        AllBusy = AllBusy + other.AllBusy,
        Busy = Busy + other.Busy,
    };
}
