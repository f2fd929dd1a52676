using Switchhook.Acd.Advice;
using Switchhook.Web.Advice;

namespace Switchhook.Web.Api.Advice.Models;

/// <summary>The lines that the site needs.</summary>
/// <param name="From">The first day that was looked at.</param>
/// <param name="To">The last.</param>
/// <param name="Blocking">The share of calls that may be lost.</param>
/// <param name="Advice">By the busiest hour; null when there are no lines, or there was no call.</param>
/// <param name="Caveat">What the numbers cannot say, in words.</param>
/// <param name="Lines">Each line, in order of names.</param>
internal sealed record LineAdviceModel(
    DateOnly From, DateOnly To, double Blocking, BusyHourModel? Advice, string Caveat, IReadOnlyList<LineUse> Lines)
{
    public static LineAdviceModel Of(LinesPast past, double blocking) => new(
        past.Days.First,
        past.Days.Last,
        blocking,
        past.Advice is { } advice
            ? new BusyHourModel(
                advice.BusyHour.Day,
                advice.BusyHour.Hour,
                advice.Erlangs,
                advice.AllBusy,
                advice.LinesNeeded,
                advice.Options,
                advice.Sentence)
            : null,
        LineAdvice.Caveat,
        past.Lines);
}

/// <summary>The hour of the week that carries most.</summary>
/// <param name="Day">The weekday, where the site is.</param>
/// <param name="Hour">The hour, 0 to 23.</param>
/// <param name="Erlangs">Lines that were busy at once, on average.</param>
/// <param name="AllBusy">Share of the hour with every line busy.</param>
/// <param name="LinesNeeded">Fewest lines that lose no more than was asked (Erlang B).</param>
/// <param name="Options">One line fewer, those there are, one more, with the share that each would lose.</param>
/// <param name="Sentence">All that in words.</param>
internal sealed record BusyHourModel(
    DayOfWeek Day, int Hour, double Erlangs, double AllBusy, int LinesNeeded, IReadOnlyList<LineOption> Options, string Sentence);
