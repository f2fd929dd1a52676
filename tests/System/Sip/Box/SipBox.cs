using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>The daemon with SIP phones and simulated analog ones, and what tests ask of it.</summary>
internal sealed class SipBox : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder;
    private readonly ApplianceProcess _box;

    private SipBox(TempFolder folder, ApplianceProcess box) => (_folder, _box) = (folder, box);

    /// <summary>Where it takes SIP.</summary>
    public IPEndPoint Sip => _box.Sip;

    /// <summary>Its process.</summary>
    public ApplianceProcess Process => _box;

    /// <summary>Starts a box that serves a site.</summary>
    /// <param name="more">Sections of the site besides lines, phones, flows and prompts.</param>
    /// <param name="flow">Steps of the flow of callers.</param>
    public static async Task<SipBox> StartAsync(string more = "", string flow = "- ring: all")
    {
        var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "site.yaml");
        await File.WriteAllTextAsync(file, Site(more, flow));
        try
        {
            var box = await ApplianceProcess.StartAsync(new ApplianceSettings { SiteFile = file }, CancellationToken.None);
            var token = await box.RunCommandAsync(["token", "create", "test"], CancellationToken.None);
            box.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Output.Trim());
            return new SipBox(folder, box);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The secret of a phone.</summary>
    public async Task<string> SecretAsync(string number)
    {
        var shown = await _box.RunCommandAsync(["secret", "show", $"phone/{number}"], CancellationToken.None);
        return shown.ExitCode == 0 ? shown.Output.Trim() : throw new InvalidOperationException(shown.Output + shown.Error);
    }

    /// <summary>A softphone that is registered as a phone of the site.</summary>
    public async Task<BaresipPhone> PhoneAsync(string number, Func<BaresipSettings, BaresipSettings>? change = null)
    {
        var settings = new BaresipSettings
        {
            User = number,
            Password = await SecretAsync(number),
            Server = _box.Sip,
            Codecs = [BaresipCodec.Pcmu, BaresipCodec.Pcma],
        };
        var phone = await BaresipPhone.StartAsync(change?.Invoke(settings) ?? settings);
        await phone.RegisteredAsync();
        return phone;
    }

    /// <summary>What sipp needs to call as a phone of the site.</summary>
    public async Task<SippOptions> AsPhoneAsync(string number, string dialled) => new()
    {
        Remote = _box.Sip,
        User = number,
        Password = await SecretAsync(number),
        Service = dialled,
    };

    /// <summary>Gives a simulated party a command: <c>phones/101</c>, <c>lift</c>.</summary>
    public async Task DoAsync(string party, string command, object? body = null)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var answer = await _box.Http.PostAsync(new Uri($"api/v1/simulator/{party}/{command}", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{party} {command}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>What the box is doing.</summary>
    public Task<JsonElement> LiveAsync() => GetAsync("api/v1/live");

    /// <summary>The calls so far, the last first.</summary>
    public async Task<List<JsonElement>> CallsAsync() => [.. (await GetAsync("api/v1/calls")).GetProperty("items").EnumerateArray()];

    /// <summary>What the journal says of the last call.</summary>
    public async Task<List<string>> StoryAsync()
    {
        var id = (await CallsAsync())[0].GetProperty("id").GetString();
        return [.. (await GetAsync($"api/v1/calls/{id}/journal")).GetProperty("items").EnumerateArray()
            .Select(one => one.GetProperty("words").GetString()!)];
    }

    /// <summary>Waits until a phone of the site is in a state, as the API names it.</summary>
    public Task PhoneIsAsync(string number, string status) => UntilAsync(
        async () => (await GetAsync($"api/v1/phones/{number}")).GetProperty("status").GetString() == status, $"phone {number} is {status}");

    /// <summary>Waits until the last call has ended; its row.</summary>
    public async Task<JsonElement> EndedCallAsync()
    {
        await UntilAsync(
            async () => await CallsAsync() is [var last, ..] && last.GetProperty("endedAt").ValueKind == JsonValueKind.String,
            "the call ends");
        return (await CallsAsync())[0];
    }

    /// <summary>Waits until something is true.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!await condition())
        {
            if (time.GetElapsedTime(started) > Limit)
            {
                var last = string.Join('\n', await LastWordsAsync());
                throw new TimeoutException($"Not in time: {what}. The box wrote:\n{_box.Output}\n{last}");
            }

            await Task.Delay(Poll, time);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _box.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<List<string>> LastWordsAsync() => (await CallsAsync()).Count == 0 ? ["There was no call."] : await StoryAsync();

    private async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await _box.Http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private static string Site(string more, string flow) =>
        $$"""
        site: {name: Test, country: US, time-zone: America/Chicago, language: en}
        board: simulated
        lines:
          1: {port: fxo1, number: "+1 312 555 0100", route: callers}
          2: {port: fxo2, number: "+1 312 555 0101", route: callers}
        phones:
          101: {port: fxs1, name: Desk, place: Here}
          102: {port: fxs2, name: Nurse, place: Here}
          105: {sip: yes, name: Laboratory, place: Here}
          106: {sip: yes, name: Doctor, place: Here}
          107: {sip: yes, name: Office, place: Here}
        groups:
          all: {phones: [101, 105, 106], strategy: ring-all, ring: 20 s}
        flows:
          callers:
            {{flow}}
        {{more}}
        record: none
        """;
}
