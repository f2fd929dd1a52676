using System.Net;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary>sipp under control of tests: one calls the other, and the results are what the two did.</summary>
public sealed class SippTests
{
    [Theory]
    [InlineData(SippTransport.Udp)]
    [InlineData(SippTransport.Tcp)]
    public async Task Twenty_calls_succeed_and_are_counted(SippTransport transport)
    {
        await using var phone = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer").With("ring", 20), new SippOptions { Calls = 20, Transport = transport });

        var caller = await SippRun.RunAsync(SippScenario.Load("Calls/call"), new SippOptions
        {
            Remote = phone.Endpoint,
            Transport = transport,
            Calls = 20,
            Rate = 40,
            TraceResponseTimes = true,
        });

        Assert.True(caller.IsClean, caller.ToString());
        Assert.Equal(20, caller.Successful);
        Assert.Equal(20, caller.ResponseTimes.Count);
        Assert.InRange(caller.ResponseTime(0.5).TotalMilliseconds, 20, 200);
        Assert.Equal(20, (await phone.EndAsync()).Successful);
    }

    [Fact]
    public async Task A_refusal_that_the_scenario_does_not_expect_is_told_in_words()
    {
        await using var phone = await SippRun.StartAsync(
            SippScenario.Load("Answers/refuse").With("code", 503).With("reason", "Out Of Lines"), new SippOptions());

        var caller = await SippRun.RunAsync(SippScenario.Load("Calls/call"), new SippOptions { Remote = phone.Endpoint });

        Assert.False(caller.IsClean);
        Assert.Equal((0, 1), (caller.Successful, caller.Failed));
        Assert.Contains("UnexpectedMessage: 1", caller.Failures);
        Assert.Contains(caller.Complaints, what => what.EndsWith("got 'SIP/2.0 503 Out Of Lines'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_peer_that_does_not_answer_is_asked_again_and_the_call_has_failed()
    {
        var nobody = new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Take());

        var caller = await SippRun.RunAsync(SippScenario.Load("Calls/call"), new SippOptions
        {
            Remote = nobody,
            ReceiveLimit = TimeSpan.FromSeconds(2),
        });

        Assert.False(caller.IsClean);
        Assert.Equal(1, caller.Failed);
        Assert.InRange(caller.Retransmissions, 1, 3);
    }

    [Fact]
    public async Task A_phone_registers_with_its_password_and_not_with_another()
    {
        var right = await RegisterAsync("Register/register", "secret");
        var wrong = await RegisterAsync("Register/wrong-password", "guess");

        Assert.True(right.Phone.IsClean, right.Phone.ToString());
        Assert.Contains(right.Registrar.Log, line => line.StartsWith("registered <sip:201@127.0.0.1:", StringComparison.Ordinal));
        Assert.True(wrong.Phone.IsClean, wrong.Phone.ToString());
        Assert.Contains("refused", wrong.Registrar.Log);
    }

    [Fact]
    public async Task Rows_give_each_call_its_own_caller()
    {
        await using var phone = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer").With("ring", 0), new SippOptions { Calls = 2 });

        var caller = await SippRun.RunAsync(SippScenario.Load("Calls/call").With("user", "[field0]"), new SippOptions
        {
            Remote = phone.Endpoint,
            Calls = 2,
            Rows = [["3125550142"], ["3125550143"]],
        });

        Assert.True(caller.IsClean, caller.ToString());
        var heard = (await phone.EndAsync()).Messages;
        Assert.Contains("From: <sip:3125550142@", heard, StringComparison.Ordinal);
        Assert.Contains("From: <sip:3125550143@", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_without_a_number_of_calls_finishes_when_it_is_asked_to()
    {
        await using var phone = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer").With("ring", 0), new SippOptions { Calls = null });

        var caller = await SippRun.RunAsync(SippScenario.Load("Calls/call"), new SippOptions { Remote = phone.Endpoint });

        Assert.True(caller.IsClean, caller.ToString());
        Assert.Equal(1, (await phone.FinishAsync()).Successful);
    }

    private static async Task<(SippResult Phone, SippResult Registrar)> RegisterAsync(string scenario, string password)
    {
        await using var registrar = await SippRun.StartAsync(SippScenario.Load("Trunk/registrar").With("user", "201"), new SippOptions());
        var options = new SippOptions { Remote = registrar.Endpoint, Service = "201", User = "201", Password = password };
        var load = SippScenario.Load(scenario);
        var phone = await SippRun.RunAsync(scenario == "Register/register" ? load : load.With("code", 403), options);
        return (phone, await registrar.EndAsync());
    }
}
