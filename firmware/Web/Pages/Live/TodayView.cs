using Switchhook.Calls.Live;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Live;

/// <summary>The calls of today that are over.</summary>
/// <param name="Calls">Newest first.</param>
/// <param name="Cut">True when there are more than are shown.</param>
/// <param name="Words">Names and times.</param>
public sealed record TodayView(IReadOnlyList<CallRecord> Calls, bool Cut, SiteWords Words);
