using System.Text.Json;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>Callers who give up, at each moment of a call, and what the phone that rings hears of it.</summary>
public sealed class CancelTests(TrunkBox site) : IClassFixture<TrunkBox>
{
    // 64 times T1, and the answer to the BYE after it (RFC 3261, 13.3.1.4).
    private static readonly TimeSpan AckLimit = TimeSpan.FromSeconds(40);

    private SipBox Box => site.Box;

    [Theory]
    [InlineData(SippTransport.Udp)]
    [InlineData(SippTransport.Tcp)]
    public async Task A_caller_gives_up_while_a_phone_rings(SippTransport transport)
    {
        await using var callee = await SippRun.StartAsync(SippScenario.Load("Answers/no-answer"), await Box.RegisteredAsync("107"));

        var result = await SippRun.RunAsync(
            SippScenario.Load("Cancel/after-180"), site.CallerOfOffice with { Transport = transport });

        Assert.True(result.IsClean, result.ToString());
        var cancelled = await callee.EndAsync();
        Assert.True(cancelled.IsClean, cancelled.ToString());
        await site.EndsAsync("hungUp");
    }

    [Fact]
    public async Task A_caller_gives_up_before_any_answer()
    {
        var result = await AttemptAsync(() => SippRun.RunAsync(SippScenario.Load("Cancel/before-any-answer"), site.Caller));

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
    }

    [Fact]
    public async Task A_caller_gives_up_while_the_provider_is_silent()
    {
        await using var provider = await SippRun.StartAsync(SippScenario.Load("Answers/silent"), site.Provider);
        var phone = await Box.RegisteredAsync("105");

        var result = await SippRun.RunAsync(
            SippScenario.Load("Cancel/after-100").AsPhone("105"), phone with { Remote = Box.Sip, Service = "93125550142" });

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(240)]
    public async Task A_caller_gives_up_in_the_moment_in_which_a_phone_answers(int patience)
    {
        var result = await AttemptAsync(() => RaceAsync(patience));

        Assert.True(result.IsClean, result.ToString());
        await site.EndsAsync("hungUp");
        var isAnswered = (await Box.EndedCallAsync()).GetProperty("answeredAt").ValueKind == JsonValueKind.String;
        Assert.Equal([isAnswered ? "answered" : "cancelled"], result.Log);
    }

    [Theory]
    [InlineData(300, 600)]
    [InlineData(600, 300)]
    public async Task A_caller_gives_up_before_a_phone_of_SIP_answers_or_not(int patience, int ring)
    {
        await using var callee = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer-or-cancelled").With("ring", ring), await Box.RegisteredAsync("107"));

        var result = await SippRun.RunAsync(
            SippScenario.Load("Cancel/racing-the-answer").With("ring", patience), site.CallerOfOffice);

        Assert.True(result.IsClean, result.ToString());
        var called = await callee.EndAsync();
        Assert.True(called.IsClean, called.ToString());
        await site.EndsAsync("hungUp");
    }

    private async Task<SippResult> AttemptAsync(Func<Task<SippResult>> attempt)
    {
        var result = await attempt();
        for (var again = 0; again < 3 && result.Complaints.Any(IsNoAttempt); again++)
        {
            // The box waits for a message that does not come.
            await Box.UntilAsync(
                async () => (await Box.CallsAsync()).All(call => call.GetProperty("endedAt").ValueKind == JsonValueKind.String),
                "the call ends",
                AckLimit);
            result = await attempt();
        }

        return result;
    }

    // Whoever is first: both ways are right, if all agree on one.
    private async Task<SippResult> RaceAsync(int patience)
    {
        await using var caller = await SippRun.StartAsync(
            SippScenario.Load("Cancel/racing-the-answer").With("ring", patience), site.Caller);
        await Box.UntilAsync(
            async () => !caller.IsRunning || await Box.StatusAsync("101") == "ringing", "the phone rings, if the caller waits for it");
        await Box.DoAsync("phones/101", "lift");
        var result = await caller.EndAsync();
        await Box.DoAsync("phones/101", "hang-up");
        return result;
    }

    // sipp itself cannot take what comes between the end of a wait and the message that it sends then, a matter of microseconds.
    private static bool IsNoAttempt(string complaint) => complaint.Contains("while sending", StringComparison.Ordinal);
}
