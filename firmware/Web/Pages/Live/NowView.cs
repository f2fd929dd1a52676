using Switchhook.Calls.Live;
using Switchhook.Flows.Lamps;
using Switchhook.Site;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Live;

/// <summary>What the live page shows now.</summary>
/// <param name="Site">The site in force.</param>
/// <param name="Live">What the box does.</param>
/// <param name="Words">Names and times.</param>
public sealed record NowView(SiteModel Site, LiveSnapshot Live, SiteWords Words)
{
    /// <summary>What a hotline is doing.</summary>
    public HotlineState StateOf(HuntGroupConfig group) => HotlineStates.Of(Live, Site, group.Name);

    /// <summary>Who answers it: "101, 102".</summary>
    public static string PlaceOf(HuntGroupConfig group) => string.Join(", ", group.Phones);
}
