using Switchhook.Calls.Live;
using Switchhook.Hardware.Panel;
using Switchhook.Site;

namespace Switchhook.Flows.Lamps;

/// <summary>Shows the state of hotlines on lamps, as the site file says. Control loop only.</summary>
/// <remarks>The lamps tell what the live board tells, since they are made from it.</remarks>
public sealed class HotlineLamps : IDisposable
{
    private readonly LiveBoard _live;
    private readonly Func<SiteInForce> _site;
    private readonly IReadOnlyList<PatternLamp> _lamps;

    /// <summary>Lamps that follow the live board from now on.</summary>
    /// <param name="live">What the box is doing.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="lamps">The lamps of the board.</param>
    public HotlineLamps(LiveBoard live, Func<SiteInForce> site, IReadOnlyList<PatternLamp> lamps)
    {
        (_live, _site, _lamps) = (live, site, lamps);
        live.Changed += Show;
        Show();
    }

    /// <summary>How a lamp shows a state.</summary>
    public static LampPattern PatternOf(HotlineState state) => state switch
    {
        HotlineState.Idle => LampPattern.Off,
        HotlineState.Busy => LampPattern.On,
        HotlineState.Fault => LampPattern.Flash,
        HotlineState.Ringing => LampPattern.FastBlink,
        HotlineState.Waiting => LampPattern.SlowBlink,
    };

    /// <summary>Puts the lamps out.</summary>
    public void Dispose()
    {
        _live.Changed -= Show;
        foreach (var lamp in _lamps)
        {
            lamp.Pattern = LampPattern.Off;
        }
    }

    private LampPattern PatternOf(LampConfig config, SiteModel site) =>
        config.Group is { } group ? PatternOf(HotlineStates.Of(_live.Current, site, group))
        : _live.Current.Night is not null ? LampPattern.On
        : LampPattern.Off;

    private void Show()
    {
        var site = _site().Model;
        foreach (var lamp in _lamps)
        {
            lamp.Pattern = site.Lamps.TryGetValue(lamp.Name, out var config) ? PatternOf(config, site) : LampPattern.Off;
        }
    }
}
