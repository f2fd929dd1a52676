using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Figures.Lines;
using Switchhook.Acd.Theory;

namespace Switchhook.Acd.Advice;

/// <summary>Whether the lines are enough in the busiest hour of the week.</summary>
public sealed class LineAdvice
{
    private readonly LineFigures _figures;

    private LineAdvice(HourOfWeek hour, LineFigures figures, double mostBlocking)
    {
        (BusyHour, _figures) = (hour, figures);
        LinesNeeded = ErlangB.LinesFor(Erlangs, mostBlocking);
        Options =
        [
            .. Enumerable.Range(figures.Lines - 1, 3)
                .Where(lines => lines > 0)
                .Select(lines => new LineOption(lines, ErlangB.Blocking(Erlangs, lines))),
        ];
    }

    /// <summary>What the numbers cannot say, in words for people; it belongs beside each of them.</summary>
    public static string Caveat =>
        "The box sees only the calls that get a line. Callers who heard busy at the exchange are not counted, so that with lines often all "
        + "busy the real traffic and loss are higher; who tries again at once is counted as new.";

    /// <summary>The hour of the week that carries most.</summary>
    public HourOfWeek BusyHour { get; }

    /// <summary>Traffic carried in it, in erlangs, as the mean of all weeks.</summary>
    public double Erlangs => _figures.Erlangs ?? 0;

    /// <summary>The share of the busy hour in which all lines were seen busy.</summary>
    public double AllBusy => _figures.Blocking ?? 0;

    /// <summary>Fewest lines that lose no more than was asked.</summary>
    public int LinesNeeded { get; }

    /// <summary>One line fewer, the lines there are, one more, with what each would lose in the busy hour.</summary>
    public IReadOnlyList<LineOption> Options { get; }

    /// <summary>The advice in plain words; <see cref="Caveat"/> belongs beside it.</summary>
    public string Sentence
    {
        get
        {
            var losses = string.Join(", ", Options.Select((option, index) =>
                $"{AdviceWords.Counted(option.Lines, "line")} {(index == 0 ? "would lose " : "")}{AdviceWords.Percent(option.Blocking)}"));
            var traffic = AdviceWords.Number(Erlangs);
            return $"{BusyHour.Day} {BusyHour.Hour}:00 is the busiest hour, with {traffic} erlangs. Of its calls {losses}. "
                + $"All {AdviceWords.Counted(_figures.Lines, "line")} were busy in {AdviceWords.Percent(AllBusy)} of that hour.";
        }
    }

    /// <summary>Advises by the traffic that was carried.</summary>
    /// <param name="hours">The hours of the week (<see cref="LineReport.ByHourOfWeek"/>).</param>
    /// <param name="mostBlocking">The share of calls that may be lost, such as 0.01.</param>
    /// <returns>Null when there is no line, or no time has passed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static LineAdvice? Of(IReadOnlyDictionary<HourOfWeek, LineFigures> hours, double mostBlocking)
    {
        TheoryBounds.Share(mostBlocking);
        var seen = hours.Where(hour => hour.Value is { Lines: > 0, Erlangs: not null }).OrderBy(hour => hour.Key.Index).ToList();
        return seen.Count > 0 && seen.MaxBy(hour => hour.Value.Erlangs) is var busiest
            ? new LineAdvice(busiest.Key, busiest.Value, mostBlocking)
            : null;
    }
}

/// <summary>What a number of lines would lose.</summary>
/// <param name="Lines">Lines.</param>
/// <param name="Blocking">Share of calls that would hear busy (Erlang B).</param>
public sealed record LineOption(int Lines, double Blocking);
