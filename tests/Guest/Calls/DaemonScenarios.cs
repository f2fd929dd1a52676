using System.Diagnostics;
using System.Text.Json;
using Switchhook.Guest.Dahdi;
using Switchhook.Guest.Lab;
using Switchhook.Guest.Lines;
using Switchhook.Guest.Running;
using Switchhook.Hardware.Lines;
using Switchhook.Testing.Processes;

namespace Switchhook.Guest.Calls;

/// <summary>The daemon itself, started as an installer starts it, on the board file of a plain PC with a card.</summary>
[Group("daemon")]
public sealed class DaemonScenarios(Measurements measured) : IDisposable
{
    private const string Board = "pc-dahdi";
    private const int Ports = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly SimulatedLines _card = new(0);
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(6), TimeProvider.System);

    private CancellationToken Limit => _limit.Token;

    /// <summary>The look at the hardware finds the card, the watchdog and each port.</summary>
    [Scenario(100)]
    public async Task The_look_at_the_hardware_finds_the_card_and_its_ports()
    {
        Load();
        var answer = await ApplianceProgram.RunAsync(["hardware", "--board", Board, "--seconds", "4", "--data", "none"], Limit);
        measured.Note("report", answer.Output);
        Check.Says(answer.Output, "simline.0");
        Check.Says(answer.Output, "/dev/watchdog");
        Check.Says(answer.Output, "A line is plugged in");
        Check.Says(answer.Output, "Ready for a telephone");
        Check.That(!answer.Output.Contains("FAULT", StringComparison.Ordinal), $"There are faults.\n{answer.Output}");
    }

    /// <summary>A call rings a telephone; the card is pulled out and plugged in; the API tells each, the hotline shows the fault.</summary>
    [Scenario(350)]
    public async Task The_daemon_rings_a_telephone_and_names_a_card_that_is_pulled_out()
    {
        // The board names no device: the daemon comes first, and takes the first card.
        Load();

        await using var box = await ApplianceProcess.StartAsync(
            new ApplianceSettings { SiteFile = await SiteAsync(), WaitForSpeech = false, StartLimit = TimeSpan.FromMinutes(5) }, Limit);
        using var world = new RunningCard(new SimulatedLines(1).Open(Ports));
        try
        {
            await ServeAsync(box, world);
        }
        catch (ScenarioFailedException failure)
        {
            throw new ScenarioFailedException($"{failure.Message}\n{box.Output}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _card.Restore();
        _limit.Dispose();
    }

    private async Task ServeAsync(ApplianceProcess box, RunningCard world)
    {
        var key = await box.RunCommandAsync(["token", "create", "guest"], Limit);
        box.Http.DefaultRequestHeaders.Authorization = new("Bearer", key.Output.Trim());
        await UntilAsync(box, "all lines work", live => StatusOf(live, "1") == "idle" && StatusOf(live, "4") == "idle");
        await Check.Pause(DahdiStage.RingGuard);

        world.Fxs[0].Fxs.SetFeed(LineFeed.Ringing);
        await Check.Pause(2);
        world.Fxs[0].Fxs.SetFeed(LineFeed.Forward);
        await world.Fxo[0].Expect(LineEventKind.RingBegan, 60);
        await UntilAsync(box, "the hotline rings", live => HotlineOf(live) == "ringing");

        var pulling = _card.PullAsync();
        await UntilAsync(box, "the card is missed", live => StatusOf(live, "1") == "outOfOrder" && HotlineOf(live) == "fault");
        var why = Find(await LiveAsync(box), "lines", "name", "1").GetProperty("why").GetString();
        measured.Note("fault", why!);
        Check.Says(why, "card");
        await pulling;
        _card.Plug();
        await UntilAsync(box, "all lines work again", live => StatusOf(live, "1") == "idle" && HotlineOf(live) == "idle");
        Check.Same(0, await box.StopAsync(Limit), "The daemon's exit code");
    }

    private static void Load()
    {
        SimulatedLines.Load(Ports);
        Kernel.Load("softdog", "soft_noboot=1");
    }

    // A site that says little: to make hundreds of sentences ready takes minutes on an emulated processor, and nobody listens to them here.
    private async Task<string> SiteAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "site.yaml");
        await File.WriteAllTextAsync(
            path,
            $$"""
            site: {name: Guest, country: US, time-zone: America/Chicago}
            board: {{Board}}
            lines:
              1: {port: fxo1, route: day}
              2: {port: fxo2, route: day}
              3: {port: fxo3, route: day}
              4: {port: fxo4, route: day}
            phones:
              101: {port: fxs1, name: Desk, place: Room 1}
              102: {port: fxs2, name: Office, place: Room 2}
            groups: {reception: {phones: [101, 102]} }
            flows: {day: [ring: reception]}
            """,
            Limit);
        return path;
    }

    private async Task UntilAsync(ApplianceProcess box, string what, Func<JsonElement, bool> condition)
    {
        var clock = Stopwatch.StartNew();
        for (var live = await LiveAsync(box); !condition(live); live = await LiveAsync(box))
        {
            Check.That(clock.Elapsed < Patience, $"Not in time: {what}. The box tells {live}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Limit);
        }
    }

    private async Task<JsonElement> LiveAsync(ApplianceProcess box) =>
        JsonDocument.Parse(await box.Http.GetStringAsync(new Uri("api/v1/live", UriKind.Relative), Limit)).RootElement;

    private static string? StatusOf(JsonElement live, string line) => Find(live, "lines", "name", line).GetProperty("status").GetString();

    private static string? HotlineOf(JsonElement live) => Find(live, "hotlines", "group", "reception").GetProperty("state").GetString();

    private static JsonElement Find(JsonElement live, string list, string key, string value) =>
        live.GetProperty(list).EnumerateArray().First(one => one.GetProperty(key).GetString() == value);
}
