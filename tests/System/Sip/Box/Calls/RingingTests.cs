using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>What callers and phones of SIP are told before anybody answers, and when nobody does.</summary>
public sealed class RingingTests(TrunkBox site) : IClassFixture<TrunkBox>
{
    private SipBox Box => site.Box;

    [Fact]
    public async Task Sound_of_the_provider_before_the_answer_reaches_the_phone_that_called()
    {
        await using var provider = await SippRun.StartAsync(SippScenario.Load("Answers/early-media"), site.Provider);
        var phone = await Box.RegisteredAsync("105");

        var result = await SippRun.RunAsync(
            SippScenario.Load("Calls/early-media").AsPhone("105"), phone with { Remote = Box.Sip, Service = "93125550142" });

        Assert.True(result.IsClean, result.ToString());
        Assert.True((await provider.EndAsync()).IsClean);
        await site.EndsAsync("hungUp");
    }

    [Fact]
    public async Task The_tones_of_an_analog_line_reach_the_phone_that_called_before_the_answer()
    {
        await Box.DoAsync("lines/1", "calls-out", new { farEnd = "answers", rings = 1 });
        var phone = await Box.RegisteredAsync("105");

        var result = await SippRun.RunAsync(
            SippScenario.Load("Calls/early-media").AsPhone("105"), phone with { Remote = Box.Sip, Service = "83125550142" });

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
    }

    [Theory]
    [InlineData(486, "Busy Here", "busy")]
    [InlineData(603, "Decline", "declined")]
    [InlineData(480, "Temporarily Unavailable", "noAnswer")]
    public async Task What_a_phone_says_to_a_call_its_caller_is_told(int code, string reason, string cause)
    {
        await using var callee = await SippRun.StartAsync(
            SippScenario.Load("Answers/refuse").With("code", code).With("reason", reason), await Box.RegisteredAsync("106"));
        var caller = await Box.RegisteredAsync("105");

        var result = await SippRun.RunAsync(
            SippScenario.Load("Calls/refused").With("code", code).AsPhone("105"), caller with { Remote = Box.Sip, Service = "106" });

        Assert.True(result.IsClean, result.ToString());
        Assert.True((await callee.EndAsync()).IsClean);
        await site.EndsAsync(cause);
    }

    [Fact]
    public async Task A_number_that_is_not_there_is_not_found()
    {
        var caller = await Box.RegisteredAsync("105");

        var result = await SippRun.RunAsync(
            SippScenario.Load("Calls/refused").With("code", 404).AsPhone("105"), caller with { Remote = Box.Sip, Service = "199" });

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("refused");
    }

    [Fact]
    public async Task A_phone_that_nobody_answers_rings_as_long_as_its_group_says_and_the_caller_is_told()
    {
        await using var callee = await SippRun.StartAsync(SippScenario.Load("Answers/no-answer"), await Box.RegisteredAsync("107"));

        var result = await SippRun.RunAsync(SippScenario.Load("Calls/refused").With("code", 480), site.CallerOfOffice);

        Assert.True(result.IsClean, result.ToString());
        Assert.True((await callee.EndAsync()).IsClean);
        await Box.IsToldAsync("Nobody of group office answered.");
        await Box.NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_phone_learns_that_another_one_has_answered()
    {
        await using var late = await SippRun.StartAsync(SippScenario.Load("Answers/no-answer"), await Box.RegisteredAsync("105"));
        await using var caller = await SippRun.StartAsync(
            SippScenario.Load("Calls/call"), site.Caller with { TalkTime = TimeSpan.FromMilliseconds(300) });
        await Box.PhoneIsAsync("101", "ringing");
        await Box.PhoneIsAsync("105", "ringing");

        await Box.DoAsync("phones/101", "lift");
        var told = await late.EndAsync();

        Assert.True(told.IsClean, told.ToString());
        Assert.Contains("Reason: SIP;cause=200", told.Messages, StringComparison.Ordinal);
        var result = await caller.EndAsync();
        Assert.True(result.IsClean, result.ToString());
        await Box.DoAsync("phones/101", "hang-up");
        await site.EndsAsync("hungUp");
    }
}
