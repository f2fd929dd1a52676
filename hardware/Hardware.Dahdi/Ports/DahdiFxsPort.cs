using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>A port towards a telephone.</summary>
/// <remarks>
/// <para><see cref="LineFeed.Open"/> is DAHDI's kewlstart disconnect: the kernel cuts the battery for 500 ms and gives it back by itself;
/// the feed then becomes <see cref="LineFeed.Forward"/>. Another feed ends it sooner. The kernel cuts it under a telephone that is off-hook
/// only: to one that is on-hook there is nothing to tell, and the feed stays what it was.</para>
/// <para>A driver passes no sound to a telephone that is on-hook unless it is told to (on-hook transmission). It is told whenever there is
/// sound to send, so that caller ID passes before the first ring, between rings and without any.</para>
/// </remarks>
internal sealed class DahdiFxsPort(string name, CardContext card) : DahdiPort(name, card), IFxsPort
{
    /// <summary>After a disconnect drivers need so long to see the hook again (wctdm: 32 ms debounce every 16 ms).</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    /// <summary>The kernel's own disconnect lasts 500 ms; a driver that does not tell its end is not waited for longer.</summary>
    private static readonly TimeSpan LongestCut = TimeSpan.FromMilliseconds(700);

    /// <summary>What DAHDI's drivers give by themselves after a ring.</summary>
    private static readonly TimeSpan OnHookSound = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan OnHookSoundLeft = TimeSpan.FromSeconds(2);

    private volatile LineFeed _feed = LineFeed.Forward;
    private volatile LineFeed _wanted = LineFeed.Forward;
    private volatile bool _offHook;
    private LineFeed _applied = LineFeed.Forward;
    private bool _reversed;
    private bool _toldPolarity;
    private bool _onHookSoundUnknown;
    private TimeSpan _onHookSoundUntil;
    private TimeSpan _blindUntil;

    /// <inheritdoc/>
    public bool IsOffHook => _offHook;

    /// <inheritdoc/>
    public LineFeed Feed => _feed;

    /// <summary>Typical values: DAHDI tells of the hook, but neither volts nor current.</summary>
    public override LineReadings Readings => (_feed, _offHook) switch
    {
        (LineFeed.Open, _) => default,
        (LineFeed.Reverse, false) => new LineReadings(-48, 0),
        (LineFeed.Reverse, true) => new LineReadings(-8, 22),
        (_, false) => new LineReadings(48, 0),
        (_, true) => new LineReadings(8, 22),
    };

    /// <inheritdoc/>
    public void SetFeed(LineFeed feed)
    {
        if (!Enum.IsDefined(feed))
        {
            throw new ArgumentOutOfRangeException(nameof(feed), feed, "Unknown feed.");
        }

        _wanted = feed;
        _feed = Fault is null ? feed : LineFeed.Open;
        Post(new PortCommand(PortCommandKind.Feed, feed));
    }

    /// <inheritdoc/>
    public override void Sends(ReadOnlySpan<short> block)
    {
        var now = Now;
        if (_offHook || _onHookSoundUnknown || _applied is LineFeed.Open or LineFeed.Ringing || _onHookSoundUntil - now > OnHookSoundLeft
            || !block.ContainsAnyExcept((short)0))
        {
            return;
        }

        // A driver that does not know it passes sound always.
        _onHookSoundUnknown = Channel!.OnHookTransfer(OnHookSound) == Outcome.Unsupported;
        _onHookSoundUntil = now + OnHookSound;
    }

    /// <inheritdoc/>
    protected override bool MayBegin(in PortCommand command, TimeSpan now) => true;

    /// <inheritdoc/>
    protected override void Do(in PortCommand command, TimeSpan now)
    {
        switch (command.Feed)
        {
            case LineFeed.Open when _offHook:
                Cut(now);
                break;
            case LineFeed.Open:
                _feed = _applied;
                break;
            case LineFeed.Ringing when !_offHook:
                Ring();
                break;
            case LineFeed.Ringing:
                Battery(LineFeed.Forward);
                break;
            default:
                Battery(command.Feed);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnEvent(ChannelEvent happened)
    {
        if (happened == ChannelEvent.HookComplete && _applied == LineFeed.Open)
        {
            EndCut(Now);
        }
        else if (happened is ChannelEvent.OnHook or ChannelEvent.RingOrOffHook && SeesHook(Now))
        {
            Loop(closed: happened == ChannelEvent.RingOrOffHook);
        }
    }

    /// <inheritdoc/>
    protected override void OnSense(in LineSense sense, TimeSpan now)
    {
        if (_applied == LineFeed.Open && now >= _blindUntil)
        {
            EndCut(now);
        }

        if (sense.Hook != ReceivedHook.Initial && SeesHook(now))
        {
            Loop(closed: sense.Hook != ReceivedHook.OnHook);
        }
    }

    /// <inheritdoc/>
    protected override void OnOpened(TimeSpan now)
    {
        (_offHook, _reversed, _onHookSoundUnknown) = (false, false, false);
        (_onHookSoundUntil, _blindUntil) = (TimeSpan.Zero, TimeSpan.Zero);
        Apply(_wanted == LineFeed.Reverse ? LineFeed.Reverse : LineFeed.Forward);
        Look(now);
    }

    /// <inheritdoc/>
    protected override void GiveUp() => (_feed, _offHook) = (LineFeed.Open, false);

    /// <inheritdoc/>
    protected override void OnRecovered() => _feed = _applied;

    private bool SeesHook(TimeSpan now) => _applied != LineFeed.Open && now >= _blindUntil;

    private void Loop(bool closed)
    {
        if (closed == _offHook)
        {
            return;
        }

        _offHook = closed;
        if (closed)
        {
            // Ends ringing, which the kernel does not do by itself.
            var feed = _applied == LineFeed.Ringing ? LineFeed.Forward : _applied;
            if (_feed == LineFeed.Ringing)
            {
                _feed = LineFeed.Forward;
            }

            Apply(feed);
        }

        Raise(closed ? LineEventKind.LoopClosed : LineEventKind.LoopOpened);
    }

    private void Battery(LineFeed feed)
    {
        Apply(feed);
        _feed = feed;
    }

    private void Apply(LineFeed feed)
    {
        // Off-hook is refused in a disconnect and after it; ring-off is not.
        var cut = _applied == LineFeed.Open;
        Check(Channel!.Hook(_offHook && !cut ? HookCommand.OffHook : HookCommand.RingOff));
        _blindUntil = cut ? Now + Settling : _blindUntil;
        _applied = feed;
        Polarity(feed == LineFeed.Reverse);
    }

    // The hook commands of wctdm set the polarity back to normal, so a reversed one is set anew after each.
    private void Polarity(bool reversed)
    {
        if (!reversed && !_reversed)
        {
            return;
        }

        _reversed = reversed;
        if (Channel!.SetPolarity(reversed) != Outcome.Done && !_toldPolarity)
        {
            _toldPolarity = true;
            Tell("the driver cannot reverse the polarity; telephones and exchanges that wait for it are not told by it.");
        }
    }

    private void Ring()
    {
        Apply(LineFeed.Forward);
        _onHookSoundUntil = TimeSpan.Zero;
        if (Check(Channel!.Hook(HookCommand.Ring)))
        {
            (_applied, _feed) = (LineFeed.Ringing, LineFeed.Ringing);
        }
        else
        {
            _feed = LineFeed.Forward;
            Tell($"the driver refused to ring (error {Channel!.Error}).");
        }
    }

    private void Cut(TimeSpan now)
    {
        // The kernel cuts the battery at the end of a call only, so the call must have begun for it.
        Check(Channel!.Hook(HookCommand.OffHook));
        if (Check(Channel!.Hook(HookCommand.OnHook)))
        {
            (_applied, _feed, _blindUntil) = (LineFeed.Open, LineFeed.Open, now + LongestCut);
        }

        Pump.BuffersWereEmptied();
    }

    private void EndCut(TimeSpan now)
    {
        (_applied, _blindUntil) = (LineFeed.Forward, now + Settling);
        if (_feed == LineFeed.Open)
        {
            _feed = LineFeed.Forward;
        }
    }
}
