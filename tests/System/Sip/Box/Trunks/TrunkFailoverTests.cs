using System.Net;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Trunks;

/// <summary>Two trunks and an analog line in the order of the site: calls pass over what fails, and come back to it.</summary>
public sealed class TrunkFailoverTests : IAsyncLifetime
{
    private readonly int _first = LoopbackPorts.Take();
    private readonly int _second = LoopbackPorts.Take();
    private readonly int _watched = LoopbackPorts.Take();
    private SipBox _box = null!;
    private BaresipPhone _phone = null!;

    public async Task InitializeAsync()
    {
        _box = await SipBox.StartAsync(more:
            $$"""
            trunks:
              first: {server: "127.0.0.1:{{_first}}", transport: udp, route: callers, check: off}
              second: {server: "127.0.0.1:{{_second}}", transport: udp, route: callers, check: off}
              watched: {server: "127.0.0.1:{{_watched}}", transport: udp, route: callers, check: 10 s}
            line-groups:
              outside: {lines: [first, second, 1]}
              observed: {lines: [watched, second, 1]}
            outbound:
              - {prefix: 9, digits: 7-11, over: outside}
              - {prefix: 8, digits: 7-11, over: observed}
            """);
        _phone = await _box.PhoneAsync("105");
    }

    public async Task DisposeAsync()
    {
        await _phone.DisposeAsync();
        await _box.DisposeAsync();
    }

    [Theory]
    [InlineData("Answers/refuse", "code", 503)]
    [InlineData("Answers/silent", "silence", 8000)]
    public async Task The_next_trunk_takes_the_call_that_the_first_does_not_and_the_first_has_calls_again_when_it_is_back(
        string fault, string name, int value)
    {
        await using (await SippRun.StartAsync(SippScenario.Load(fault).With(name, value), new SippOptions { Port = _first }))
        {
            await using var second = await AnswerAsync(_second);
            Assert.Equal("second", await CallAsync(9));
            Assert.True((await second.EndAsync()).IsClean);
        }

        await using var first = await AnswerAsync(_first);
        Assert.Equal("first", await CallAsync(9));
        Assert.True((await first.EndAsync()).IsClean);
    }

    [Fact]
    public async Task The_analog_line_takes_the_call_when_no_trunk_does()
    {
        await using var refusing = await SippRun.StartAsync(
            SippScenario.Load("Answers/refuse").With("code", "503"), new SippOptions { Port = _first });

        Assert.Equal("1", await CallAsync(9));

        var story = await _box.StoryAsync();
        Assert.Contains(story, words => words.StartsWith("Dials 3125550142 on trunk first", StringComparison.Ordinal));
        Assert.Contains(story, words => words.StartsWith("Dials 3125550142 on trunk second", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trunk_that_does_not_answer_when_asked_is_not_even_tried_until_it_answers_again()
    {
        await _box.LineIsAsync("watched", "unreachable", $"127.0.0.1:{_watched}");
        Assert.Contains($"127.0.0.1:{_watched}", await _box.LivePageAsync(), StringComparison.Ordinal);
        await using (var second = await AnswerAsync(_second))
        {
            Assert.Equal("second", await CallAsync(8));
        }

        Assert.DoesNotContain(await _box.StoryAsync(), words => words.Contains("trunk watched", StringComparison.Ordinal));

        await using (await SippRun.StartAsync(SippScenario.Load("Trunk/alive"), new SippOptions { Port = _watched, Calls = null }))
        {
            await _box.LineIsAsync("watched", "idle", "Ready.");
        }

        await using var watched = await AnswerAsync(_watched);
        Assert.Equal("watched", await CallAsync(8));
        Assert.True((await watched.EndAsync()).IsClean);
    }

    [Fact]
    public async Task Who_calls_from_elsewhere_than_the_provider_reaches_nobody()
    {
        var stranger = await SippRun.RunAsync(
            SippScenario.Load("Trunk/unknown-caller").With("code", "401"),
            new SippOptions { Address = IPAddress.Parse("127.0.0.5"), Remote = _box.Sip, Service = "13125550199" });

        Assert.True(stranger.IsClean, stranger.ToString());
        Assert.Empty(await _box.CallsAsync());
    }

    private static Task<SippRun> AnswerAsync(int port) =>
        SippRun.StartAsync(SippScenario.Load("Answers/answer"), new SippOptions { Port = port, EchoRtp = true });

    // Calls out, and tells over what.
    private async Task<string?> CallAsync(int prefix)
    {
        await _phone.DialAsync($"sip:{prefix}3125550142@{_box.Sip}");
        await _phone.NextAsync(BaresipEventKind.CallEstablished);
        await _phone.HangUpAsync();
        await _phone.NextAsync(BaresipEventKind.CallClosed);
        return await _box.AnsweredByAsync();
    }
}
