using Switchhook.Acd.Facts;
using Switchhook.Calls.Journal;

namespace Switchhook.Flows.Surveys;

/// <summary>Makes the askings of surveys from the journal.</summary>
public static class SurveyProjection
{
    /// <summary>The askings that some events tell of, in order; an answer without its asking is left out.</summary>
    /// <param name="events">In order; those of other kinds change nothing.</param>
    public static IReadOnlyList<SurveyAsking> Of(IEnumerable<JournalEvent> events)
    {
        var order = new List<string>();
        var askings = new Dictionary<string, SurveyAsking>(StringComparer.Ordinal);
        foreach (var one in events)
        {
            switch (one.Entry)
            {
                case SurveyAsked asked when !askings.ContainsKey(asked.Asking):
                    order.Add(asked.Asking);
                    askings.Add(asked.Asking, new SurveyAsking(asked.Call.Value, asked.Survey, asked.Queue, asked.Agent, one.At, []));
                    break;
                case SurveyAnswered answered when askings.TryGetValue(answered.Asking, out var asking):
                    var answer = new SurveyAnswer(answered.Question, answered.Key, answered.Meaning, answered.Best);
                    askings[answered.Asking] = asking with { Answers = [.. asking.Answers, answer] };
                    break;
            }
        }

        return [.. order.Select(id => askings[id])];
    }
}
