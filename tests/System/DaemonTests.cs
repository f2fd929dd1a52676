using System.Globalization;
using System.Net;
using System.Text.Json;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests;

/// <summary>The daemon as a process: it starts, answers, says what is wrong, stops, and comes back after a kill.</summary>
public sealed class DaemonTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5), TimeProvider.System);

    private CancellationToken Limit => _limit.Token;

    [Fact]
    public async Task Answers_health_and_stops_when_it_is_asked_to()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);

        using var health = await appliance.Http.GetAsync(new Uri("health", UriKind.Relative), Limit);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(0, await appliance.StopAsync(Limit));
    }

    [Fact]
    public async Task A_first_start_speaks_its_sentences_unless_they_were_spoken_before()
    {
        var folder = Directory.CreateTempSubdirectory("switchhook-");
        try
        {
            var site = Path.Combine(folder.FullName, "site.yaml");
            await File.WriteAllTextAsync(
                site,
                """
                site: {name: Office, country: US, time-zone: America/Chicago}
                lines: {1: {port: fxo1, route: day}}
                phones: {101: {port: fxs1, name: Desk, place: Room 1}}
                groups: {office: {phones: [101]}}
                flows: {day: [ring: office]}
                prompts: {welcome: {say: Good morning.}}
                """,
                Limit);
            var spoken = Path.Combine(folder.FullName, "spoken");
            var answer = await ApplianceProgram.RunAsync(["speak", site, "--to", spoken], Limit);
            Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
            var sentences = Directory.GetFiles(spoken).Length;
            Assert.True(sentences > 1, $"{sentences} sentences are in {spoken}");

            Assert.Equal(sentences, await SpokenAtStartAsync(site));
            Assert.Equal(0, await SpokenAtStartAsync(site, "--spoken", spoken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Starts_again_on_its_data_after_a_kill()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);
        var first = appliance.Id;

        await appliance.KillAsync(Limit);
        await appliance.StartAgainAsync(Limit);

        Assert.NotEqual(first, appliance.Id);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(appliance.DataFolder));
    }

    [Fact]
    public async Task Says_so_when_another_has_its_port()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);
        var data = Directory.CreateTempSubdirectory("switchhook-");
        try
        {
            var second = await ApplianceProgram.RunAsync(
                ["run", "--data", data.FullName, "--http", appliance.Address.Authority, "--sip", "127.0.0.1:0"], Limit);

            Assert.NotEqual(0, second.ExitCode);
            var port = appliance.Address.Port.ToString(CultureInfo.InvariantCulture);
            Assert.Contains(port, second.Output + second.Error, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Buttons_switch_to_night_and_start_the_box_anew_and_night_lasts()
    {
        await using var appliance = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);
        await SignInAsync(appliance);

        await PressAsync(appliance, "night/press");
        await UntilAsync(async () => (await LiveAsync(appliance)).GetProperty("night").ValueKind == JsonValueKind.Object);

        await PressAsync(appliance, "reset/hold");
        await Task.Delay(TimeSpan.FromSeconds(3.5), TimeProvider.System, Limit);
        await PressAsync(appliance, "reset/let-go");
        await UntilAsync(() => Task.FromResult(appliance.Output.Contains("Starting again.", StringComparison.Ordinal)));
        await UntilAsync(async () => await IsUpAsync(appliance));

        Assert.True(appliance.IsRunning);
        Assert.Equal("the button night", (await LiveAsync(appliance)).GetProperty("night").GetProperty("by").GetString());
        Assert.Equal(0, await appliance.StopAsync(Limit));
    }

    [Fact]
    public async Task Tells_what_hardware_is_there_and_whether_it_works()
    {
        var data = Directory.CreateTempSubdirectory("switchhook-");
        try
        {
            var answer = await ApplianceProgram.RunAsync(
                ["hardware", "--board", "simulated", "--seconds", "1", "--json", "--data", data.FullName], Limit);

            var findings = JsonDocument.Parse(answer.Output).RootElement.GetProperty("sections").EnumerateArray()
                .SelectMany(section => section.GetProperty("findings").EnumerateArray())
                .ToLookup(finding => finding.GetProperty("part").GetString()!, finding => finding.GetProperty("verdict").GetString());
            Assert.Equal(["ok"], findings["fxo1"]);
            Assert.Equal(["ok"], findings["fxs4"]);
            Assert.Equal(["ok"], findings["lamp desk-lamp"]);
            Assert.Equal(0, answer.ExitCode);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Hardware_that_is_missing_is_told_in_words()
    {
        var answer = await ApplianceProgram.RunAsync(["hardware", "--board", "pc-dahdi", "--seconds", "1", "--data", "nowhere"], Limit);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("FAULT", answer.Output, StringComparison.Ordinal);
        Assert.Contains("DAHDI", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_option_that_it_does_not_know()
    {
        var answer = await ApplianceProgram.RunAsync(["run", "--nonsense"], Limit);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("--nonsense", answer.Output + answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_tells_what_the_daemon_wrote()
    {
        var settings = new ApplianceSettings { MoreArguments = ["--nonsense"] };

        var failure = await Assert.ThrowsAsync<ApplianceFailedException>(() => ApplianceProcess.StartAsync(settings, Limit));

        Assert.Contains("--nonsense", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _limit.Dispose();

    private async Task<int> SpokenAtStartAsync(string site, params string[] more)
    {
        var settings = new ApplianceSettings { SiteFile = site, UseSpoken = false, MoreArguments = more };
        await using var appliance = await ApplianceProcess.StartAsync(settings, Limit);
        return Directory.Exists(Path.Combine(appliance.DataFolder, "speech"))
            ? Directory.GetFiles(Path.Combine(appliance.DataFolder, "speech"), "*.wav").Length
            : 0;
    }

    private async Task SignInAsync(ApplianceProcess appliance)
    {
        var token = await appliance.RunCommandAsync(["token", "create", "test"], Limit);
        appliance.Http.DefaultRequestHeaders.Authorization = new("Bearer", token.Output.Trim());
    }

    private async Task PressAsync(ApplianceProcess appliance, string what)
    {
        using var answer = await appliance.Http.PostAsync(new Uri($"api/v1/simulator/buttons/{what}", UriKind.Relative), null, Limit);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<JsonElement> LiveAsync(ApplianceProcess appliance)
    {
        var text = await appliance.Http.GetStringAsync(new Uri("api/v1/live", UriKind.Relative), Limit);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<bool> IsUpAsync(ApplianceProcess appliance)
    {
        try
        {
            using var health = await appliance.Http.GetAsync(new Uri("health", UriKind.Relative), Limit);
            return health.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }
}
