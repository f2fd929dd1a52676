namespace Switchhook.BrowserTests.Kit;

/// <summary>How long a test waits for things before it fails.</summary>
internal static class Limits
{
    /// <summary>For what a page shows at once, in milliseconds.</summary>
    public const float Page = 10_000;

    /// <summary>For what a caller first has to hear: caller ID between two rings and the greeting, in milliseconds.</summary>
    public const float Greeting = 30_000;

    /// <summary>For a box to start, on a machine that does much beside it.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromMinutes(2);

    /// <summary>Between two looks at something that does not report by itself.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>For a whole test, in which a box starts once or twice.</summary>
    public static readonly TimeSpan Test = (2 * Start) + TimeSpan.FromMinutes(2);
}
