using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Testing.Processes;

namespace Switchhook.Testing.Crash;

/// <summary>The API of a running box, as far as a load needs it.</summary>
public sealed class BoxClient
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http;

    private BoxClient(HttpClient http)
    {
        _http = http;
    }

    /// <summary>A client with a key of its own.</summary>
    public static async Task<BoxClient> SignInAsync(ApplianceProcess box, CancellationToken cancel)
    {
        var key = await box.RunCommandAsync(["token", "create", "load"], cancel);
        if (key.ExitCode != 0)
        {
            throw new ApplianceFailedException("The box made no key.", key.Output + key.Error);
        }

        box.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Output.Trim());
        return new BoxClient(box.Http);
    }

    /// <summary>What the box is doing.</summary>
    public Task<LiveView> LiveAsync(CancellationToken cancel) => GetAsync<LiveView>("api/v1/live", cancel);

    /// <summary>One call; null when the box does not know it.</summary>
    public async Task<CallView?> CallAsync(string id, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync(new Uri($"api/v1/calls/{id}", UriKind.Relative), cancel);
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CallView>(Json, cancel);
    }

    /// <summary>The sound of a recording, as a player gets it.</summary>
    public async Task<byte[]> SoundAsync(RecordingView recording, CancellationToken cancel) =>
        await _http.GetByteArrayAsync(new Uri(recording.Audio, UriKind.Relative), cancel);

    /// <summary>Gives a simulated party a command. One that it cannot follow now (its state has just changed) is no fault.</summary>
    public async Task DoAsync(string party, string command, object? body, CancellationToken cancel)
    {
        using var content = body is null ? null : JsonContent.Create(body, options: Json);
        using var answer = await _http.PostAsync(new Uri($"api/v1/simulator/{party}/{command}", UriKind.Relative), content, cancel);
        if (answer.StatusCode != HttpStatusCode.Conflict)
        {
            answer.EnsureSuccessStatusCode();
        }
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancel) =>
        await _http.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), Json, cancel)
            ?? throw new InvalidDataException($"{path} answered with nothing.");
}

/// <summary>State of lines and phones, and the calls in progress.</summary>
public sealed record LiveView(IReadOnlyList<LineView> Lines, IReadOnlyList<PhoneView> Phones, IReadOnlyList<CallView> Calls);

/// <summary>A line.</summary>
public sealed record LineView(string Name, string Status);

/// <summary>A phone.</summary>
public sealed record PhoneView(string Number, string Status);

/// <summary>A call.</summary>
public sealed record CallView(
    string Id, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, CauseView? Cause, RecordingView? Recording);

/// <summary>Why a call ended.</summary>
public sealed record CauseView(string Code);

/// <summary>A recording.</summary>
public sealed record RecordingView(string Id, string Audio);
