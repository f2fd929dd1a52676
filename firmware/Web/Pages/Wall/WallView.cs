using System.Globalization;
using Switchhook.Acd.Signals;
using Switchhook.Site;
using Switchhook.Web.Api.Wall;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Wall;

/// <summary>What hangs on the wall.</summary>
/// <param name="Now">The numbers.</param>
/// <param name="Asked">The queues that the address names; empty for all.</param>
/// <param name="Unknown">Names in the address that are no queue of the site.</param>
/// <param name="Tiles">The tiles that the address names, in their order.</param>
/// <param name="Site">The site in force.</param>
/// <param name="Words">Names and times.</param>
public sealed record WallView(
    WallModel Now, IReadOnlyList<string> Asked, IReadOnlyList<string> Unknown, IReadOnlyList<string> Tiles, SiteModel Site, SiteWords Words)
{
    /// <summary>All tiles, by their names in the address.</summary>
    public static IReadOnlyList<string> AllTiles { get; } =
        ["waiting", "longest", "level", "free", "talking", "paused", "answered", "abandoned", "alarms"];

    /// <summary>Those that are shown when none is chosen: what is answered is good to know, and not pressing.</summary>
    public static IReadOnlyList<string> UsualTiles { get; } = [.. AllTiles.Where(name => name != "answered")];

    /// <summary>Address of the part of the page that is fetched again.</summary>
    public string PartAddress => $"/live/wallboard?queues={Uri.EscapeDataString(string.Join(',', Asked))}"
        + $"&tiles={Uri.EscapeDataString(string.Join(',', Tiles))}";

    /// <summary>One build of the firmware; a page of another one loads itself again.</summary>
    public static string Version { get; } = typeof(WallView).Module.ModuleVersionId.ToString("N");

    /// <summary>Of whom the numbers are, at the head.</summary>
    public string Title => Asked.Count == 0 ? Site.Name : $"{Site.Name}: {string.Join(", ", Asked)}";

    /// <summary>How a tile looks: pressing ones in the colours of states, and with a sign.</summary>
    public Look LookOf(string tile) => tile switch
    {
        "waiting" or "longest" when Now.Signal == QueueSignal.Alarm && Now.Waiting > 0 => Look.Alarm,
        "waiting" or "longest" when Now.Waiting > 0 =>
            Now.Signal == QueueSignal.OverTarget ? new Look("fault", "waiting", "") : new Look("ringing", "waiting", ""),
        "level" when Now.ServiceLevel is { } level =>
            level.Share < level.Target ? new Look("fault", "warning", "") : new Look("idle", "check", ""),
        "free" => Now.Free > 0 ? new Look("idle", "check", "") : new Look(Now.Waiting > 0 ? "fault" : "plain", "user", ""),
        "talking" => new Look(Now.Talking > 0 ? "busy" : "plain", "phone", ""),
        "paused" => new Look("plain", "moon", ""),
        "abandoned" => new Look(Now.Abandoned > 0 ? "ringing" : "plain", "missed", ""),
        "alarms" => Now.Alarms.Count > 0 ? Look.Alarm : new Look("plain", "bell", ""),
        _ => new Look("plain", "dot", ""),
    };

    /// <summary>The number of a tile that does not count on by itself.</summary>
    public string NumberOf(string tile) => tile switch
    {
        "waiting" => Text(Now.Waiting),
        "longest" => Numbers.None,
        "level" => Numbers.Percent(Now.ServiceLevel?.Share),
        "free" => Text(Now.Free),
        "talking" => Text(Now.Talking),
        "paused" => Text(Now.Paused),
        "answered" => Text(Now.Answered),
        "abandoned" => Text(Now.Abandoned),
        _ => Text(Now.Alarms.Count),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
