using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>Callers who change a call that is up, keep it alive, or break the rules; an analog phone has answered.</summary>
public sealed class SessionTests(TrunkBox site) : IClassFixture<TrunkBox>
{
    private SipBox Box => site.Box;

    [Theory]
    [InlineData("Session/change-codec", SippTransport.Udp)]
    [InlineData("Session/refresh-by-reinvite", SippTransport.Udp)]
    [InlineData("Session/refresh-by-update", SippTransport.Udp)]
    [InlineData("Session/refresh-by-update", SippTransport.Tcp)]
    [InlineData("Faults/late-ack", SippTransport.Udp)]
    public async Task A_call_goes_on(string scenario, SippTransport transport)
    {
        var options = site.Caller with { Transport = transport, TalkTime = TimeSpan.FromMilliseconds(200) };
        var result = await AnsweredAsync(scenario, options);

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
    }

    [Theory]
    [InlineData("Session/hold", SippTransport.Udp)]
    [InlineData("Session/hold", SippTransport.Tcp)]
    [InlineData("Session/hold-by-address", SippTransport.Udp)]
    public async Task A_caller_holds_and_takes_back_and_the_journal_tells_it(string scenario, SippTransport transport)
    {
        var result = await AnsweredAsync(scenario, site.Caller with { Transport = transport });

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
        var story = await Box.StoryAsync();
        Assert.Single(story, "Put on hold by trunk voip.");
        Assert.Single(story, "Taken back by trunk voip.");
    }

    [Fact]
    public async Task An_interval_that_is_too_small_is_refused_with_the_least()
    {
        var result = await SippRun.RunAsync(
            SippScenario.Load("Session/interval-too-small").With("timer", "Supported: timer\nSession-Expires: 20"), site.Caller);

        Assert.True(result.IsClean, result.ToString());
        Assert.Contains("Min-SE: 90", result.Messages, StringComparison.Ordinal);
        await Box.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Both_hang_up_at_the_same_moment()
    {
        await using var caller = await SippRun.StartAsync(SippScenario.Load("Faults/bye-crossing"), site.Caller);
        await Box.PhoneIsAsync("101", "ringing");
        await Box.DoAsync("phones/101", "lift");
        await Box.IsToldAsync("Connected with phone 101.");

        await Box.DoAsync("phones/101", "hang-up");
        var result = await caller.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
    }

    [Fact]
    public async Task A_call_that_is_not_there_cannot_be_hung_up()
    {
        var result = await SippRun.RunAsync(SippScenario.Load("Faults/stray-bye"), site.Caller);

        Assert.True(result.IsClean, result.ToString());
    }

    private async Task<SippResult> AnsweredAsync(string scenario, SippOptions options)
    {
        await using var caller = await SippRun.StartAsync(SippScenario.Load(scenario), options);
        await Box.PhoneIsAsync("101", "ringing");
        await Box.DoAsync("phones/101", "lift");
        var result = await caller.EndAsync();
        await Box.DoAsync("phones/101", "hang-up");
        return result;
    }
}
