using Switchhook.Hardware.Linux.Sound;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Linux;

/// <summary>A direction of a sound device that the test feeds, or whose sound it looks at.</summary>
internal sealed class FakePcm(ManualTimeProvider time, List<string> log, string name) : IPcm
{
    public const int BrokenPipe = -32;
    public const int NoDevice = -19;
    public const int Again = -11;

    /// <summary>What the next calls answer instead of moving sound.</summary>
    public Queue<int> Errors { get; } = new();

    /// <summary>Blocks that came and were not read.</summary>
    public Queue<short[]> Captured { get; } = new();

    /// <summary>Blocks that were written since it was prepared.</summary>
    public List<short[]> Played { get; } = [];

    /// <summary>What happens while someone waits; else the time passes.</summary>
    public Queue<Action> Waits { get; } = new();

    public int PrepareResult { get; set; }

    public int Prepare()
    {
        log.Add($"prepare {name}");
        Played.Clear();
        Captured.Clear();
        return PrepareResult;
    }

    public int Start()
    {
        log.Add($"start {name}");
        return 0;
    }

    public void Drop() => log.Add($"drop {name}");

    public int Available() => Errors.TryDequeue(out var error) ? error : Captured.Sum(block => block.Length);

    public int Read(Span<short> samples)
    {
        Captured.Dequeue().CopyTo(samples);
        return samples.Length;
    }

    public int Write(ReadOnlySpan<short> samples)
    {
        if (Errors.TryDequeue(out var error))
        {
            return error;
        }

        Played.Add(samples.ToArray());
        return samples.Length;
    }

    public int Wait(TimeSpan limit)
    {
        if (Waits.TryDequeue(out var happens))
        {
            happens();
            return 1;
        }

        time.Advance(limit);
        return 0;
    }

    public void Dispose() => log.Add($"dispose {name}");
}
