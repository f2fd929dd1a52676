using System.Globalization;

namespace Switchhook.Site.Opening;

/// <summary>A day or days in a row: in one year, or in every year. Compared by value.</summary>
public abstract record DateSpan
{
    /// <summary>Most days of one span.</summary>
    public const int MostDays = 366;

    private DateSpan()
    {
    }

    /// <summary>True for a day that is one of them.</summary>
    public abstract bool Holds(DateOnly day);

    /// <summary>The last of its days; null when they come again every year.</summary>
    public abstract DateOnly? End { get; }

    /// <summary>As the site file writes it: <c>2026-12-24</c>, <c>2026-12-27..2026-12-31</c>, <c>12-06</c>.</summary>
    public abstract string Written { get; }

    /// <summary>As people say it: "24 December", "27 December 2026 to 2 January 2027".</summary>
    public abstract string InWords { get; }

    /// <summary>True when a day could be in both.</summary>
    public bool Meets(DateSpan other) => (this, other) switch
    {
        (Once one, Once two) => one.First <= two.Last && two.First <= one.Last,
        (Once one, _) => one.Days.Any(other.Holds),
        (_, Once two) => two.Days.Any(Holds),
        _ => new Once(new DateOnly(LeapYear, 1, 1), new DateOnly(LeapYear, 12, 31)).Days.Any(day => Holds(day) && other.Holds(day)),
    };

    /// <inheritdoc/>
    public sealed override string ToString() => Written;

    private const int LeapYear = 2028;

    /// <summary>Days with a year.</summary>
    /// <param name="First">The first.</param>
    /// <param name="Last">The last: the same, or a later one.</param>
    public sealed record Once(DateOnly First, DateOnly Last) : DateSpan
    {
        /// <inheritdoc/>
        public override DateOnly? End => Last;

        /// <inheritdoc/>
        public override string Written => First == Last ? Text(First) : $"{Text(First)}..{Text(Last)}";

        /// <inheritdoc/>
        public override string InWords => First == Last ? Said(First, "d MMMM")
            : First.Year == Last.Year ? $"{Said(First, "d MMMM")} to {Said(Last, "d MMMM")}"
            : $"{Said(First, "d MMMM yyyy")} to {Said(Last, "d MMMM yyyy")}";

        /// <summary>Each of them.</summary>
        public IEnumerable<DateOnly> Days => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

        /// <inheritdoc/>
        public override bool Holds(DateOnly day) => day >= First && day <= Last;

        private static string Text(DateOnly day) => Said(day, "yyyy-MM-dd");
    }

    /// <summary>Days of every year. A span whose last day comes before its first in the calendar goes over the turn of the year.</summary>
    /// <param name="First">The first.</param>
    /// <param name="Last">The last.</param>
    public sealed record EveryYear(MonthDay First, MonthDay Last) : DateSpan
    {
        /// <inheritdoc/>
        public override DateOnly? End => null;

        /// <inheritdoc/>
        public override string Written => First == Last ? $"{First}" : $"{First}..{Last}";

        /// <inheritdoc/>
        public override string InWords => First == Last ? First.InWords : $"{First.InWords} to {Last.InWords}";

        /// <inheritdoc/>
        public override bool Holds(DateOnly day)
        {
            var (mark, first, last) = (MonthDay.Of(day).Order, First.Order, Last.Order);
            return first <= last ? mark >= first && mark <= last : mark >= first || mark <= last;
        }
    }

    private static string Said(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>A day of every year; 29 February comes in leap years only.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">From 1.</param>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>As people say it: "6 December".</summary>
    public string InWords => $"{Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Month)}";

    /// <summary>Later in the year is more.</summary>
    internal int Order => (Month * 100) + Day;

    /// <summary>The month and day of a date.</summary>
    public static MonthDay Of(DateOnly day) => new(day.Month, day.Day);

    /// <summary>As the site file writes it: <c>12-06</c>.</summary>
    public override string ToString() => $"{Month:00}-{Day:00}";
}
