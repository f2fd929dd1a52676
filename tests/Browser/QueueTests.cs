using Microsoft.Playwright;
using Switchhook.BrowserTests.Kit;
using Switchhook.BrowserTests.Kit.Boxes;
using static Microsoft.Playwright.Assertions;

namespace Switchhook.BrowserTests;

/// <summary>An agent who works with the pages, and what the queue's page tells meanwhile.</summary>
[Collection(Suite.Name)]
public sealed class QueueTests(House house) : IDisposable
{
    private readonly CancellationTokenSource _limit = new(Limits.Test, TimeProvider.System);

    [Fact]
    public async Task An_agent_logs_in_pauses_gets_ready_and_takes_a_call_and_its_figures_open_it()
    {
        await using var fresh = await FreshBox.StartAsync(_limit.Token);
        var box = await BoxClient.OfAsync(fresh.Process, _limit.Token);
        await using var visit = await house.VisitAsync(fresh.Process.Address, Screen.Desk);
        var agent = visit.Page;
        await Newcomer.ClaimAsync(agent, fresh.ClaimCode);
        var board = await visit.OpenAnotherAsync();
        await board.GotoAsync("/queues");
        await Expect(board.GetByText("No agent there")).ToBeVisibleAsync();
        await board.EvaluateAsync("window.neverLoadedAgain = true");

        await agent.GotoAsync("/agents/ana");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Log in there" }).ClickAsync();
        await Expect(agent.GetByText("At phone 101.")).ToBeVisibleAsync();
        await agent.GetByRole(AriaRole.Combobox, new() { Name = "Pause for" }).SelectOptionAsync("lunch");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(agent.GetByText("Paused", new() { Exact = true })).ToBeVisibleAsync();

        await box.TellAsync("lines/4/ring", new { number = "+13125550142", name = "Alice Miller", sample = "question" });
        await Expect(board.GetByRole(AriaRole.Link, new() { Name = "+13125550142", Exact = true }))
            .ToBeVisibleAsync(new() { Timeout = Limits.Greeting });
        await Expect(board.GetByText("Agents: 1 paused, 1 not there")).ToBeVisibleAsync();
        await Pictures.KeepAsync(board, "queue-waiting");
        await board.SetViewportSizeAsync(Screen.Pocket.Width, Screen.Pocket.Height);
        await Pictures.KeepAsync(board, "queue-waiting-pocket");

        await agent.GetByRole(AriaRole.Button, new() { Name = "Ready" }).ClickAsync();
        await box.UntilAsync("phones/101", "ringing");
        await Expect(board.GetByText("Ringing", new() { Exact = true })).ToBeVisibleAsync();
        await box.TellAsync("phones/101/lift");
        await Expect(board.GetByText("On a call", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(board.GetByText("Nobody waits.")).ToBeVisibleAsync();
        await box.TellAsync("lines/4/hang-up");
        await box.TellAsync("phones/101/hang-up");
        await Expect(board.GetByText("Finishing", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(agent.GetByText("Finishing", new() { Exact = true })).ToBeVisibleAsync();
        await Pictures.KeepAsync(agent, "agent-finishing");

        Assert.True(await board.EvaluateAsync<bool>("window.neverLoadedAgain === true"), "the page of the queues was loaded again");
        await board.GotoAsync("/queues/appointments");
        await board.Locator(".formulas > div").Filter(new() { HasText = "offered visits that were connected" })
            .GetByRole(AriaRole.Link).ClickAsync();
        await Expect(board.GetByRole(AriaRole.Link, new() { Name = "+13125550142", Exact = true })).ToBeVisibleAsync();
        Faults.None(visit.Faults);
    }

    public void Dispose() => _limit.Dispose();
}
