using Switchhook.Calls.Live;
using Switchhook.Flows.Lamps;
using Switchhook.Site;

namespace Switchhook.Web.Api.Models;

/// <summary>What the box does now.</summary>
/// <param name="Seq">Number of the last event that it shows; give it to <c>/events?after=</c> to go on from here without a gap.</param>
/// <param name="At">When that was, UTC.</param>
/// <param name="Lines">All lines and trunks of the site.</param>
/// <param name="Phones">All phones of the site.</param>
/// <param name="Hotlines">All hunt groups of the site.</param>
/// <param name="Calls">Calls in progress, oldest first.</param>
/// <param name="Faults">Parts of the box besides lines and phones that do not work.</param>
/// <param name="Alarms">Alarms of queues that hold now.</param>
/// <param name="Parked">Calls that are parked, by the number of the place.</param>
/// <param name="Night">Since when callers go the night way; null by day.</param>
internal sealed record LiveModel(
    long Seq,
    DateTimeOffset At,
    IReadOnlyList<LineModel> Lines,
    IReadOnlyList<PhoneModel> Phones,
    IReadOnlyList<HotlineModel> Hotlines,
    IReadOnlyList<CallModel> Calls,
    IReadOnlyList<FaultModel> Faults,
    IReadOnlyList<AlarmState> Alarms,
    IReadOnlyList<ParkedModel> Parked,
    NightModel? Night)
{
    public static LiveModel Of(SiteModel site, LiveSnapshot live) => new(
        live.Seq,
        live.At,
        LineModel.AllOf(site, live),
        [.. site.Phones.Values.Select(phone => PhoneModel.Of(phone, live))],
        [.. site.Groups.Keys.Select(group => new HotlineModel(group, HotlineStates.Of(live, site, group)))],
        [.. live.Calls.Values.Select(CallModel.Of)],
        [.. live.Faults.Values.Select(fault => new FaultModel(fault.Part, fault.Words, fault.Since))],
        [.. live.Alarms.Values],
        [.. live.Parked.Values.Select(ParkedModel.Of)],
        live.Night is { } night ? new NightModel(night.By, night.Since) : null);
}

/// <summary>A hotline.</summary>
/// <param name="Group">Name of its hunt group.</param>
/// <param name="State">What it is doing, as its lamp shows it.</param>
internal sealed record HotlineModel(string Group, HotlineState State);

/// <summary>A part of the box that does not work.</summary>
/// <param name="Part">Its name for people.</param>
/// <param name="Words">What is wrong.</param>
/// <param name="Since">UTC.</param>
internal sealed record FaultModel(string Part, string Words, DateTimeOffset Since);

/// <summary>A parked call.</summary>
/// <param name="Place">Number of the place: <c>*86</c> and it take the call.</param>
/// <param name="Call">The call.</param>
/// <param name="Who">The party that waits.</param>
/// <param name="By">The phone whose user parked it.</param>
/// <param name="Since">UTC.</param>
internal sealed record ParkedModel(int Place, string Call, string Who, string By, DateTimeOffset Since)
{
    public static ParkedModel Of(ParkedPlace parked) => new(
        parked.Place, parked.Call.Value, parked.Who.Capitalised, parked.By.Name, parked.Since);
}

/// <summary>Night is switched on.</summary>
/// <param name="By">Who or what switched it on.</param>
/// <param name="Since">UTC.</param>
internal sealed record NightModel(string By, DateTimeOffset Since);
