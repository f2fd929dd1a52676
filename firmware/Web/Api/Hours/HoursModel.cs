using Switchhook.Flows.Opening;
using Switchhook.Site.Opening;

namespace Switchhook.Web.Api.Hours;

/// <summary>A timetable now.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="State">Whether it is open now; while night is switched on that counts.</param>
/// <param name="Why">In words, such as <c>until 17:30</c> or <c>Christmas Day, opens on Monday, 28 December, at 08:00</c>.</param>
/// <param name="Until">When that changes, UTC; null when it does not as far as is looked ahead.</param>
internal sealed record HoursModel(string Name, OpeningState State, string Why, DateTimeOffset? Until)
{
    public static HoursModel Of(string name, OpeningAnswer answer) => new(name, answer.State, answer.Why, answer.Until);
}

/// <summary>A day of a timetable, without regard to night.</summary>
/// <param name="Date">The day, where the site is.</param>
/// <param name="Weekday">Its day of the week.</param>
/// <param name="Times">When it is open; empty when it is closed all day.</param>
/// <param name="Rule">What says so: the week, a holiday or an exception.</param>
/// <param name="Why">The holiday or the exception; null when it is a day like others.</param>
internal sealed record HoursDayModel(DateOnly Date, DayOfWeek Weekday, IReadOnlyList<DayTimesModel> Times, HoursRule Rule, string? Why)
{
    public static HoursDayModel Of(HoursDay day) => new(
        day.Day, day.Day.DayOfWeek, [.. day.Times.Select(DayTimesModel.Of)], day.Rule, day.Why);
}

/// <summary>A part of a day.</summary>
/// <param name="From">Hour and minute, where the site is.</param>
/// <param name="To">Hour and minute, <c>24:00</c> at the latest.</param>
internal sealed record DayTimesModel(string From, string To)
{
    public static DayTimesModel Of(DayTimes times) => $"{times}".Split('-') is [var from, var to]
        ? new DayTimesModel(from, to)
        : throw new ArgumentException("A part of a day is written from and to.", nameof(times));
}

/// <summary>The switch between day and night.</summary>
/// <param name="On">True by night: calls go the night way, and hours count as closed.</param>
/// <param name="By">Who or what switched it on; null by day.</param>
/// <param name="Since">Since when, UTC; null by day.</param>
/// <param name="EndsAt">When it ends by itself, UTC; null by day and when only a person ends it.</param>
internal sealed record NightSwitchModel(bool On, string? By, DateTimeOffset? Since, DateTimeOffset? EndsAt)
{
    public static NightSwitchModel Of(NightPeriod? night) => new(night is not null, night?.By, night?.Since, night?.Until);
}

/// <summary>Switches between day and night.</summary>
/// <param name="On">True for night.</param>
internal sealed record SetNightModel(bool On);
