using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Testing.Processes;

namespace Switchhook.BrowserTests.Kit.Boxes;

/// <summary>Moves the simulated parties of a box by its API, to bring its pages into a state.</summary>
internal sealed class BoxClient
{
    private readonly HttpClient _http;

    private BoxClient(HttpClient http) => _http = http;

    /// <summary>Makes a key at the box and uses it from now on.</summary>
    public static async Task<BoxClient> OfAsync(ApplianceProcess process, CancellationToken ct)
    {
        var made = await process.RunCommandAsync(["token", "create", "tests"], ct);
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        process.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Output.Trim());
        return new BoxClient(process.Http);
    }

    /// <summary>Gives a command of the simulator, such as <c>phones/101/lift</c>.</summary>
    public async Task TellAsync(string command, object? body = null)
    {
        using var answer = await _http.PostAsJsonAsync($"api/v1/simulator/{command}", body ?? new object());
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Reads a part of the API.</summary>
    public Task<JsonElement> ReadAsync(string path) => _http.GetFromJsonAsync<JsonElement>($"api/v1/{path}");

    /// <summary>Waits until a line or a phone is in a state, such as <c>phones/101</c> in <c>ringing</c>.</summary>
    public Task UntilAsync(string party, string status) => Until.ThereAsync($"{party} to be {status}", Limits.Greeting, async () =>
        (await ReadAsync(party)).GetProperty("status").GetString() == status ? status : null);

    /// <summary>Waits until so many calls are over.</summary>
    public Task UntilOverAsync(int count) => Until.ThereAsync($"{count} calls to be over", Limits.Page, async () =>
        (await ReadAsync("calls")).GetProperty("items").EnumerateArray()
            .Count(call => call.GetProperty("endedAt").ValueKind != JsonValueKind.Null) == count ? "over" : null);
}
