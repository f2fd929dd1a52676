using Switchhook.Hardware.Yaml;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Drafts;

/// <summary>Hours of a week as the file says them; what is wrong, and noted, is left out.</summary>
internal sealed record HoursDraft(Located<string> Name, IReadOnlyList<HoursRange> Ranges) : INamedDraft
{
    /// <summary>On which days it is closed.</summary>
    public IReadOnlyList<ClosedDraft> Closed { get; init; } = [];

    /// <summary>Days with hours of their own.</summary>
    public IReadOnlyList<ExceptionDraft> Exceptions { get; init; } = [];

    /// <summary>True when they count also while night is switched on.</summary>
    public bool IgnoresNight { get; init; }
}

/// <summary>An entry of <c>closed</c>: public holidays, a set, or days.</summary>
internal abstract record ClosedDraft(string Written, Place At)
{
    /// <summary>Public holidays: of the site's country, or of a region.</summary>
    internal sealed record Public(string? Region, string Written, Place At) : ClosedDraft(Written, At);

    /// <summary>A set of the site's own.</summary>
    internal sealed record Named(Located<string> Set) : ClosedDraft(Set.Value, Set.At);

    /// <summary>Days.</summary>
    internal sealed record On(Located<DateSpan> Days) : ClosedDraft(Days.Value.Written, Days.At);
}

/// <summary>Days with hours of their own, as the file says them.</summary>
internal sealed record ExceptionDraft(Located<DateSpan> Days, IReadOnlyList<DayTimes> Times);

/// <summary>A set of days as the file says it; wrong ones are left out.</summary>
internal sealed record HolidaySetDraft(Located<string> Name, IReadOnlyList<Located<DateSpan>> Days) : INamedDraft;

/// <summary>How night ends, as the file says it.</summary>
internal sealed record NightDraft(Located<string>? Ends);
