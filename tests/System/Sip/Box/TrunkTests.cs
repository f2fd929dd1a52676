using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>SIPp as a provider that knows the box by its address: callers come in, and calls go out over it, or past it.</summary>
public sealed class TrunkTests : IAsyncLifetime
{
    private readonly int _provider = LoopbackPorts.Take();
    private SipBox _box = null!;

    public async Task InitializeAsync() => _box = await SipBox.StartAsync(more:
        $$"""
        trunks:
          voip: {server: "127.0.0.1:{{_provider}}", transport: udp, number: "+1 312 555 0199", route: callers, check: off}
        line-groups:
          outside: {lines: [voip, 1]}
        outbound:
          - {prefix: 9, digits: 7-11, over: outside}
        """);

    public async Task DisposeAsync() => await _box.DisposeAsync();

    [Theory]
    [InlineData("Trunk/incoming")]
    [InlineData("Calls/late-offer")]
    [InlineData("Calls/reliable?provisional=180")]
    public async Task A_caller_reaches_the_hunt_group_and_an_analog_phone_answers(string scenario)
    {
        await using var caller = await SippRun.StartAsync(
            Load(scenario), FromProvider with { TalkTime = TimeSpan.FromMilliseconds(300) });
        await _box.PhoneIsAsync("101", "ringing");

        await _box.DoAsync("phones/101", "lift");
        var result = await caller.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        var call = await _box.EndedCallAsync();
        Assert.Equal("trunk", call.GetProperty("from").GetProperty("kind").GetString());
        await _box.DoAsync("phones/101", "hang-up");
    }

    [Fact]
    public async Task A_caller_reaches_a_softphone_of_the_hunt_group()
    {
        await using var phone = await _box.PhoneAsync("106");
        await using var caller = await SippRun.StartAsync(
            SippScenario.Load("Calls/call"), FromProvider with { TalkTime = TimeSpan.FromSeconds(1) });

        await phone.NextAsync(BaresipEventKind.CallIncoming);
        await phone.AcceptAsync();
        var result = await caller.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        Assert.Equal("106", (await _box.EndedCallAsync()).GetProperty("answeredBy").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_no_phone_ringing()
    {
        var result = await SippRun.RunAsync(SippScenario.Load("Cancel/after-180"), FromProvider);

        Assert.True(result.IsClean, result.ToString());
        await _box.EndedCallAsync();
        await _box.PhoneIsAsync("101", "idle");
    }

    [Fact]
    public async Task A_call_out_goes_over_the_provider()
    {
        await using var provider = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer"), new SippOptions { Port = _provider, EchoRtp = true });
        await using var phone = await _box.PhoneAsync("105");

        await phone.DialAsync($"sip:93125550142@{_box.Sip}");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HangUpAsync();

        Assert.True((await provider.EndAsync()).IsClean);
        Assert.Contains(await _box.StoryAsync(), words => words.StartsWith("Dials 3125550142 on trunk voip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_is_busy_is_believed_and_no_other_line_is_tried()
    {
        await using var provider = await SippRun.StartAsync(
            SippScenario.Load("Answers/refuse").With("code", "486"), new SippOptions { Port = _provider });
        await using var phone = await _box.PhoneAsync("105");

        await phone.DialAsync($"sip:93125550142@{_box.Sip}");
        await phone.NextAsync(BaresipEventKind.CallClosed);

        Assert.True((await provider.EndAsync()).IsClean);
        Assert.Equal("busy", (await _box.EndedCallAsync()).GetProperty("cause").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("503")]
    [InlineData(null)]
    public async Task A_provider_that_fails_or_is_silent_is_passed_over_for_the_analog_line(string? code)
    {
        await using var provider = code is null
            ? null
            : await SippRun.StartAsync(SippScenario.Load("Answers/refuse").With("code", code), new SippOptions { Port = _provider });
        await using var phone = await _box.PhoneAsync("105");

        await phone.DialAsync($"sip:93125550142@{_box.Sip}");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HangUpAsync();

        var call = await _box.EndedCallAsync();
        Assert.Equal("line", call.GetProperty("answeredBy").GetProperty("kind").GetString());
    }

    // A name, and what fills it: Folder/name?key=value.
    private static SippScenario Load(string text)
    {
        var parts = text.Split('?', '=');
        var scenario = SippScenario.Load(parts[0]);
        return parts.Length == 1 ? scenario : scenario.With(parts[1], parts[2]);
    }

    private SippOptions FromProvider => new() { Remote = _box.Sip, Service = "13125550199" };
}
