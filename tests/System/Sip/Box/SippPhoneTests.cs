using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>SIPp as a phone of the house: registration, and calls in every way that they can go.</summary>
public sealed class SippPhoneTests : IAsyncLifetime
{
    private SipBox _box = null!;

    public async Task InitializeAsync() => _box = await SipBox.StartAsync();

    public async Task DisposeAsync() => await _box.DisposeAsync();

    [Theory]
    [InlineData("Register/register", SippTransport.Udp)]
    [InlineData("Register/register", SippTransport.Tcp)]
    [InlineData("Register/contacts", SippTransport.Udp)]
    [InlineData("Register/unregister", SippTransport.Udp)]
    [InlineData("Register/too-brief", SippTransport.Udp)]
    public async Task Registration(string scenario, SippTransport transport)
    {
        var options = await _box.AsPhoneAsync("105", "105");

        var result = await SippRun.RunAsync(SippScenario.Load(scenario), options with { Transport = transport });

        Assert.True(result.IsClean, result.ToString());
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var options = await _box.AsPhoneAsync("105", "105");

        var result = await SippRun.RunAsync(
            SippScenario.Load("Register/wrong-password").With("code", 403), options with { Password = "wrong" });

        Assert.True(result.IsClean, result.ToString());
    }

    [Theory]
    [InlineData(SippTransport.Udp)]
    [InlineData(SippTransport.Tcp)]
    public async Task A_call_to_an_analog_phone_that_answers(SippTransport transport)
    {
        var options = await _box.AsPhoneAsync("105", "101");
        await using var call = await SippRun.StartAsync(
            SippScenario.Load("Calls/call-with-password").With("user", "105"),
            options with { Transport = transport, TalkTime = TimeSpan.FromMilliseconds(300) });
        await _box.PhoneIsAsync("101", "ringing");

        await _box.DoAsync("phones/101", "lift");
        var result = await call.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        Assert.Contains("Phone 105 hung up.", (await _box.EndedCallAsync()).GetProperty("cause").GetProperty("words").GetString());
    }

    [Fact]
    public async Task A_stranger_reaches_nobody()
    {
        var result = await SippRun.RunAsync(
            SippScenario.Load("Trunk/unknown-caller").With("code", "401"), new SippOptions { Remote = _box.Sip, Service = "101" });

        Assert.True(result.IsClean, result.ToString());
        Assert.Empty(await _box.CallsAsync());
    }

    [Fact]
    public async Task Who_asks_is_told_that_the_box_is_there()
    {
        var result = await SippRun.RunAsync(SippScenario.Load("Calls/options"), new SippOptions { Remote = _box.Sip });

        Assert.True(result.IsClean, result.ToString());
    }
}
