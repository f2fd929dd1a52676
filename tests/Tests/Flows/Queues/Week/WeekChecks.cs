using Microsoft.Data.Sqlite;
using Switchhook.Tests.Flows.Queues.Week.Plain;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>What must hold of a time that a clinic has played.</summary>
internal static class WeekChecks
{
    /// <summary>Plays and checks.</summary>
    /// <param name="clinic">Not yet played.</param>
    /// <param name="days">How many days it plays.</param>
    /// <returns>The plain journal, for checks of one's own.</returns>
    public static async Task<PlainJournal> RunAsync(Clinic clinic, int days)
    {
        clinic.Run();
        None(clinic.Lost);
        None(clinic.Idle);

        var comparison = new WeekComparison(clinic, days);
        None(comparison.Plain.Contradictions);
        None(comparison.Plain.Visits.Values.Where(visit => visit.Ends != 1).Select(visit => $"{visit.Id} ended {visit.Ends} times."));
        None(comparison.Plain.Offers.Where(offer => offer.To is null)
            .Select(offer => $"{offer.Agent} is rung for {offer.Visit} for ever."));

        comparison.CompareReadings();
        await comparison.CompareReportsAsync();
        None(comparison.Differences);
        Assert.True(comparison.Compared > 10_000 * days, $"Only {comparison.Compared} numbers were compared.");
        return comparison.Plain;
    }

    /// <summary>Changes the stored facts behind the journal's back, and compares again.</summary>
    /// <returns>What was found.</returns>
    public static async Task<List<string>> SpoilAsync(Clinic clinic, int days, string sql)
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(clinic.Folder, "switchhook.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var comparison = new WeekComparison(clinic, days);
        await comparison.CompareReportsAsync();
        return comparison.Differences;
    }

    private static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n{string.Join('\n', all.Take(25))}");
    }
}
