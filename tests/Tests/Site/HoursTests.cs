using Switchhook.Site.Opening;

namespace Switchhook.Tests.Site;

public sealed class HoursTests
{
    [Fact]
    public void Hours_are_read_in_the_order_of_the_week()
    {
        var hours = QueueTexts.With(
            "{mon-thu: \"08:00-12:00, 13:00-17:30\"",
            "{sun: 10:00-11:00, mon-tue: \"8:00-12:00,13:00 - 17:30\"").Model!;
        HoursRange[] ranges =
        [
            Range(DayOfWeek.Monday, 8, 12), new(DayOfWeek.Monday, TimeSpan.FromHours(13), TimeSpan.FromHours(17.5)),
            Range(DayOfWeek.Tuesday, 8, 12), new(DayOfWeek.Tuesday, TimeSpan.FromHours(13), TimeSpan.FromHours(17.5)),
            Range(DayOfWeek.Saturday, 9, 24), Range(DayOfWeek.Sunday, 10, 11),
        ];

        Assert.Equal(new HoursConfig("office", [.. ranges]), hours.Hours["office"]);
    }

    [Fact]
    public void Callers_who_come_too_late_go_on_with_the_next_step_unless_a_rule_says_otherwise()
    {
        // Flow sorry ends with a step that is reached only when the queue lets callers on.
        var result = SiteTexts.Read(Closing.Replace("HOURS", "hours: office", StringComparison.Ordinal));
        Assert.Empty(result.Mistakes);

        var never = SiteTexts.Read(Closing.Replace("HOURS", "", StringComparison.Ordinal));
        Assert.NotEmpty(never.Mistakes);
    }

    private const string Closing = """
        site: {name: Clinic, country: US, time-zone: America/Chicago}
        lines: {main-1: {port: fxo1, route: day}}
        phones: {101: {port: fxs1, name: Front desk, place: Reception}}
        agents: {ana: {name: Ana, code: 11}}
        hours: {office: {mon-fri: 08:00-17:30}}
        queues:
          desk:
            agents: [ana]
            HOURS
        flows: {day: [queue: desk, play: closed]}
        prompts: {closed: {say: We are closed.}}

        """;

    private static HoursRange Range(DayOfWeek day, double from, double to) => new(day, TimeSpan.FromHours(from), TimeSpan.FromHours(to));
}
