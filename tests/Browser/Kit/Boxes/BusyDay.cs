namespace Switchhook.BrowserTests.Kit.Boxes;

/// <summary>Brings a box into the middle of a day: calls answered, missed and within the house, and two that go on.</summary>
internal static class BusyDay
{
    /// <summary>Plays it.</summary>
    public static async Task PlayAsync(BoxClient box)
    {
        var over = Task.WhenAll(AnsweredAsync(box), MissedAsync(box), InsideAsync(box));
        await box.UntilAsync("lines/1", "inUse");
        await RingAsync(box, "3", "+13125550177", "Northside Family Pharmacy and Laboratory");
        await over;
        await box.UntilOverAsync(3);
        await box.UntilAsync("lines/3", "inUse");
        await RingAsync(box, "4", null, null);
        await box.UntilAsync("phones/101", "ringing");
        await box.TellAsync("phones/101/lift");
        await box.UntilAsync("phones/101", "inCall");
        await box.UntilAsync("phones/102", "ringing");
    }

    private static async Task AnsweredAsync(BoxClient box)
    {
        await RingAsync(box, "1", "+13125550142", "Alice Miller");
        await box.UntilAsync("phones/101", "ringing");
        await box.TellAsync("phones/101/lift");
        await box.UntilAsync("phones/101", "inCall");
        await box.TellAsync("phones/101/speak", new { sample = "answer" });
        await box.TellAsync("lines/1/hang-up");
        await box.TellAsync("phones/101/hang-up");
    }

    private static async Task MissedAsync(BoxClient box)
    {
        await RingAsync(box, "2", "+13125550163", null);
        await box.UntilAsync("lines/2", "inUse");
        await box.TellAsync("lines/2/hang-up");
    }

    private static async Task InsideAsync(BoxClient box)
    {
        await box.TellAsync("phones/103/lift");
        await box.UntilAsync("phones/103", "offHook");
        await box.TellAsync("phones/103/dial", new { digits = "104" });
        await box.UntilAsync("phones/104", "ringing");
        await box.TellAsync("phones/104/lift");
        await box.UntilAsync("phones/104", "inCall");
        await box.TellAsync("phones/103/hang-up");
        await box.TellAsync("phones/104/hang-up");
    }

    private static Task RingAsync(BoxClient box, string line, string? number, string? name) =>
        box.TellAsync($"lines/{line}/ring", new { number, name, sample = "question" });
}
