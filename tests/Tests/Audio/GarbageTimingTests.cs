using Switchhook.Audio.Engine;

namespace Switchhook.Tests.Audio;

/// <summary>When the collector of garbage runs.</summary>
public sealed class GarbageTimingTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _collected = new(0);
    private long _allocated = 1_000_000;

    public void Dispose() => _collected.Dispose();

    [Fact]
    public async Task It_runs_after_the_tick_by_which_a_portion_was_asked_for_and_not_before()
    {
        using var timing = new GarbageTiming(() => _allocated, () => _collected.Release());

        _allocated += GarbageTiming.Portion - 1;
        timing.AfterTick();
        _allocated++;
        timing.AfterTick();
        Assert.True(await _collected.WaitAsync(Limit));

        // It has begun to count anew.
        timing.AfterTick();
        _allocated += GarbageTiming.Portion;
        timing.AfterTick();
        Assert.True(await _collected.WaitAsync(Limit));

        timing.Dispose();
        Assert.Equal(0, _collected.CurrentCount);
    }

    [Fact]
    public async Task A_tick_does_not_wait_for_it()
    {
        using var held = new SemaphoreSlim(0);
        using var timing = new GarbageTiming(
            () => _allocated,
            () =>
            {
                _collected.Release();
                held.Wait(Limit);
            });

        _allocated += GarbageTiming.Portion;
        timing.AfterTick();
        Assert.True(await _collected.WaitAsync(Limit));
        _allocated += GarbageTiming.Portion;
        timing.AfterTick();
        timing.AfterTick();
        Assert.Equal(0, _collected.CurrentCount);

        held.Release(2);
        Assert.True(await _collected.WaitAsync(Limit));
    }
}
