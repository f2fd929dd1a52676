using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Testing.Processes;

namespace Switchhook.BrowserTests.Kit.Boxes;

/// <summary>Moves the simulated parties of a box by its API, to bring its pages into a state.</summary>
internal sealed class BoxClient
{
    /// <summary>Samples of a second.</summary>
    public const int Second = 8000;

    /// <summary>About -34 dBm0: speech is louder, the noise of a line by far not as loud.</summary>
    public const double LeastOfSpeech = 400;

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

    /// <summary>Invites somebody.</summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="role">Role, as the API writes it.</param>
    /// <param name="agent">The agent of the site whose account it is; null for none.</param>
    /// <returns>The code with which the person chooses a password.</returns>
    public async Task<string> InviteAsync(string name, string role, string? agent = null)
    {
        using var answer = await _http.PostAsJsonAsync("api/v1/people", new { name, role, agent });
        var told = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, told);
        using var json = JsonDocument.Parse(told);
        return json.RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>Gives a command of the API, such as <c>agents/ana/ready</c>.</summary>
    public async Task DoAsync(string command, object? body = null)
    {
        using var answer = await _http.PostAsJsonAsync($"api/v1/{command}", body ?? new object());
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>What a party has heard since its call began, such as <c>phones/101</c>.</summary>
    public async Task<short[]> HeardAsync(string party) =>
        WavSound.Read(await _http.GetByteArrayAsync(new Uri($"api/v1/simulator/{party}/heard", UriKind.Relative)));

    /// <summary>Waits until a party has heard speech in its last second, or silence.</summary>
    /// <param name="party">Such as <c>phones/101</c>.</param>
    /// <param name="speech">True for speech.</param>
    public Task UntilHeardAsync(string party, bool speech) => Until.ThereAsync(
        $"{party} to hear {(speech ? "somebody" : "nothing")}",
        Limits.Greeting,
        async () => await HeardAsync(party) is { Length: >= Second } heard
            && Level(heard.AsSpan(heard.Length - Second)) > LeastOfSpeech == speech
                ? "heard"
                : null);

    /// <summary>How loud a sound is: the root of the mean square of its samples.</summary>
    public static double Level(ReadOnlySpan<short> sound)
    {
        double sum = 0;
        foreach (var sample in sound)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / sound.Length);
    }

    /// <summary>Reads a part of the API.</summary>
    public Task<JsonElement> ReadAsync(string path) => _http.GetFromJsonAsync<JsonElement>($"api/v1/{path}");

    /// <summary>Waits until a line or a phone is in a state, such as <c>phones/101</c> in <c>ringing</c>.</summary>
    public Task UntilAsync(string party, string status) => Until.ThereAsync($"{party} to be {status}", Limits.Greeting, async () =>
        (await ReadAsync(party)).GetProperty("status").GetString() == status ? status : null);

    /// <summary>Waits until an agent is in a state: one whose phone is lifted hears the name of the queue first, then talks.</summary>
    public Task UntilAgentAsync(string agent, string state) => Until.ThereAsync($"{agent} to be {state}", Limits.Greeting, async () =>
        (await ReadAsync($"agents/{agent}")).GetProperty("state").GetString() == state ? state : null);

    /// <summary>Waits until so many calls are over.</summary>
    public Task UntilOverAsync(int count) => Until.ThereAsync($"{count} calls to be over", Limits.Page, async () =>
        (await ReadAsync("calls")).GetProperty("items").EnumerateArray()
            .Count(call => call.GetProperty("endedAt").ValueKind != JsonValueKind.Null) == count ? "over" : null);
}
