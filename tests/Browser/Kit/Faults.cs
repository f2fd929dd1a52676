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
}
