using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Opening;

/// <summary>
/// The switch between the ways of day and night: the button of the board, a code of the phones, the web and the API all turn this one. A
/// night that nobody ends is over by itself when the house opens, unless the site says otherwise. Control loop only.
/// </summary>
/// <remarks>Whether it is night is told by the journal alone, so that lamps, pages and a restart agree.</remarks>
public sealed class NightSwitch : IDisposable
{
    // A clock that is set meanwhile (a board without one of its own) is noticed soon.
    private static readonly TimeSpan LongestTrust = TimeSpan.FromMinutes(5);

    private readonly ControlLoop _loop;
    private readonly CallJournal _journal;
    private readonly LiveBoard _live;
    private readonly Func<SiteHours> _hours;
    private IDisposable? _timer;

    /// <param name="loop">The control loop.</param>
    /// <param name="journal">Where each turn is written.</param>
    /// <param name="live">Tells whether it is night.</param>
    /// <param name="hours">The timetables in force.</param>
    public NightSwitch(ControlLoop loop, CallJournal journal, LiveBoard live, Func<SiteHours> hours)
    {
        (_loop, _journal, _live, _hours) = (loop, journal, live, hours);
    }

    /// <summary>True by night.</summary>
    public bool IsOn => _live.Current.Night is not null;

    /// <summary>The night that is switched on; null by day. Any thread.</summary>
    public static NightPeriod? PeriodOf(LiveSnapshot live, SiteHours hours) =>
        live.Night is { } night ? new NightPeriod(night.By, night.Since, hours.NightEndsAt(night.Since)) : null;

    /// <summary>Switches; calls in progress go on as they are. What is so already is not told again.</summary>
    /// <param name="on">True for night.</param>
    /// <param name="by">Who or what switches, to follow "by".</param>
    /// <param name="since">Since when night is on that was on before a restart; null for one that begins now.</param>
    /// <returns>What it is now.</returns>
    public bool Set(bool on, string by, DateTimeOffset? since = null)
    {
        if (on != IsOn)
        {
            _journal.Append(new NightChanged(on, by) { Since = since });
            Look();
        }

        return on;
    }

    /// <summary>Looks when night ends by the site that is in force now.</summary>
    public void Look()
    {
        _timer?.Dispose();
        _timer = null;
        if (_live.Current.Night is not { } night || _hours().NightEnd(night.Since) is not { } end)
        {
            return;
        }

        var wait = end.At - _loop.Time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            Set(false, $"the hours {end.Hours}, which open");
            return;
        }

        _timer = _loop.Schedule(wait < LongestTrust ? wait : LongestTrust, Look);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
