using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>What the system gives the thread that calls.</summary>
internal static unsafe class CardThread
{
    /// <summary>
    /// Above the media thread (50): it waits for this one, and this one does little but move samples.
    /// </summary>
    private const int RealTimePriority = 55;

    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = 100;

    /// <summary>Asks for real-time priority, and tells in words what it got.</summary>
    public static string AskForPriority()
    {
        var priority = RealTimePriority;
        return LibC.SetScheduler(0, LibC.SchedulerFifo, &priority) == 0
            ? $"real-time priority {RealTimePriority}"
            : $"ordinary priority: the system refused a real-time one (error {Marshal.GetLastPInvokeError()}); "
                + "grant CAP_SYS_NICE or LimitRTPRIO";
    }

    /// <summary>Processor time that the calling thread has used.</summary>
    public static TimeSpan CpuTime()
    {
        LibC.TimeSpec time;
        _ = LibC.ClockGetTime(LibC.ClockThreadCpuTime, &time);
        return TimeSpan.FromTicks(((time.Seconds * NanosecondsPerSecond) + time.Nanoseconds) / NanosecondsPerTick);
    }
}
