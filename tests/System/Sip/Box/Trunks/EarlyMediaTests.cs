using System.Text.Json;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;
using Switchhook.Testing.Sip.Sound;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box.Trunks;

/// <summary>What a provider says before it answers (183 with sound) is heard by whoever calls.</summary>
public sealed class EarlyMediaTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private readonly int _provider = LoopbackPorts.Take();
    private readonly TempFolder _folder = new();
    private SipBox _box = null!;
    private short[] _said = [];

    public async Task InitializeAsync()
    {
        _said = await Speech.SayAsync("The number that you have dialled has changed. Please hold the line.");
        await File.WriteAllBytesAsync(_folder.File("said.al"), await Sox.EncodeAsync(_said, "a-law"));
        _box = await SipBox.StartAsync(more:
            $$"""
            trunks:
              voip: {server: "127.0.0.1:{{_provider}}", transport: udp, codecs: [pcma], route: callers, check: off}
            line-groups:
              outside: {lines: [voip]}
            outbound:
              - {prefix: 9, digits: 7-11, over: outside}
            """);
    }

    public async Task DisposeAsync() => await _box.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task By_an_analog_phone()
    {
        await using var provider = await StartProviderAsync();
        await _box.DialAsync("101", "93125550142");

        await _box.UntilAsync(async () => await IsAnsweredAsync(), "the provider answers");
        AssertHeard(await _box.HeardAsync("phones/101"));
        await _box.DoAsync("phones/101", "hang-up");

        var answered = await provider.EndAsync();
        Assert.True(answered.IsClean, answered.ToString());
    }

    [Fact]
    public async Task By_a_softphone()
    {
        await using var provider = await StartProviderAsync();
        await using var phone = await _box.PhoneAsync("105");

        await phone.DialAsync($"sip:93125550142@{_box.Sip}");
        await phone.NextAsync(BaresipEventKind.CallProgress);
        Assert.False(await IsAnsweredAsync());
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HangUpAsync();
        await phone.NextAsync(BaresipEventKind.CallClosed);

        Assert.True((await provider.EndAsync()).IsClean);
        AssertHeard(phone.Heard()[0].Samples);
    }

    // It answers when all is said, so what was heard until then was heard before.
    private Task<SippRun> StartProviderAsync() => SippRun.StartAsync(
        SippScenario.Load("Answers/early-sound").With("sound", _folder.File("said.al")).With("length", (_said.Length / 8) + 1000),
        new SippOptions { Port = _provider });

    private async Task<bool> IsAnsweredAsync() =>
        await _box.CallsAsync() is [var call, ..] && call.GetProperty("answeredAt").ValueKind == JsonValueKind.String;

    private void AssertHeard(short[] sound)
    {
        var heard = SpeechComparison.Of(_said, sound);
        output.WriteLine($"{heard}");
        Assert.True(heard.HeardShare > 0.9, $"{heard}");
        Assert.True(heard.MedianSignalToNoiseDb > 25, $"{heard}");
    }
}
