using Switchhook.Testing.Sip.Baresip;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>A softphone over TCP: registered, calling and called.</summary>
public sealed class TcpTests : IAsyncLifetime
{
    private SipBox _box = null!;

    public async Task InitializeAsync() => _box = await SipBox.StartAsync();

    public async Task DisposeAsync() => await _box.DisposeAsync();

    [Fact]
    public async Task It_calls_holds_takes_back_and_is_hung_up_on()
    {
        await using var phone = await PhoneAsync();
        await phone.DialAsync($"sip:101@{_box.Sip}");
        await _box.PhoneIsAsync("101", "ringing");
        await _box.DoAsync("phones/101", "lift");
        await phone.NextAsync(BaresipEventKind.CallEstablished);

        await phone.HoldAsync();
        await _box.IsToldAsync("Put on hold by phone 105.");
        await phone.ResumeAsync();
        await _box.IsToldAsync("Taken back by phone 105.");
        await _box.DoAsync("phones/101", "hang-up");

        await phone.NextAsync(BaresipEventKind.CallClosed);
        await EndsAsync(phone);
    }

    [Fact]
    public async Task It_is_called_and_the_caller_gives_up_and_calls_again()
    {
        await using var phone = await PhoneAsync();
        await _box.DialAsync("101", "105");
        await phone.NextAsync(BaresipEventKind.CallIncoming);
        await _box.DoAsync("phones/101", "hang-up");
        await phone.NextAsync(BaresipEventKind.CallClosed);
        await _box.NothingIsLeftAsync();

        await _box.DialAsync("101", "105");
        await phone.NextAsync(BaresipEventKind.CallIncoming);
        await phone.AcceptAsync();
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await _box.IsToldAsync("Connected with phone 105.");
        await phone.HangUpAsync();
        await _box.EndedCallAsync();
        await _box.DoAsync("phones/101", "hang-up");

        await EndsAsync(phone);
    }

    private Task<BaresipPhone> PhoneAsync() => _box.PhoneAsync("105", settings => settings with { Transport = BaresipTransport.Tcp });

    private async Task EndsAsync(BaresipPhone phone)
    {
        await _box.NothingIsLeftAsync();
        Assert.Equal("hungUp", (await _box.EndedCallAsync()).GetProperty("cause").GetProperty("code").GetString());
        Assert.Contains("Via: SIP/2.0/TCP", phone.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SIP/2.0/UDP", phone.Output, StringComparison.Ordinal);
    }
}
