using Switchhook.Calls.Live;
using Switchhook.Flows.Lamps;
using Switchhook.Site;

namespace Switchhook.Web.Api.Models;

/// <summary>What the box does now.</summary>
/// <param name="Seq">Number of the last event that it shows; give it to <c>/events?after=</c> to go on from here without a gap.</param>
/// <param name="At">When that was, UTC.</param>
/// <param name="Lines">All lines of the site.</param>
/// <param name="Phones">All phones of the site.</param>
/// <param name="Hotlines">All hunt groups of the site.</param>
/// <param name="Calls">Calls in progress, oldest first.</param>
internal sealed record LiveModel(
    long Seq,
    DateTimeOffset At,
    IReadOnlyList<LineModel> Lines,
    IReadOnlyList<PhoneModel> Phones,
    IReadOnlyList<HotlineModel> Hotlines,
    IReadOnlyList<CallModel> Calls)
{
    public static LiveModel Of(SiteModel site, LiveSnapshot live) => new(
        live.Seq,
        live.At,
        [.. site.Lines.Values.Select(line => LineModel.Of(line, live))],
        [.. site.Phones.Values.Select(phone => PhoneModel.Of(phone, live))],
        [.. site.Groups.Keys.Select(group => new HotlineModel(group, HotlineStates.Of(live, site, group)))],
        [.. live.Calls.Values.Select(CallModel.Of)]);
}

/// <summary>A hotline.</summary>
/// <param name="Group">Name of its hunt group.</param>
/// <param name="State">What it is doing, as its lamp shows it.</param>
internal sealed record HotlineModel(string Group, HotlineState State);
