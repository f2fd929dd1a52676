using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Live;

/// <summary>What the live page shows now.</summary>
/// <param name="Site">The site in force.</param>
/// <param name="Live">What the box does.</param>
/// <param name="Words">Names and times.</param>
public sealed record NowView(SiteModel Site, LiveSnapshot Live, SiteWords Words);
