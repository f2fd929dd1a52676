using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Guest.Running;

namespace Switchhook.Guest.Dahdi;

/// <summary>What a card costs while nothing happens but sound.</summary>
[Group("cost")]
public sealed class CostScenarios(Measurements measured)
{
    private const int Lines = 12;
    private const int Windows = 5;

    // One object for each of 100 blocks would be more.
    private const int BytesOfWatching = 1500;

    /// <summary>24 channels: processor time, wake-ups, and no memory.</summary>
    [Scenario(120)]
    public async Task Twenty_four_channels_wake_the_thread_once_a_block_and_allocate_nothing()
    {
        SimulatedLines.Load(DahdiStage.Lines);
        Kernel.Unload("simline");
        try
        {
            SimulatedLines.Load(Lines);
            await Measure(new SimulatedLines(0));
        }
        finally
        {
            Kernel.Unload("simline");
        }
    }

    private async Task Measure(SimulatedLines lines)
    {
        using var card = lines.Open(Lines);
        using var running = new RunningCard(card);
        await Check.Until(() => running.Blocks > 100, 10, "sound moves");
        var least = long.MaxValue;
        var (blocks, wakeups, cpu) = (card.Blocks, card.Wakeups, card.ThreadCpuTime);
        for (var window = 0; window < Windows; window++)
        {
            var (before, own, from) = (GC.GetTotalAllocatedBytes(precise: true), running.Allocated, running.Blocks);
            await Check.Pause(2);
            var bytes = GC.GetTotalAllocatedBytes(precise: true) - before - (running.Allocated - own);
            least = Math.Min(least, bytes);
            measured.Note($"window {window}", $"{running.Blocks - from} blocks, {bytes} bytes");
        }

        var moved = card.Blocks - blocks;
        measured.Note("wake-ups a block", (double)(card.Wakeups - wakeups) / moved);
        measured.Note("processor time a block of 24 channels, ms", (card.ThreadCpuTime - cpu).TotalMilliseconds / moved);
        measured.Note("bytes in 2 s", least);
        Check.Within((double)(card.Wakeups - wakeups) / moved, 0.5, 1.3, "Wake-ups a block");
        Check.Within(least, 0, BytesOfWatching, "Bytes allocated in 2 s");
    }
}
