using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Switchhook.Bench.Web;

/// <summary>Calls over the simulated lines: all lines talk, and each second a caller hangs up, another rings, a phone is lifted.</summary>
/// <param name="client">A client with a key.</param>
/// <param name="lines">How many lines; at least 20.</param>
internal sealed class Traffic(HttpClient client, int lines)
{
    // Seconds, and so lines, between the end of a call, the ring of the next and its answer: the number of the caller comes after the
    // first ring burst, 2 s long with 4 s after it.
    private const int Rest = 4;
    private const int Ringing = 8;

    private static readonly TimeSpan SetUpLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private int _called;

    /// <summary>Calls that are under way at least while <see cref="ChangeAsync"/> runs.</summary>
    public int LeastTalking => lines - Rest - Ringing - 4;

    /// <summary>Rings all lines, lifts all phones, and waits until all talk.</summary>
    /// <exception cref="TimeoutException">Not all talked in time.</exception>
    public async Task ConnectAllAsync(CancellationToken cancel)
    {
        foreach (var line in Enumerable.Range(1, lines))
        {
            await RingAsync(line, cancel);
        }

        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (await TalkingAsync(cancel) < lines)
        {
            if (time.GetElapsedTime(begun) > SetUpLimit)
            {
                throw new TimeoutException($"Only {await TalkingAsync(cancel)} of {lines} calls are connected.");
            }

            await LiftAllAsync(cancel);
            await Task.Delay(Poll, time, cancel);
        }
    }

    /// <summary>How many talk now.</summary>
    public async Task<int> TalkingAsync(CancellationToken cancel)
    {
        var live = await client.GetFromJsonAsync<JsonElement>("api/v1/live", cancel);
        return live.GetProperty("calls").EnumerateArray().Count(call => call.GetProperty("answeredAt").ValueKind == JsonValueKind.String);
    }

    /// <summary>Lets the calls of one line after the other end and begin anew, one a second.</summary>
    public async Task ChangeAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        for (var second = 0; await timer.WaitForNextTickAsync(cancel); second++)
        {
            await PostAsync($"lines/{Line(second)}/hang-up", null, cancel);
            await PostAsync($"phones/{WebSite.PhoneOf(Line(second))}/hang-up", null, cancel);
            if (second >= Rest)
            {
                await RingAsync(Line(second - Rest), cancel);
            }

            if (second >= Rest + Ringing)
            {
                await LiftAsync(WebSite.PhoneOf(Line(second - Rest - Ringing)), cancel);
            }
        }
    }

    private int Line(int second) => (second % lines) + 1;

    private Task RingAsync(int line, CancellationToken cancel)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"312555{++_called % 10_000:0000}");
        return PostAsync($"lines/{line}/ring", new { number, sample = "appointment" }, cancel);
    }

    private async Task LiftAllAsync(CancellationToken cancel)
    {
        var parties = await client.GetFromJsonAsync<JsonElement>("api/v1/simulator", cancel);
        foreach (var phone in parties.GetProperty("phones").EnumerateArray())
        {
            if (phone.GetProperty("ringBurst").GetBoolean() && !phone.GetProperty("lifted").GetBoolean())
            {
                await LiftAsync(phone.GetProperty("number").GetString()!, cancel);
            }
        }
    }

    private async Task LiftAsync(string phone, CancellationToken cancel)
    {
        await PostAsync($"phones/{phone}/lift", null, cancel);
        await PostAsync($"phones/{phone}/speak", new { sample = "answer" }, cancel);
    }

    private async Task PostAsync(string place, object? body, CancellationToken cancel)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var answer = await client.PostAsync(new Uri($"api/v1/simulator/{place}", UriKind.Relative), content, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{place}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancel)}");
        }
    }
}
