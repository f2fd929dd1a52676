using Switchhook.Hardware.Lines;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Lines;

public class CardBlockTickerTests
{
    private static readonly TimeSpan Block = LineAudio.BlockDuration;

    private readonly ManualTimeProvider _time = new();
    private readonly FakeCard _card;
    private readonly FakeSystem _system;
    private readonly CardBlockTicker _ticker;

    public CardBlockTickerTests()
    {
        _card = new FakeCard(_time);
        _system = new FakeSystem(_time);
        _ticker = new CardBlockTicker(_card, _system, _time);
        _ticker.Enter();
    }

    [Fact]
    public void The_card_ticks_the_clock_and_its_late_blocks_are_late_ticks()
    {
        Assert.Equal(TimeSpan.Zero, _ticker.WaitForTick());
        _card.Delay = TimeSpan.FromMilliseconds(3);
        Assert.Equal(TimeSpan.FromMilliseconds(3), _ticker.WaitForTick());
        Assert.Equal(0, _system.Ticks);
    }

    [Fact]
    public void A_card_that_stands_still_costs_no_tick_and_the_system_takes_over_until_it_runs_again()
    {
        _ticker.WaitForTick();
        _card.IsStill = true;
        var began = _time.GetTimestamp();
        for (var tick = 0; tick < 100; tick++)
        {
            _ticker.WaitForTick();
        }

        Assert.Equal(Block * 100, _time.GetElapsedTime(began));
        Assert.Equal(97, _system.Ticks);

        _card.IsStill = false;
        _ticker.WaitForTick();
        var asked = _system.Ticks;
        for (var tick = 0; tick < 10; tick++)
        {
            Assert.Equal(TimeSpan.Zero, _ticker.WaitForTick());
        }

        Assert.Equal(asked, _system.Ticks);
    }

    private sealed class FakeCard(ManualTimeProvider time) : ICardClock
    {
        public bool IsStill { get; set; }

        public TimeSpan Delay { get; set; }

        public bool WaitForBlock(TimeSpan limit)
        {
            var wait = IsStill ? limit : Block + Delay;
            time.Advance(wait < limit ? wait : limit);
            return !IsStill;
        }
    }

    private sealed class FakeSystem(ManualTimeProvider time) : IBlockTicker
    {
        public int Ticks { get; private set; }

        public TimeSpan ThreadCpuTime => TimeSpan.Zero;

        public string Enter() => "";

        public TimeSpan WaitForTick()
        {
            Ticks++;
            time.Advance(Block);
            return TimeSpan.Zero;
        }
    }
}
