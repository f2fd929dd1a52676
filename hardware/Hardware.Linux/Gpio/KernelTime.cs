namespace Switchhook.Hardware.Linux.Gpio;

/// <summary>
/// Makes times of day of the kernel's time stamps, which count nanoseconds of the monotonic clock: now, less what has passed since the
/// stamp. So an edge is dated as well as the interrupt was, however late it is read; a clock that was set between the edge and its reading
/// dates it by the new setting.
/// </summary>
/// <param name="time">The time of day.</param>
/// <param name="monotonic">The monotonic clock, nanoseconds.</param>
internal sealed class KernelTime(TimeProvider time, Func<long> monotonic)
{
    private const long NanosecondsPerTick = 100;

    /// <summary>The monotonic clock now, nanoseconds.</summary>
    public long Now => monotonic();

    /// <summary>The time of day at a stamp, UTC.</summary>
    public DateTime UtcOf(long stamp) => time.GetUtcNow().UtcDateTime.AddTicks(-(monotonic() - stamp) / NanosecondsPerTick);
}
