using Switchhook.Calls.Live;
using Switchhook.Site;

namespace Switchhook.Web.Api.Models;

/// <summary>An exchange line: what the site file says, and what it does now.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Port">Port of the board.</param>
/// <param name="Number">Its number in E.164; null when not told.</param>
/// <param name="Route">Flow of the calls that come in on it.</param>
/// <param name="Night">Flow of the calls that come in by night; null when it makes no difference.</param>
/// <param name="Status">What it does; null until the box has seen it.</param>
/// <param name="Why">The same in words.</param>
/// <param name="Since">Since when, UTC.</param>
internal sealed record LineModel(
    string Name, string Port, string? Number, string Route, string? Night, LineStatus? Status, string? Why, DateTimeOffset? Since)
{
    public static LineModel Of(LineConfig line, LiveSnapshot live)
    {
        var state = live.Lines.GetValueOrDefault(line.Name);
        return new LineModel(line.Name, line.Port, line.Number, line.Flow, line.NightFlow, state?.Status, state?.Why, state?.Since);
    }
}
