using Switchhook.Testing.Sip.Baresip;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>baresip as phones of the house, with analog phones and lines beside them.</summary>
public sealed class SoftphoneTests : IAsyncLifetime
{
    private SipBox _box = null!;

    public async Task InitializeAsync() => _box = await SipBox.StartAsync(more:
        """
        line-groups:
          outside: {lines: [2, 1]}
        outbound:
          - {prefix: 9, digits: 7-11, over: outside}
        """);

    public async Task DisposeAsync() => await _box.DisposeAsync();

    [Fact]
    public async Task Two_softphones_talk_and_the_record_tells_how_it_sounded()
    {
        await using var one = await _box.PhoneAsync("105");
        await using var other = await _box.PhoneAsync("106", settings => settings with { Answers = true });

        await one.DialAsync($"sip:106@{_box.Sip}");
        await other.NextAsync(BaresipEventKind.CallEstablished);
        await _box.UntilAsync(async () => (await _box.StoryAsync()).Contains("Connected with phone 106."), "they talk");
        await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System);
        await one.HangUpAsync();

        var call = await _box.EndedCallAsync();
        var quality = call.GetProperty("legs").EnumerateArray().Select(leg => leg.GetProperty("quality")).ToList();
        Assert.All(quality, leg => Assert.InRange(leg.GetProperty("heard").GetProperty("mos").GetDouble(), 3.5, 4.5));
        Assert.All(quality, leg => Assert.Equal("G.711 µ-law", leg.GetProperty("codec").GetString()));
    }

    [Fact]
    public async Task A_softphone_calls_out_over_an_analog_line()
    {
        await using var phone = await _box.PhoneAsync("105");

        await phone.DialAsync($"sip:93125550142@{_box.Sip}");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HangUpAsync();

        var call = await _box.EndedCallAsync();
        Assert.Equal("outbound", call.GetProperty("direction").GetString());
        Assert.Contains("line", call.GetProperty("answeredBy").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_caller_on_an_analog_line_rings_softphones_and_analog_phones_and_the_first_that_answers_has_him()
    {
        await using var phone = await _box.PhoneAsync("105");
        await using var other = await _box.PhoneAsync("106");

        await _box.DoAsync("lines/1", "ring", new { number = "3125550142" });
        await phone.NextAsync(BaresipEventKind.CallIncoming);
        await other.NextAsync(BaresipEventKind.CallIncoming);
        await _box.PhoneIsAsync("101", "ringing");
        await other.AcceptAsync();
        await phone.NextAsync(BaresipEventKind.CallClosed);
        await _box.PhoneIsAsync("101", "idle");
        await _box.DoAsync("lines/1", "hang-up");

        var call = await _box.EndedCallAsync();
        Assert.Equal("106", call.GetProperty("answeredBy").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Hold_and_blind_transfer_are_told_in_the_journal()
    {
        await using var one = await _box.PhoneAsync("105");
        await using var other = await _box.PhoneAsync("106", settings => settings with { Answers = true });
        await one.DialAsync($"sip:101@{_box.Sip}");
        await _box.PhoneIsAsync("101", "ringing");
        await _box.DoAsync("phones/101", "lift");
        await one.NextAsync(BaresipEventKind.CallEstablished);

        await one.HoldAsync();
        await _box.UntilAsync(async () => (await _box.StoryAsync()).Contains("Put on hold by phone 105."), "it is held");
        await one.ResumeAsync();
        await _box.UntilAsync(async () => (await _box.StoryAsync()).Contains("Taken back by phone 105."), "it is taken back");
        await one.TransferAsync($"sip:106@{_box.Sip}");
        await other.NextAsync(BaresipEventKind.CallEstablished);
        await _box.UntilAsync(async () => (await _box.StoryAsync()).Contains("Connected with phone 106."), "it is transferred");
        await _box.DoAsync("phones/101", "hang-up");

        await _box.EndedCallAsync();
        Assert.Contains("Phone 105 left the call: Transferred the call to 106.", await _box.StoryAsync());
    }
}
