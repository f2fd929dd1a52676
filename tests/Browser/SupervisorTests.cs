using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>A supervisor gives callers to agents, by drag and by the button, and hears a call and whispers into it.</summary>
[Collection(Suite.Name)]
public sealed class SupervisorTests(House house) : IDisposable
{
    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task Callers_are_given_to_agents_and_a_call_is_heard_and_whispered_into()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token);
        await using var owner = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        await Newcomer.ClaimAsync(owner.Page, fresh.ClaimCode);
        var box = await BoxClient.OfAsync(fresh.Process, _limit.Token);
        foreach (var (agent, phone) in new[] { ("ana", "101"), ("bo", "102") })
        {
            await box.DoAsync($"agents/{agent}/log-in", new { phone });
        }

        // Bo is away for now: the caller rings Ana alone.
        await box.DoAsync("agents/bo/pause", new { reason = "lunch" });

        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        var page = visit.Page;
        await Newcomer.JoinAsync(page, "Sue", await box.InviteAsync("Sue", "supervisor"));
        await using var reader = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        await Newcomer.JoinAsync(reader.Page, "Otto", await box.InviteAsync("Otto", "auditor"));
        await reader.Page.GotoAsync("/queues");
        await page.GotoAsync("/queues");
        await box.TellAsync("lines/4/ring", new { number = "+13125550142", name = "Alice Miller" });
        var caller = page.Locator("li.waits");
        await Expect(caller).ToContainTextAsync("+13125550142", new() { Timeout = Limits.Greeting });
        await page.EvaluateAsync("window.neverLoadedAgain = true");
        await Pictures.KeepAsync(page, "queues-lanes");

        // Who may not decide sees who waits, and no way to give the caller to anybody.
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Give to…" })).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator("li.waits")).ToContainTextAsync("+13125550142");
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Give to…" })).ToHaveCountAsync(0);

        // By drag, while Ana's phone rings: it falls silent, and Bo's rings.
        await box.UntilAsync("phones/101", "ringing");
        await box.DoAsync("agents/bo/ready");
        await caller.Locator(".who").DragToAsync(page.Locator("li[data-agent=bo]"));
        await box.UntilAsync("phones/102", "ringing");
        await box.UntilAsync("phones/101", "idle");
        await box.DoAsync("agents/ana/pause", new { reason = "lunch" });
        await box.TellAsync("phones/102/lift");
        await box.UntilAgentAsync("bo", "talking");

        await HearAsync(page, box);

        // By the button: the next caller is for Ana.
        await box.TellAsync("lines/4/hang-up");
        await box.TellAsync("phones/102/hang-up");
        await box.TellAsync("phones/103/hang-up");
        await box.UntilAsync("lines/4", "idle");
        await box.DoAsync("agents/bo/ready");
        await page.GotoAsync("/queues");
        await box.TellAsync("lines/4/ring", new { number = "+13125550163", name = "Ben Ortiz", sample = "question" });
        await box.UntilAsync("phones/102", "ringing");
        await box.DoAsync("agents/ana/ready");
        await page.GetByRole(AriaRole.Link, new() { Name = "Give to…" }).ClickAsync(new() { Timeout = Limits.Greeting });
        await Pictures.KeepAsync(page, "queues-give");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give to Ana" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Queues" })).ToBeVisibleAsync();
        await box.UntilAsync("phones/101", "ringing");
        await box.UntilAsync("phones/102", "idle");
        Faults.None(visit.Faults.Concat(reader.Faults));
    }

    public void Dispose() => _limit.Dispose();

    // The caller speaks when told to and Bo never does, so that what Bo hears while the caller is silent is the whisper.
    private static async Task HearAsync(IPage page, BoxClient box)
    {
        await JoinAsync(page, box, "Listen");
        await Expect(page.GetByText("Phone 103 rings. Lift it to hear the call.")).ToBeVisibleAsync();
        await LiftAsync(box);
        await box.TellAsync("phones/103/hang-up");
        await box.UntilAsync("phones/103", "idle");

        await JoinAsync(page, box, "Whisper");
        await LiftAsync(box);
        await box.UntilHeardAsync("phones/102", speech: false);
        await box.UntilHeardAsync("lines/4", speech: false);
        var before = (await box.HeardAsync("lines/4")).Length;
        await box.TellAsync("phones/103/speak", new { sample = "answer" });
        await box.UntilHeardAsync("phones/102", speech: true);
        await box.UntilHeardAsync("phones/102", speech: false);
        var heard = (await box.HeardAsync("lines/4")).AsSpan(before);
        Assert.True(heard.Length > BoxClient.Second, $"the caller's line took {heard.Length} samples");
        Assert.True(BoxClient.Level(heard) < BoxClient.LeastOfSpeech / 2, $"the caller heard the whisper: {BoxClient.Level(heard):0}");
    }

    private static async Task JoinAsync(IPage page, BoxClient box, string how)
    {
        await page.GotoAsync("/agents/bo/monitor");
        await page.GetByLabel("Your phone").SelectOptionAsync("103");
        await page.GetByRole(AriaRole.Button, new() { Name = how }).ClickAsync();
        await box.UntilAsync("phones/103", "ringing");
    }

    // Lifted, it hears what the caller says.
    private static async Task LiftAsync(BoxClient box)
    {
        await box.TellAsync("phones/103/lift");
        await box.UntilAsync("phones/103", "inCall");
        await box.TellAsync("lines/4/speak", new { sample = "question" });
        await box.UntilHeardAsync("phones/103", speech: true);
    }
}
