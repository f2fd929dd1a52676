using Dapper;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Flows.Surveys;

namespace Switchhook.Storage.History;

/// <summary>The answers of callers to surveys, as the journal tells them. Any thread.</summary>
public sealed class SurveyReader(Database database)
{
    /// <summary>Most entries of one reading.</summary>
    public const int MostRows = 500_000;

    // The kinds stand in the text: only so is their index used.
    private const string InPeriod =
        $"""
        select {EventRow.Columns} from journal indexed by journal_of_surveys
        where kind in ('survey.asked', 'survey.answered') and at >= @From and at < @To order by seq limit @Limit
        """;

    private const string Call =
        $"""
        select {EventRow.Columns} from journal
        where call = @Value and kind in ('survey.asked', 'survey.answered') order by seq limit @Limit
        """;

    // No call lasts longer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The askings that began in a period, with their answers, in order.</summary>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public IReadOnlyList<SurveyAsking> In(Interval period)
    {
        if (period.Length > FactReader.LongestPeriod)
        {
            throw new TooMuchHistoryException(
                $"{period.Length.Days} days are too many at once; ask for at most {FactReader.LongestPeriod.Days} days.");
        }

        var bounds = new { From = Milliseconds.Of(period.From), To = Milliseconds.Of(period.To + Longest), Limit = MostRows + 1 };
        return [.. Read(InPeriod, bounds).Where(asking => period.Contains(asking.AskedAt))];
    }

    /// <summary>The askings of a call, in order.</summary>
    /// <exception cref="TooMuchHistoryException">There is more than can be read at once.</exception>
    public IReadOnlyList<SurveyAsking> OfCall(CallId call) => Read(Call, new { call.Value, Limit = MostRows + 1 });

    private IReadOnlyList<SurveyAsking> Read(string query, object bounds)
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<EventRow>(query, bounds).ToList();
        return rows.Count <= MostRows
            ? SurveyProjection.Of(rows.Select(row => row.ToEvent()))
            : throw new TooMuchHistoryException("There are too many answers to surveys in that time; ask for less of it.");
    }
}
