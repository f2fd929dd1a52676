using System.Net;
using System.Net.Http.Json;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>Busy lamps and message lamps, as SIPp and baresip see them.</summary>
public sealed class LampTests : IAsyncLifetime
{
    private SipBox _box = null!;

    public async Task InitializeAsync() => _box = await SipBox.StartAsync();

    public async Task DisposeAsync() => await _box.DisposeAsync();

    [Theory]
    [InlineData(SippTransport.Udp)]
    [InlineData(SippTransport.Tcp)]
    public async Task A_device_that_is_not_registered_watches_an_analog_phone_ring_and_talk(SippTransport transport)
    {
        var options = await _box.AsPhoneAsync("105", "101");
        await using var lamp = await SippRun.StartAsync(
            SippScenario.Load("Events/watch").With("user", "105"), options with { Transport = transport });

        await lamp.UntilLoggedAsync(1);
        await _box.DoAsync("lines/1", "ring", new { number = "3125550142" });
        await lamp.UntilLoggedAsync(2);
        await _box.DoAsync("phones/101", "lift");
        var result = await lamp.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        await _box.DoAsync("lines/1", "hang-up");
        await _box.DoAsync("phones/101", "hang-up");
    }

    [Fact]
    public async Task Baresip_is_told_of_messages_that_wait_and_of_none()
    {
        await using var phone = await _box.PhoneAsync("105", settings => settings with { MoreConfiguration = ["module_app mwi.so"] });
        var none = await phone.NextAsync(BaresipEventKind.MwiNotify);

        Assert.Equal(HttpStatusCode.NoContent, await SetMessagesAsync("105", new { @new = 2, old = 1 }));
        var some = await phone.NextAsync(BaresipEventKind.MwiNotify);

        Assert.Contains("Voice-Message: 0/0", none.Detail, StringComparison.Ordinal);
        Assert.Contains("Voice-Message: 2/1", some.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_of_a_phone_that_cannot_show_them_and_numbers_that_are_none_are_refused()
    {
        Assert.Equal(HttpStatusCode.NotFound, await SetMessagesAsync("101", new { @new = 1, old = 0 }));
        Assert.Equal(HttpStatusCode.BadRequest, await SetMessagesAsync("105", new { @new = -1, old = 0 }));
        Assert.Equal(HttpStatusCode.BadRequest, await SetMessagesAsync("105", new { @new = "many" }));
    }

    private async Task<HttpStatusCode> SetMessagesAsync(string number, object messages)
    {
        using var content = JsonContent.Create(messages);
        using var answer = await _box.Process.Http.PutAsync(
            new Uri($"api/v1/phones/{number}/waiting-messages", UriKind.Relative), content);
        return answer.StatusCode;
    }
}
