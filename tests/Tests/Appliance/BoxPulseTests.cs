using Switchhook.Appliance.Panels;
using Switchhook.Storage.Journal;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance;

/// <summary>What makes the watchdog stop being fed, and what does not.</summary>
public sealed class BoxPulseTests : IDisposable
{
    private readonly LoopDriver _driver = new();
    private readonly BoxPulse _pulse;
    private StoreHealth _store = new(true, "", 0, 0, 7, null, true);
    private long _tick;
    private bool _soundStands;

    public BoxPulseTests() => _pulse = new BoxPulse(_driver.Loop, LastTick, () => _store, _driver.Time);

    public void Dispose() => _driver.Dispose();

    [Fact]
    public void A_box_whose_parts_move_is_well() => Assert.Empty(TroublesAfter(seconds: 300));

    [Fact]
    public void A_control_loop_that_does_not_answer_is_told()
    {
        Assert.Empty(Ask());
        _driver.Time.Advance(BoxPulse.LoopLimit - TimeSpan.FromSeconds(1));
        Assert.Empty(Ask());
        _driver.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("control loop", Assert.Single(Ask()), StringComparison.Ordinal);

        _driver.Drain();
        Assert.Empty(Ask());
    }

    [Fact]
    public void A_sound_clock_that_stands_is_told()
    {
        _soundStands = true;
        Assert.Contains("sound clock", Assert.Single(TroublesAfter(seconds: 6)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_thread_that_hangs_is_told_and_one_that_works_is_not()
    {
        _store = _store with { Waiting = 3 };
        Assert.Empty(TroublesAfter(seconds: 30));
        Assert.Contains("journal", Assert.Single(TroublesAfter(seconds: 60)), StringComparison.Ordinal);

        _store = _store with { LastCommitted = 8 };
        Assert.Empty(TroublesAfter(seconds: 30));
    }

    [Fact]
    public void A_full_disk_is_no_reason_to_reset_the_board()
    {
        _store = _store with { Ok = false, Waiting = 900 };
        Assert.Empty(TroublesAfter(seconds: 600));
    }

    private string[] TroublesAfter(int seconds)
    {
        string[] troubles = [];
        for (var second = 0; second < seconds; second++)
        {
            _driver.Advance(TimeSpan.FromSeconds(1));
            troubles = Ask();
        }

        return troubles;
    }

    private string[] Ask() => [.. _pulse.Questions.Select(question => question()).OfType<string>()];

    private long LastTick() => _tick = _soundStands ? _tick : _driver.Time.GetTimestamp();
}
