using Switchhook.Hardware.Lines;
using Switchhook.Hardware.ProSlic.Control;
using Switchhook.Hardware.ProSlic.Fxs;

namespace Switchhook.Hardware.ProSlic.Ports;

/// <summary>A port towards a telephone: what the house sees of an <see cref="FxsUnit"/>.</summary>
/// <remarks>Commands show at once in <see cref="Feed"/> and reach the chip on the control thread.</remarks>
internal sealed class FxsPort(string name, TimeProvider time, CommandQueue commands, Action<string> told)
    : ProSlicPort(name, time, told), IFxsPort
{
    private volatile LineFeed _feed = LineFeed.Open;
    private volatile LineFeed _wanted = LineFeed.Forward;
    private volatile bool _offHook;
    private int _commands;

    /// <summary>The chip behind it.</summary>
    public FxsUnit Unit { get; set; } = null!;

    /// <inheritdoc/>
    public bool IsOffHook => _offHook;

    /// <inheritdoc/>
    public LineFeed Feed => _feed;

    /// <inheritdoc/>
    public void SetFeed(LineFeed feed)
    {
        if (!Enum.IsDefined(feed))
        {
            throw new ArgumentOutOfRangeException(nameof(feed), feed, "Unknown feed.");
        }

        _wanted = feed;
        _feed = Fault is null ? feed : LineFeed.Open;
        var number = Interlocked.Increment(ref _commands);
        commands.Post(now =>
        {
            if (Fault is null)
            {
                Unit.SetFeed(now, feed);

                // A ring that was tripped meanwhile has shown something else.
                if (number == Volatile.Read(ref _commands))
                {
                    ShowFeed(Unit.Feed);
                }
            }
        });
    }

    /// <summary>The chip feeds the line in another way than the house said: a telephone tripped the ring.</summary>
    public void ShowFeed(LineFeed feed) => (_feed, _wanted) = (feed, feed);

    /// <summary>The telephone closed or opened the loop.</summary>
    public void ShowHook(bool offHook) => _offHook = offHook;

    /// <inheritdoc/>
    protected override void GiveUp(TimeSpan now)
    {
        _feed = LineFeed.Open;
        _offHook = false;
        Unit.GiveUp(now);
    }

    /// <inheritdoc/>
    protected override void Return(TimeSpan now)
    {
        _feed = _wanted == LineFeed.Ringing ? LineFeed.Forward : _wanted;
        Unit.Return(now);
    }

    /// <summary>What the port feeds after a fault.</summary>
    public LineFeed Wanted => _wanted == LineFeed.Ringing ? LineFeed.Forward : _wanted;
}
