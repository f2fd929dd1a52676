using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip;
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
    private readonly ConcurrentDictionary<string, string> _secrets = [];
    private readonly ConcurrentDictionary<string, int> _places = [];

    private SipBox(TempFolder folder, ApplianceProcess box) => (_folder, _box) = (folder, box);

    /// <summary>Where it takes SIP.</summary>
    public IPEndPoint Sip => _box.Sip;

    /// <summary>Its process.</summary>
    public ApplianceProcess Process => _box;

    /// <summary>Starts a box that serves a site.</summary>
    /// <param name="more">Sections of the site besides lines, phones, flows and prompts.</param>
    /// <param name="flow">Steps of the flow of callers.</param>
    /// <param name="phones">Phones besides the usual ones.</param>
    /// <param name="data">Where the box keeps its data; a folder of its own unless given.</param>
    /// <param name="change">Changes how it is started.</param>
    public static async Task<SipBox> StartAsync(
        string more = "",
        string flow = "- ring: all",
        string phones = "",
        string? data = null,
        Func<ApplianceSettings, ApplianceSettings>? change = null)
    {
        var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "site.yaml");
        await File.WriteAllTextAsync(file, Site(more, flow, phones));
        try
        {
            var settings = new ApplianceSettings { SiteFile = file, DataFolder = data };
            var box = await ApplianceProcess.StartAsync(change?.Invoke(settings) ?? settings, CancellationToken.None);
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
        if (!_secrets.TryGetValue(number, out var secret))
        {
            var shown = await _box.RunCommandAsync(["secret", "show", $"phone/{number}"], CancellationToken.None);
            secret = shown.ExitCode == 0 ? shown.Output.Trim() : throw new InvalidOperationException(shown.Output + shown.Error);
            _secrets[number] = secret;
        }

        return secret;
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

    /// <summary>
    /// sipp as a registered phone of the site: what it needs to take calls at the place that it has registered, or to call from there.
    /// </summary>
    public async Task<SippOptions> RegisteredAsync(string number)
    {
        // Always the same for a phone: a place that is given up would be rung too.
        var port = _places.GetOrAdd(number, _ => LoopbackPorts.Take());
        var options = await AsPhoneAsync(number, number) with { Port = port };
        var result = await SippRun.RunAsync(SippScenario.Load("Register/register"), options);
        return result.IsClean ? options with { Remote = null } : throw new InvalidOperationException(result.ToString());
    }

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

    /// <summary>A simulated phone is lifted, and dials.</summary>
    public async Task DialAsync(string phone, string digits)
    {
        await DoAsync($"phones/{phone}", "lift");
        await PhoneIsAsync(phone, "offHook");
        await DoAsync($"phones/{phone}", "dial", new { digits });
    }

    /// <summary>What the box is doing.</summary>
    public Task<JsonElement> LiveAsync() => GetAsync("api/v1/live");

    /// <summary>The calls so far, the last first.</summary>
    public async Task<List<JsonElement>> CallsAsync() => [.. (await GetAsync("api/v1/calls")).GetProperty("items").EnumerateArray()];

    /// <summary>What the journal says of the last call, or of one before it.</summary>
    public async Task<List<string>> StoryAsync(int before = 0)
    {
        var id = (await CallsAsync())[before].GetProperty("id").GetString();
        return [.. (await GetAsync($"api/v1/calls/{id}/journal")).GetProperty("items").EnumerateArray()
            .Select(one => one.GetProperty("words").GetString()!)];
    }

    /// <summary>Waits until the journal says something of the last call, or of one before it.</summary>
    public Task IsToldAsync(string words, int before = 0) => UntilAsync(
        async () => (await CallsAsync()).Count > before && (await StoryAsync(before)).Contains(words), $"the journal says: {words}");

    /// <summary>What a simulated party has heard in its call so far, at 8 kHz.</summary>
    public async Task<short[]> HeardAsync(string party) => await Sox.ReadWavAsync(
        await _box.Http.GetByteArrayAsync(new Uri($"api/v1/simulator/{party}/heard", UriKind.Relative)));

    /// <summary>Waits until no call is left, and no line and no phone has anything to do with one.</summary>
    public Task NothingIsLeftAsync() => UntilAsync(
        async () =>
        {
            var live = await LiveAsync();
            return live.GetProperty("calls").GetArrayLength() == 0
                && live.GetProperty("phones").EnumerateArray().Concat(live.GetProperty("lines").EnumerateArray())
                    .All(one => one.GetProperty("status").GetString() is "idle" or "notRegistered");
        },
        "nothing is left of the calls");

    /// <summary>Waits until a phone of the site is in a state, as the API names it.</summary>
    public Task PhoneIsAsync(string number, string status) => UntilAsync(
        async () => await StatusAsync(number) == status, $"phone {number} is {status}");

    /// <summary>The state of a phone of the site, as the API names it.</summary>
    public async Task<string?> StatusAsync(string number) =>
        (await GetAsync($"api/v1/phones/{number}")).GetProperty("status").GetString();

    /// <summary>Waits until the last call, or one before it, has ended; its row.</summary>
    public async Task<JsonElement> EndedCallAsync(int before = 0)
    {
        await UntilAsync(
            async () => (await CallsAsync()).ElementAtOrDefault(before) is { ValueKind: JsonValueKind.Object } call
                && call.GetProperty("endedAt").ValueKind == JsonValueKind.String,
            "the call ends");
        return (await CallsAsync())[before];
    }

    /// <summary>Waits until something is true.</summary>
    /// <param name="condition">True when it is.</param>
    /// <param name="what">What it is, in words.</param>
    /// <param name="limit">How long; 20 s unless given.</param>
    public async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!await condition())
        {
            if (time.GetElapsedTime(started) > (limit ?? Limit))
            {
                var last = string.Join('\n', await LastWordsAsync());
                var live = await GetAsync("api/v1/live");
                throw new TimeoutException($"Not in time: {what}. The box wrote:\n{_box.Output}\n{last}\nNow: {live}");
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

    /// <summary>What the API answers.</summary>
    public async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await _box.Http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private static string Site(string more, string flow, string phones) =>
        $$"""
        site: {name: Test, country: US, time-zone: America/Chicago, language: en}
        board: simulated
        lines:
          1: {port: fxo1, number: "+1 312 555 0100", route: callers}
          2: {port: fxo2, number: "+1 312 555 0101", route: callers}
        phones:
          101: {port: fxs1, name: Desk, place: Here}
          102: {port: fxs2, name: Nurse, place: Here}
          103: {port: fxs3, name: Kitchen, place: Here}
          105: {sip: yes, name: Laboratory, place: Here}
          106: {sip: yes, name: Doctor, place: Here}
          107: {sip: yes, name: Office, place: Here}
          108: {sip: yes, name: Ward, place: Here, dtmf: info}
          {{phones}}
        groups:
          all: {phones: [101, 105, 106], strategy: ring-all, ring: 20 s}
          office: {phones: [107], strategy: ring-all, ring: 5 s, rounds: 1}
        flows:
          callers:
            {{flow}}
        {{more}}
        record: none
        """;
}
