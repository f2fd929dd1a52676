namespace Switchhook.Testing;

/// <summary>Counts what the calling thread allocates.</summary>
public static class Allocation
{
    private const int Tries = 5;

    /// <summary>Bytes that some work allocates: the least of several tries.</summary>
    /// <remarks>
    /// A collection that another test's thread starts in the middle may count the unused rest of this thread's buffer, up to 8 KiB, as
    /// allocated. Work that truly allocates does so each time.
    /// </remarks>
    /// <param name="work">The work; it is done several times.</param>
    public static long Of(Action work)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Tries && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
