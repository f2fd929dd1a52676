namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>
/// A week of a clinic of six agents on the real control loop, flows and store, with kills in the middle: every figure of the reports is
/// counted again from the journal's lines, and the boards of each quarter hour are compared with history.
/// </summary>
public sealed class WeekTests
{
    [Fact]
    [Trait("Length", "long")]
    public async Task A_week_of_a_clinic_counts_as_its_journal_does()
    {
        using var clinic = new Clinic(
            days: 7, seed: 1, At(0, 9.3), At(0, 14.2), At(1, 11), At(2, 8.6), At(3, 16.4), At(4, 10.9), At(5, 10));

        var plain = await WeekChecks.RunAsync(clinic, days: 7);

        Assert.Equal(7, clinic.Kills);
        Assert.InRange(plain.Visits.Count, 1000, 2500);
    }

    [Fact]
    public async Task A_day_of_a_clinic_counts_as_its_journal_does()
    {
        using var clinic = new Clinic(days: 1, seed: 2, At(0, 9.4), At(0, 13.1));

        var plain = await WeekChecks.RunAsync(clinic, days: 1);

        Assert.Equal(2, clinic.Kills);

        // Everything that the clinic can do has been done: a day on which nobody asks to be called back would prove nothing of it.
        string[] kinds =
        [
            "queue.joined", "queue.left", "queue.offer-ended", "queue.disposed", "queue.wrap-up-ended", "callback.owed", "callback.ended",
            "leg.held", "alarm.changed",
        ];
        Assert.All(kinds, kind => Assert.True(plain.Counts.GetValueOrDefault(kind) > 0, $"There is no {kind}."));
        string[] outcomes = ["Answered", "Abandoned", "CallbackRequested", "ExitKey", "Overflowed", "BoxStopped"];
        Assert.Empty(outcomes.Except(plain.Visits.Values.Select(visit => visit.Outcome)));
        Assert.Contains(plain.Visits.Values, visit => visit.Transferred);

        // One second in one visit is found, and one in an agent's pause.
        const string Visit =
            "update visits set answered_at = answered_at + 1000 where id = (select max(id) from visits where kind = 'Call')";
        Assert.NotEmpty(await WeekChecks.SpoilAsync(clinic, days: 1, Visit));
        const string Pause =
            "update agent_spans set to_at = to_at + 1000 where seq = (select max(seq) from agent_spans where state = 'Paused')";
        Assert.Contains(
            await WeekChecks.SpoilAsync(clinic, days: 1, Pause), found => found.Contains("pauses", StringComparison.Ordinal));
    }

    private static TimeSpan At(int day, double hour) => TimeSpan.FromDays(day) + TimeSpan.FromHours(hour);
}
