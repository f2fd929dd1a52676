using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The calls of the C library that this room uses.</summary>
internal static unsafe partial class LibC
{
    public const int ClockMonotonic = 1;
    public const int ClockThreadCpuTime = 3;
    public const int TimerAbsolute = 1;
    public const int SchedulerFifo = 1;
    public const int Interrupted = 4;

    /// <summary>Nanoseconds of the monotonic clock, which the kernel dates GPIO edges with.</summary>
    public static long MonotonicNow()
    {
        TimeSpec time;
        _ = ClockGetTime(ClockMonotonic, &time);
        return (time.Seconds * 1_000_000_000L) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    public static partial int ClockGetTime(int clock, TimeSpec* time);

    /// <summary>Returns the error number itself, unlike most calls.</summary>
    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    public static partial int ClockNanoSleep(int clock, int flags, TimeSpec* request, TimeSpec* remain);

    /// <summary>Thread 0 is the calling one.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    public static partial int SetScheduler(int thread, int policy, int* priority);

    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
