using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Ports;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>An Si3210: feeds and rings a telephone, watches its hook. Control thread only.</summary>
internal sealed class FxsUnit(FxsPort port, ChipLink link, Country country, Action<string> told) : ChipUnit(port, link, told)
{
    private const byte StateBits = 0x07;
    private const byte LoopClosedBit = 0x01;
    private const byte NegativeBit = 0x40;
    private const byte MagnitudeBits = 0x3F;

    /// <summary>More is a short to ground or a foreign voltage: the chip itself limits the loop to 41 mA.</summary>
    private const double OverCurrentMilliamps = 60;

    private static readonly TimeSpan OverCurrentProof = TimeSpan.FromMilliseconds(200);

    // The loop detector of the chip needs a moment after a change of the feed; its filter and debounce take 12.5 ms.
    private static readonly TimeSpan Blanking = TimeSpan.FromMilliseconds(30);

    // A break shorter than this is a pulse or a flash: the talk state stays.
    private static readonly TimeSpan OnHookProof = TimeSpan.FromSeconds(1);

    private readonly int[] _asked = new int[6];
    private bool _offHook;
    private byte _state;
    private TimeSpan _fedAt;
    private TimeSpan? _transmissionDue;
    private TimeSpan? _overCurrentSince;

    /// <summary>What the chip feeds.</summary>
    public LineFeed Feed { get; private set; } = LineFeed.Open;

    /// <inheritdoc/>
    public override bool IsLively => Feed == LineFeed.Ringing || _transmissionDue is not null || _overCurrentSince is not null;

    /// <inheritdoc/>
    protected override string ChipName => "Si3210";

    /// <inheritdoc/>
    protected override TimeSpan Planned => _transmissionDue ?? TimeSpan.MaxValue;

    /// <summary>Changes the feed. A telephone that is off-hook is not rung.</summary>
    public void SetFeed(TimeSpan now, LineFeed feed) => Do(now, () =>
    {
        Feed = feed == LineFeed.Ringing && _offHook ? LineFeed.Forward : feed;
        Apply(now);
    });

    /// <inheritdoc/>
    public override void GiveUp(TimeSpan now)
    {
        Feed = LineFeed.Open;
        Do(now, () => Apply(now));
        Forget();
    }

    /// <inheritdoc/>
    public override void Return(TimeSpan now) => SetFeed(now, port.Wanted);

    /// <inheritdoc/>
    public override void Ask(SpiFrame frame)
    {
        _asked[0] = frame.Read(Link.Address, Si3210.Pcm);
        _asked[1] = frame.Read(Link.Address, Si3210.InterruptStatus2);
        _asked[2] = frame.Read(Link.Address, Si3210.Linefeed);
        _asked[3] = frame.Read(Link.Address, Si3210.Hook);
        _asked[4] = frame.Read(Link.Address, Si3210.LoopVoltage);
        _asked[5] = frame.Read(Link.Address, Si3210.LoopCurrent);
    }

    /// <inheritdoc/>
    protected override IEnumerable<TimeSpan> BringUp() => new Si3210BringUp(Link, Called, country, Tell).Steps();

    /// <inheritdoc/>
    protected override string? Sees(SpiFrame frame) => frame[_asked[0]] == Si3210.PcmLinear
        ? null
        : Wrong(Si3210.Pcm, frame[_asked[0]], Si3210.PcmLinear);

    /// <inheritdoc/>
    protected override void Look(SpiFrame frame, TimeSpan now)
    {
        var (interrupts, state, closed) = (
            frame[_asked[1]], (byte)(frame[_asked[2]] & StateBits), (frame[_asked[3]] & LoopClosedBit) != 0);
        if (interrupts != 0)
        {
            Link.Write(Si3210.InterruptStatus2, interrupts);
        }

        var readings = new LineReadings(
            Signed(frame[_asked[4]], Si3210.VoltsPerStep), (frame[_asked[5]] & MagnitudeBits) * Si3210.MilliampsPerStep);
        port.Measure(now, readings);
        CheckAlarms(interrupts, state, readings.Milliamps, now);
        if (Feed == LineFeed.Ringing && state != Feeds.Ringing)
        {
            // The chip has seen the telephone go off-hook, and feeds it by itself.
            (Feed, _state) = (LineFeed.Forward, state);
            port.ShowFeed(Feed);
            Sense(closed: true, now);
        }
        else if (Feed is LineFeed.Forward or LineFeed.Reverse && now - _fedAt >= Blanking)
        {
            Sense(closed, now);
        }
    }

    /// <inheritdoc/>
    protected override void Act(TimeSpan now)
    {
        _transmissionDue = null;
        Apply(now);
    }

    /// <inheritdoc/>
    protected override void MakeSafe()
    {
        Feed = LineFeed.Open;
        Forget();
        Link.Write(Si3210.Linefeed, Feeds.Open);
    }

    private void Forget()
    {
        (_offHook, _state, _transmissionDue, _overCurrentSince) = (false, Feeds.Open, null, null);
    }

    // Sound passes on-hook while the telephone is on-hook for good, and in every pause between rings.
    private void Apply(TimeSpan now)
    {
        var wanted = Feeds.StateOf(Feed, _offHook || _transmissionDue is not null);
        if (wanted != _state)
        {
            Link.Write(Si3210.Linefeed, wanted);
            (_state, _fedAt) = (wanted, now);
        }
    }

    private void Sense(bool closed, TimeSpan now)
    {
        if (closed == _offHook)
        {
            return;
        }

        _offHook = closed;
        _transmissionDue = closed ? null : now + OnHookProof;
        Apply(now);
        port.ShowHook(closed);
        port.Raise(closed ? LineEventKind.LoopClosed : LineEventKind.LoopOpened, now);
    }

    private void CheckAlarms(byte interrupts, byte state, double milliamps, TimeSpan now)
    {
        var alarms = interrupts & Si3210.PowerAlarms;
        if (alarms != 0 || (state == Feeds.Open && _state != Feeds.Open))
        {
            var hot = string.Join(", ", Enumerable.Range(1, 6).Where(q => (alarms & (2 << q)) != 0).Select(q => $"Q{q}"));
            throw new ChipFaultException(
                $"{Called} has switched its line off because of heat"
                + (hot.Length > 0 ? $" (power alarm of {hot})" : "")
                + ": check the telephone and its wires for a short; the port rests and tries again by itself.")
            {
                NeedsRest = true,
            };
        }

        _overCurrentSince = milliamps >= OverCurrentMilliamps ? _overCurrentSince ?? now : null;
        if (now - _overCurrentSince >= OverCurrentProof)
        {
            throw new ChipFaultException(
                $"{Called} drives {milliamps:0} mA into its line, more than a telephone takes: "
                + "check the wires for a short to ground or a foreign voltage; the port rests and tries again by itself.")
            {
                NeedsRest = true,
            };
        }
    }

    // LVSP is 0 while tip is above ring, which is the normal polarity: the battery is at ring, so its voltage is negative.
    private static double Signed(byte register, double step) =>
        (register & MagnitudeBits) * step * ((register & NegativeBit) != 0 ? 1 : -1);
}
