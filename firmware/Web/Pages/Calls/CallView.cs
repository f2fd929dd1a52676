using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Calls;

/// <summary>One call with its story.</summary>
/// <param name="Call">The call.</param>
/// <param name="Journal">Its events, in order.</param>
/// <param name="Words">Names and times.</param>
public sealed record CallView(CallRecord Call, IReadOnlyList<JournalEvent> Journal, SiteWords Words)
{
    /// <summary>What the caller has answered to surveys so far, in order.</summary>
    public IEnumerable<SurveyAnswered> Answers => Journal.Select(one => one.Entry).OfType<SurveyAnswered>();
}
