using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.Reports;

/// <summary>A day, week, month or any number of days where the site is, with the one before.</summary>
internal sealed class ReportPeriod
{
    /// <summary>The lengths of periods.</summary>
    public static readonly IReadOnlyList<string> Lengths = ["day", "week", "month", "free"];

    private const string DayFormat = "yyyy-MM-dd";

    // The period before is read too, and both together must not be more than the facts allow.
    private const int MostDays = 366;

    private readonly List<ApiMistake> _mistakes = [];

    /// <param name="length">One of <see cref="Lengths"/>; a day when left out.</param>
    /// <param name="day">A day of the period, of a free one its first; today when left out.</param>
    /// <param name="to">The last day of a free period; the first when left out.</param>
    /// <param name="calendar">The clocks of the site.</param>
    /// <param name="now">The present.</param>
    public ReportPeriod(string? length, string? day, string? to, SiteCalendar calendar, DateTimeOffset now)
    {
        Length = string.IsNullOrEmpty(length) ? "day" : length;
        var today = calendar.DayOf(now);
        Day = DayOf("day", day) ?? today;
        Last = Length == "free" ? DayOf("to", to) ?? Day : Day;
        if (!Lengths.Contains(Length))
        {
            Add("period", "There is no such period.", $"Send one of these as period: {string.Join(", ", Lengths)}.");
        }
        else if (Day > today)
        {
            Add("day", "That day has not begun yet.", "Send today or a day before it.");
        }
        else if (Last < Day || Last.DayNumber - Day.DayNumber >= MostDays)
        {
            Add("to", "The last day does not fit the first.", $"Send a day from the first on, at most {MostDays} days in all.");
        }

        if (_mistakes.Count > 0)
        {
            return;
        }

        var (first, end, before) = Days();
        (FirstDay, LastDay) = (first, end.AddDays(-1));
        Now = new Interval(calendar.StartOf(first), calendar.StartOf(end));
        Before = new Interval(calendar.StartOf(before), Now.From);

        // What goes on is compared with as much of what was before.
        if (now < Now.To)
        {
            var passed = now - Now.From;
            Now = Now with { To = now > Now.From ? now : Now.From.AddSeconds(1) };
            Before = Before with { To = Before.From + passed < Before.To && passed > TimeSpan.Zero ? Before.From + passed : Before.To };
            GoesOn = true;
        }
    }

    /// <summary>One of <see cref="Lengths"/>.</summary>
    public string Length { get; }

    /// <summary>The day that was asked for.</summary>
    public DateOnly Day { get; }

    /// <summary>The last day that was asked for.</summary>
    public DateOnly Last { get; }

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Its last day.</summary>
    public DateOnly LastDay { get; }

    /// <summary>True when it is not over.</summary>
    public bool GoesOn { get; }

    /// <summary>The period, up to now.</summary>
    public Interval Now { get; }

    /// <summary>The period before.</summary>
    public Interval Before { get; }

    /// <summary>What it is split by.</summary>
    public string By => (LastDay.DayNumber - FirstDay.DayNumber) switch
    {
        <= 1 => "hour",
        <= 92 => "day",
        _ => "week",
    };

    /// <summary>What is wrong; the rest is to be used only without mistakes.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>A day as addresses have it.</summary>
    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    // First day, day after the last, first day of the period before.
    private (DateOnly First, DateOnly End, DateOnly Before) Days()
    {
        switch (Length)
        {
            case "week":
                var monday = Day.AddDays(-SiteCalendar.DaysAfterMonday(Day.DayOfWeek));
                return (monday, monday.AddDays(7), monday.AddDays(-7));
            case "month":
                var first = new DateOnly(Day.Year, Day.Month, 1);
                return (first, first.AddMonths(1), first.AddMonths(-1));
            default:
                var days = Last.DayNumber - Day.DayNumber + 1;
                return (Day, Last.AddDays(1), Day.AddDays(-days));
        }
    }

    private DateOnly? DayOf(string place, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2002 and <= 2199)
        {
            return day;
        }

        Add(place, "That is no day.", $"Send a day such as 2026-11-23 as {place}, or leave it out.");
        return null;
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}
