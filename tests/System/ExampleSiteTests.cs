using System.Net;
using System.Text.Json;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests;

/// <summary>
/// The sites that installers begin with, on the daemon as a process, and its first start, at which it has not spoken a sentence yet.
/// </summary>
public sealed class ExampleSiteTests : IDisposable
{
    private const string StillSpeaking = " sentences are still being spoken; until then calls go on without them.";
    private const string Spoken = "All sentences are spoken.";

    // Four languages of a town hall are some hundred sentences.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5), TimeProvider.System);

    private CancellationToken Limit => _limit.Token;

    public void Dispose() => _limit.Dispose();

    [Theory]
    [InlineData("clinic")]
    [InlineData("ticket-office")]
    [InlineData("tele-shop")]
    [InlineData("town-hall")]
    public async Task Takes_calls_and_speaks_all_its_sentences(string name)
    {
        // One of them speaks by itself; the tests' script has had the sentences of the others spoken.
        var settings = new ApplianceSettings
        {
            SiteFile = PathOf("examples", name),
            StartLimit = TimeSpan.FromMinutes(4),
            UseSpoken = name != "clinic",
        };
        await using var appliance = await ApplianceProcess.StartAsync(settings, Limit);
        await RingAsync(appliance);

        Assert.DoesNotContain("without which calls go on", appliance.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("calls go on without it", appliance.Output, StringComparison.Ordinal);
        Assert.Equal(0, await appliance.StopAsync(Limit));
    }

    [Fact]
    public async Task The_first_start_takes_calls_before_its_sentences_are_spoken_and_the_second_has_them_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("switchhook-");
        try
        {
            // A program that speaks when it may, and not before.
            var gate = Path.Combine(folder.FullName, "gate");
            var file = Path.Combine(folder.FullName, "site.yaml");
            var program = $"while [ ! -e {gate} ]; do sleep 0.05; done; espeak-ng -w \\\"$1\\\" -f \\\"$0\\\"";
            await File.WriteAllTextAsync(
                file,
                await File.ReadAllTextAsync(PathOf("demo"), Limit)
                + $"\nspeech: {{command: [sh, -c, \"{program}\", \"{{text-file}}\", \"{{wav}}\"], timeout: 60s}}\n",
                Limit);
            await using var appliance = await ApplianceProcess.StartAsync(
                new ApplianceSettings { SiteFile = file, WaitForSpeech = false }, Limit);
            Assert.Contains(StillSpeaking, appliance.Output, StringComparison.Ordinal);
            await RingAsync(appliance);
            Assert.DoesNotContain(Spoken, appliance.Output, StringComparison.Ordinal);

            await File.WriteAllTextAsync(gate, "", Limit);
            await UntilAsync(() => Task.FromResult(appliance.Output.Contains(Spoken, StringComparison.Ordinal)));
            Assert.Equal(0, await appliance.StopAsync(Limit));
            await appliance.StartAgainAsync(Limit);
            Assert.Single(appliance.Output.Split('\n'), line => line.EndsWith(StillSpeaking, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string PathOf(params string[] folders) => Path.Combine([AppContext.BaseDirectory, "sites", .. folders, "site.yaml"]);

    // A call is there as soon as somebody rings.
    private async Task RingAsync(ApplianceProcess appliance)
    {
        var token = await appliance.RunCommandAsync(["token", "create", "test"], Limit);
        appliance.Http.DefaultRequestHeaders.Authorization = new("Bearer", token.Output.Trim());
        using var ring = await appliance.Http.PostAsync(new Uri("api/v1/simulator/lines/1/ring", UriKind.Relative), null, Limit);
        Assert.Equal(HttpStatusCode.NoContent, ring.StatusCode);
        await UntilAsync(async () => await CallsAsync(appliance) == 1);
    }

    private async Task<int> CallsAsync(ApplianceProcess appliance)
    {
        var text = await appliance.Http.GetStringAsync(new Uri("api/v1/live", UriKind.Relative), Limit);
        return JsonDocument.Parse(text).RootElement.GetProperty("calls").GetArrayLength();
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }
}
