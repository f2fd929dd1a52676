using System.Text.Json;
using Switchhook.Testing.Crash;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests;

/// <summary>Calls for help of a box that has just started: without a site file that can be used, and after a kill.</summary>
public sealed class EmergencyStartTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2), TimeProvider.System);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("switchhook-");

    private CancellationToken Limit => _limit.Token;

    public void Dispose()
    {
        _limit.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("site: {name: Clinic, country: US\nphones: [[[")]
    public async Task With_an_empty_or_broken_site_file_it_goes_out_and_is_told(string text)
    {
        var site = Path.Combine(_folder.FullName, "site.yaml");
        await File.WriteAllTextAsync(site, text, Limit);
        await using var box = await ApplianceProcess.StartAsync(new ApplianceSettings { SiteFile = site }, Limit);
        var client = await BoxClient.SignInAsync(box, Limit);

        await CallForHelpAsync(client, "102");

        await UntilAsync(async () => (await client.LiveAsync(Limit)).Lines.Any(line => line.Status != "idle"), "a line is dialled on");
        Assert.Equal(("called", "911", "102"), await LastEmergencyAsync(box));
        Assert.Contains("reach", box.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_in_the_middle_of_it_whoever_calls_back_reaches_the_phone_that_called()
    {
        await using var box = await ApplianceProcess.StartAsync(new ApplianceSettings(), Limit);
        var client = await BoxClient.SignInAsync(box, Limit);
        await CallForHelpAsync(client, "104");
        string? used = null;
        await UntilAsync(
            async () => (used = (await client.LiveAsync(Limit)).Lines.FirstOrDefault(line => line.Status == "inUse")?.Name) is not null,
            "a line is dialled on");

        // The journal is on the disk within a moment.
        await UntilAsync(async () => (await LastEmergencyAsync(box)).Phone == "104", "it is told");
        await box.KillAsync(Limit);
        await box.StartAgainAsync(Limit);
        await client.DoAsync($"lines/{used}", "ring", new { number = "3125550911" }, Limit);
        await UntilAsync(
            async () => (await client.LiveAsync(Limit)).Phones.Any(phone => phone is { Number: "104", Status: "ringing" }), "it rings");
    }

    private async Task CallForHelpAsync(BoxClient client, string phone)
    {
        await client.DoAsync($"phones/{phone}", "lift", null, Limit);
        await UntilAsync(
            async () => (await client.LiveAsync(Limit)).Phones.Any(one => one.Number == phone && one.Status == "offHook"), "it is lifted");
        await client.DoAsync($"phones/{phone}", "dial", new { digits = "911" }, Limit);
    }

    private async Task<(string? Event, string? Number, string? Phone)> LastEmergencyAsync(ApplianceProcess box)
    {
        using var told = JsonDocument.Parse(await box.Http.GetStringAsync(new Uri("api/v1/emergency", UriKind.Relative), Limit));
        var called = told.RootElement.GetProperty("log").EnumerateArray()
            .FirstOrDefault(entry => entry.GetProperty("event").GetString() == "called");
        return called.ValueKind == JsonValueKind.Object
            ? ("called", called.GetProperty("number").GetString(), called.GetProperty("phone").GetString())
            : default;
    }

    private async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 200, what);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Limit);
        }
    }
}
