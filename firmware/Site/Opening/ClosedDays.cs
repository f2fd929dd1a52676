namespace Switchhook.Site.Opening;

/// <summary>Days on which a timetable is closed whatever its week says (key <c>closed</c>). Compared by value.</summary>
public abstract record ClosedDays
{
    private ClosedDays()
    {
    }

    /// <summary>As the site file writes it.</summary>
    public abstract string Written { get; }

    /// <summary>Why a day is closed, such as "Christmas Day", "summer" or "24 December"; null for a day that is none of them.</summary>
    public abstract string? NameOf(DateOnly day);

    /// <inheritdoc/>
    public sealed override string ToString() => Written;

    /// <summary>The public holidays of a country or of a part of one (<c>holidays</c>, <c>holidays CA-ON</c>).</summary>
    /// <param name="Region">One that <see cref="PublicHolidays"/> knows.</param>
    public sealed record Public(string Region) : ClosedDays
    {
        /// <inheritdoc/>
        public override string Written => $"holidays {Region}";

        /// <inheritdoc/>
        public override string? NameOf(DateOnly day) => PublicHolidays.NameOf(Region, day);
    }

    /// <summary>A set that the site names itself.</summary>
    /// <param name="Name">Its name under <c>holidays</c>.</param>
    /// <param name="Days">Its days.</param>
    public sealed record Named(string Name, ValueList<DateSpan> Days) : ClosedDays
    {
        /// <inheritdoc/>
        public override string Written => Name;

        /// <inheritdoc/>
        public override string? NameOf(DateOnly day) => Days.Any(span => span.Holds(day)) ? Name : null;
    }

    /// <summary>Days that stand in the list itself.</summary>
    /// <param name="Days">The days.</param>
    public sealed record On(DateSpan Days) : ClosedDays
    {
        /// <inheritdoc/>
        public override string Written => Days.Written;

        /// <inheritdoc/>
        public override string? NameOf(DateOnly day) => Days.Holds(day) ? Days.InWords : null;
    }
}

/// <summary>A set of days of the site's own (section <c>holidays</c>). Compared by value.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Days">In the order of the file; at least one.</param>
public sealed record HolidaySet(string Name, ValueList<DateSpan> Days)
{
    /// <summary>Most spans of one set.</summary>
    public const int MostSpans = 200;
}
