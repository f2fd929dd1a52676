using System.Runtime.InteropServices;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Linux.Interop;

namespace Switchhook.Hardware.Linux;

/// <summary>
/// Ticks by <c>clock_nanosleep</c> to absolute times of the monotonic clock, on a real-time thread where the system allows it.
/// </summary>
public sealed unsafe class AbsoluteBlockTicker : IBlockTicker
{
    private const long BlockNanoseconds = 20_000_000;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const int RealTimePriority = 50;

    /// <summary>After a longer stall (the board slept, the process was stopped) the clock begins anew instead of catching up.</summary>
    private const long LongestCatchUp = NanosecondsPerSecond;

    private long _due;

    /// <inheritdoc/>
    public TimeSpan ThreadCpuTime => TimeSpan.FromTicks(Now(LibC.ClockThreadCpuTime) / 100);

    /// <inheritdoc/>
    public string Enter()
    {
        _due = Now(LibC.ClockMonotonic);
        var priority = RealTimePriority;
        return LibC.SetScheduler(0, LibC.SchedulerFifo, &priority) == 0
            ? $"real-time priority {RealTimePriority}"
            : $"ordinary priority: the system refused a real-time one (error {Marshal.GetLastPInvokeError()}); "
                + "grant CAP_SYS_NICE or LimitRTPRIO";
    }

    /// <inheritdoc/>
    public TimeSpan WaitForTick()
    {
        _due += BlockNanoseconds;
        var late = Now(LibC.ClockMonotonic) - _due;
        if (late > LongestCatchUp)
        {
            _due += late;
        }
        else if (late < 0)
        {
            SleepUntil(_due);
            late = Now(LibC.ClockMonotonic) - _due;
        }

        return TimeSpan.FromTicks(Math.Max(0, late) / 100);
    }

    private static void SleepUntil(long nanoseconds)
    {
        var time = new LibC.TimeSpec
        {
            Seconds = (nint)(nanoseconds / NanosecondsPerSecond),
            Nanoseconds = (nint)(nanoseconds % NanosecondsPerSecond),
        };
        while (LibC.ClockNanoSleep(LibC.ClockMonotonic, LibC.TimerAbsolute, &time, null) == LibC.Interrupted)
        {
        }
    }

    private static long Now(int clock)
    {
        LibC.TimeSpec time;
        _ = LibC.ClockGetTime(clock, &time);
        return (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds;
    }
}
