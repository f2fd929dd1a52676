using Switchhook.Acd.Signals;
using Switchhook.Calls.Live;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Hardware.Panel;
using Switchhook.Site;

namespace Switchhook.Flows.Lamps;

/// <summary>Shows the state of hotlines on lamps, as the site file says. Control loop only.</summary>
/// <remarks>
/// The lamps tell what the live board tells, since they are made from it. Those of queues follow time too: a caller waits longer and
/// longer.
/// </remarks>
public sealed class HotlineLamps : IDisposable
{
    private static readonly LampSign NightSign = new(LampPattern.On, LampColour.Blue);

    private readonly LiveBoard _live;
    private readonly QueueWatch _queues;
    private readonly Func<SiteInForce> _site;
    private readonly IReadOnlyList<PatternLamp> _lamps;

    /// <summary>Lamps that follow the live board from now on.</summary>
    /// <param name="live">What the box is doing.</param>
    /// <param name="queues">What its queues are doing.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="lamps">The lamps of the board.</param>
    public HotlineLamps(LiveBoard live, QueueWatch queues, Func<SiteInForce> site, IReadOnlyList<PatternLamp> lamps)
    {
        (_live, _queues, _site, _lamps) = (live, queues, site, lamps);
        live.Changed += Show;
        queues.Changed += Show;
        Show();
    }

    /// <summary>How a lamp shows a hunt group.</summary>
    public static LampPattern PatternOf(HotlineState state) => state switch
    {
        HotlineState.Idle => LampPattern.Off,
        HotlineState.Busy => LampPattern.On,
        HotlineState.Fault => LampPattern.Flash,
        HotlineState.Ringing => LampPattern.FastBlink,
        HotlineState.Waiting => LampPattern.SlowBlink,
    };

    /// <summary>In which colour a lamp that has some shows a state; the pattern alone says it too.</summary>
    public static LampColour ColourOf(HotlineState state) => state switch
    {
        HotlineState.Idle => LampColour.White,
        HotlineState.Busy => LampColour.Red,
        HotlineState.Fault => LampColour.Red,
        HotlineState.Ringing => LampColour.Green,
        HotlineState.Waiting => LampColour.Amber,
    };

    /// <summary>Puts the lamps out.</summary>
    public void Dispose()
    {
        _live.Changed -= Show;
        _queues.Changed -= Show;
        foreach (var lamp in _lamps)
        {
            lamp.Sign = LampSign.Dark;
        }
    }

    private void Show()
    {
        var site = _site().Model;
        foreach (var lamp in _lamps)
        {
            var config = site.Lamps.GetValueOrDefault(lamp.Name);
            lamp.Sign = config is null ? LampSign.Dark : SignOf(config, site, _live.Current, _queues.Signals);
        }
    }

    /// <summary>How a lamp of the site shines. Pure.</summary>
    /// <param name="config">The lamp.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="live">What the box is doing.</param>
    /// <param name="signals">What its queues are doing; one that is new shows nothing until it is looked at, which is at once.</param>
    public static LampSign SignOf(
        LampConfig config, SiteModel site, LiveSnapshot live, IReadOnlyDictionary<string, QueueSignal> signals) =>
        config.Hotline is not { } hotline ? live.Night is not null ? NightSign : LampSign.Dark
        : site.Queues.ContainsKey(hotline)
            ? QueueLamps.SignOf(signals.GetValueOrDefault(hotline, QueueSignal.Idle), HotlineStates.HasFault(live, site, hotline))
            : SignOf(HotlineStates.Of(live, site, hotline));

    private static LampSign SignOf(HotlineState state) => new(PatternOf(state), ColourOf(state));
}
