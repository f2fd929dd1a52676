using Switchhook.Flows.Opening;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Hours;

/// <summary>When the house is open.</summary>
/// <param name="Timetables">Each timetable.</param>
/// <param name="Night">The night that is switched on; null by day.</param>
/// <param name="HasNight">True where night makes a difference.</param>
/// <param name="Today">The day that it is where the site is.</param>
/// <param name="Words">Names and times.</param>
public sealed record HoursView(
    IReadOnlyList<TimetableView> Timetables, NightPeriod? Night, bool HasNight, DateOnly Today, SiteWords Words)
{
    /// <summary>The day that was asked about, as the field has it.</summary>
    public string Day { get; init; } = "";

    /// <summary>The time that was asked about, as the field has it.</summary>
    public string Time { get; init; } = "";

    /// <summary>The answers of all timetables to that; empty before a question.</summary>
    public IReadOnlyList<(string Name, OpeningAnswer Answer)> Answers { get; init; } = [];

    /// <summary>What was wrong with what was asked, a sentence each.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}

/// <summary>A timetable now and in the days to come.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Now">Whether it is open.</param>
/// <param name="Days">Today and the days after it.</param>
public sealed record TimetableView(string Name, OpeningAnswer Now, IReadOnlyList<HoursDay> Days);
