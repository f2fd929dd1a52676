namespace Switchhook.Hardware.Lines;

/// <summary>Ticks with a card's own clock, so that its sound needs no mending; with the system's while the card stands still.</summary>
/// <param name="card">The card's clock.</param>
/// <param name="system">The system's clock; it also prepares the thread.</param>
/// <param name="time">Measures how late a tick is.</param>
public sealed class CardBlockTicker(ICardClock card, IBlockTicker system, TimeProvider time) : IBlockTicker
{
    /// <summary>A card that is later than this stands still: calls on other cards do not wait for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromTicks(LineAudio.BlockDuration.Ticks * BlocksOfPatience);

    private const int BlocksOfPatience = 3;

    private long _lastTick;
    private int _owed;
    private bool _followsSystem;

    /// <inheritdoc/>
    public TimeSpan ThreadCpuTime => system.ThreadCpuTime;

    /// <inheritdoc/>
    public string Enter()
    {
        _lastTick = time.GetTimestamp();
        return system.Enter();
    }

    /// <inheritdoc/>
    public TimeSpan WaitForTick()
    {
        if (_owed > 0)
        {
            _owed--;
            return LineAudio.BlockDuration * (_owed + 1);
        }

        return _followsSystem ? FollowSystem() : FollowCard();
    }

    private TimeSpan FollowCard()
    {
        var came = card.WaitForBlock(Patience);
        var late = Since() - LineAudio.BlockDuration;
        if (!came)
        {
            // The ticks that were spent waiting follow at once.
            (_followsSystem, _owed) = (true, BlocksOfPatience - 1);
            system.Enter();
        }

        return late > TimeSpan.Zero ? late : TimeSpan.Zero;
    }

    private TimeSpan FollowSystem()
    {
        var late = system.WaitForTick();
        Since();
        _followsSystem = !card.WaitForBlock(TimeSpan.Zero);
        return late;
    }

    private TimeSpan Since()
    {
        var now = time.GetTimestamp();
        var since = time.GetElapsedTime(_lastTick, now);
        _lastTick = now;
        return since;
    }
}
