using Switchhook.Calls.Live;
using Switchhook.Site;

namespace Switchhook.Web.Api.Models;

/// <summary>An exchange line or a trunk: what the site file says, and what it does now.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Port">Port of the board; null for a trunk.</param>
/// <param name="Server">Server of the trunk's provider; null for a line.</param>
/// <param name="Number">Its number in E.164; null when not told.</param>
/// <param name="Route">Flow of the calls that come in on it.</param>
/// <param name="Night">Flow of the calls that come in by night; null when it makes no difference.</param>
/// <param name="Status">What it does; null until the box has seen it.</param>
/// <param name="Why">The same in words.</param>
/// <param name="Since">Since when, UTC.</param>
internal sealed record LineModel(
    string Name,
    string? Port,
    string? Server,
    string? Number,
    string Route,
    string? Night,
    LineStatus? Status,
    string? Why,
    DateTimeOffset? Since)
{
    public static IReadOnlyList<LineModel> AllOf(SiteModel site, LiveSnapshot live) =>
        [.. site.Lines.Values.Select(line => Of(line, live)), .. site.Trunks.Values.Select(trunk => Of(trunk, live))];

    public static LineModel Of(LineConfig line, LiveSnapshot live)
    {
        var state = live.Lines.GetValueOrDefault(line.Name);
        return new LineModel(line.Name, line.Port, null, line.Number, line.Flow, line.NightFlow, state?.Status, state?.Why, state?.Since);
    }

    public static LineModel Of(TrunkConfig trunk, LiveSnapshot live)
    {
        var state = live.Lines.GetValueOrDefault(trunk.Name);
        return new LineModel(
            trunk.Name, null, trunk.Server.ToString(), trunk.Number, trunk.Flow, trunk.NightFlow, state?.Status, state?.Why, state?.Since);
    }
}
