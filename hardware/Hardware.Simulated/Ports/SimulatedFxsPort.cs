using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated.Handover;
using Switchhook.Hardware.Simulated.Wire;

namespace Switchhook.Hardware.Simulated.Ports;

/// <summary>The box's end of a telephone's line.</summary>
/// <remarks>
/// Without battery the port cannot see the hook: it reports nothing while the feed is open, and tells of a hook that has changed when the
/// battery comes back.
/// </remarks>
internal sealed class SimulatedFxsPort(string name, WirePair pair, SampleClock clock, CommandQueue commands)
    : SimulatedPort(name, pair, clock, commands), IFxsPort, IFeeder
{
    private volatile LineFeed _feed = LineFeed.Forward;
    private volatile LineFeed _wanted = LineFeed.Forward;
    private volatile bool _offHook;

    /// <inheritdoc/>
    public bool IsOffHook => _offHook;

    /// <inheritdoc/>
    public LineFeed Feed => _feed;

    /// <inheritdoc/>
    public override long NextChange => SampleTime.Never;

    /// <inheritdoc/>
    public override bool IsSending => HasOutgoing;

    /// <inheritdoc/>
    public void SetFeed(LineFeed feed)
    {
        if (!Enum.IsDefined(feed))
        {
            throw new ArgumentOutOfRangeException(nameof(feed), feed, "Unknown feed.");
        }

        _wanted = feed;
        _feed = Fault is null ? feed : LineFeed.Open;
        Post(now =>
        {
            if (Fault is null)
            {
                Apply(now, feed);
            }
        });
    }

    /// <inheritdoc/>
    public override void Act(long now)
    {
    }

    /// <inheritdoc/>
    public override void Send(Span<short> part, int offset)
    {
        if (Pair.CarriesSound)
        {
            Outgoing.Slice(offset, part.Length).CopyTo(part);
        }
        else
        {
            part.Clear();
        }
    }

    /// <inheritdoc/>
    void IFeeder.LoopChanged(long now, bool closed)
    {
        if (closed && Pair.Feed == LineFeed.Ringing)
        {
            Apply(now, LineFeed.Forward);
        }

        Sense(now);
    }

    /// <inheritdoc/>
    protected override void GiveUp(long now)
    {
        Apply(now, LineFeed.Open);
        _offHook = false;
    }

    /// <inheritdoc/>
    protected override void Return(long now) => Apply(now, _wanted == LineFeed.Ringing ? LineFeed.Forward : _wanted);

    private void Apply(long now, LineFeed feed)
    {
        var tripped = feed == LineFeed.Ringing && Pair.IsLoopClosed;
        _feed = tripped ? LineFeed.Forward : feed;
        Pair.SetFeed(now, _feed);
        Sense(now);
    }

    private void Sense(long now)
    {
        if (Pair.HasBattery && Pair.IsLoopClosed != _offHook)
        {
            _offHook = Pair.IsLoopClosed;
            Raise(_offHook ? LineEventKind.LoopClosed : LineEventKind.LoopOpened, now);
        }
    }
}
