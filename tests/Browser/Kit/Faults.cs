namespace Switchhook.BrowserTests.Kit;

/// <summary>What was found wrong, each on a line of its own.</summary>
internal static class Faults
{
    /// <summary>Fails when there is any.</summary>
    public static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>The same but for answers of a status that was asked for, of which the browser tells.</summary>
    public static void NoneBut(int status, IEnumerable<string> found) =>
        None(found.Where(fault => !fault.Contains($" status of {status} ", StringComparison.Ordinal)));
}
