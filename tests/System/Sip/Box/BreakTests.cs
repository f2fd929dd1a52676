using System.Net;
using System.Text.Json;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Network;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box;

/// <summary>The box is killed, the network is cut, the disk is full: while SIP calls go on.</summary>
public sealed class BreakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task After_a_kill_phones_are_called_without_registering_again_and_the_calls_of_before_are_closed()
    {
        await using var box = await SipBox.StartAsync();
        await using var phone = await box.PhoneAsync("105", settings => settings with { RegisterSeconds = 600 });
        await using var other = await box.PhoneAsync("106", settings => settings with { RegisterSeconds = 600 });
        await TalkAsync(box, phone, "101");
        var id = (await box.CallsAsync())[0].GetProperty("id").GetString();

        await box.Process.KillAsync(CancellationToken.None);
        await box.Process.StartAgainAsync(CancellationToken.None);

        var call = await box.GetAsync($"api/v1/calls/{id}");
        Assert.Equal(JsonValueKind.String, call.GetProperty("endedAt").ValueKind);
        Assert.Equal("boxStopped", call.GetProperty("cause").GetProperty("code").GetString());
        Assert.Equal(0, (await box.LiveAsync()).GetProperty("calls").GetArrayLength());
        await box.DialAsync("102", "106");
        await other.NextAsync(BaresipEventKind.CallIncoming);
        await other.AcceptAsync();
        await other.NextAsync(BaresipEventKind.CallEstablished);
        Assert.DoesNotContain(other.Events, one => one.Kind == BaresipEventKind.RegisterOk);

        // Its call of before is not known any more; then it can call again.
        await phone.HangUpAsync();
        await phone.NextAsync(BaresipEventKind.CallClosed);
        await TalkAsync(box, phone, "101");
    }

    [Fact]
    [Trait("Length", "long")]
    public async Task A_call_is_ended_when_its_phone_is_cut_off_from_the_network()
    {
        await using var box = await SipBox.StartAsync();
        using var link = new LossyLink(box.Sip, seed: 1);
        await using var phone = await box.PhoneAsync(
            "105", settings => settings with { By = link.PeerSide, Limit = TimeSpan.FromMinutes(3) });
        await TalkAsync(box, phone, "101");

        // By then the answer of the box has been acknowledged, which is on its way when the phone tells that it talks.
        await box.UntilAsync(async () => (await box.HeardAsync("phones/101")).Length > 8000, "a second is heard");

        var cut = new LinkFaults { IsCut = true };
        link.SetSip(cut);
        link.SetSound(cut);

        // Half a minute of silence, then half a minute in which nobody answers.
        await box.UntilAsync(
            async () => (await box.CallsAsync())[0].GetProperty("endedAt").ValueKind == JsonValueKind.String,
            "the call ends",
            TimeSpan.FromSeconds(90));
        var words = (await box.CallsAsync())[0].GetProperty("cause").GetProperty("words").GetString();
        output.WriteLine(words);
        Assert.Contains("No sound came from 127.0.0.1:", words, StringComparison.Ordinal);
        Assert.Contains("It does not answer any more", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_full_disk_calls_go_on_and_their_records_are_written_when_there_is_room_again()
    {
        await using var disk = await SmallDisk.TryMountAsync(64);
        if (disk is null)
        {
            output.WriteLine("Not tested: this user may not mount a disk.");
            return;
        }

        await using var box = await SipBox.StartAsync(data: disk.Path);
        await using var phone = await box.PhoneAsync("105");
        await using var other = await box.PhoneAsync("106");
        await TalkAsync(box, phone, "101");

        // Each key is an event; what the store has in reserve is filled too.
        await box.UntilAsync(
            async () =>
            {
                disk.Fill();
                await phone.HoldAsync();
                await phone.ResumeAsync();
                return await IsStoreOkAsync(box) is false;
            },
            "the disk is full");
        await TalkAsync(box, other, "102");
        await other.HangUpAsync();
        await box.DoAsync("phones/102", "hang-up");
        Assert.DoesNotContain(phone.Events, one => one.Kind == BaresipEventKind.CallClosed);
        Assert.False(await IsStoreOkAsync(box));

        disk.Free();
        await box.UntilAsync(() => IsStoreOkAsync(box), "events are written again");
        await phone.HangUpAsync();
        await box.DoAsync("phones/101", "hang-up");
        await box.UntilAsync(
            async () => await box.CallsAsync() is { Count: 2 } calls
                && calls.TrueForAll(call => call.GetProperty("endedAt").ValueKind == JsonValueKind.String),
            "both calls are written down");
        Assert.Equal(
            ["Phone 105 hung up.", "Phone 106 hung up."],
            (await box.CallsAsync()).Select(call => call.GetProperty("cause").GetProperty("words").GetString()).Order());
    }

    private static async Task TalkAsync(SipBox box, BaresipPhone phone, string other)
    {
        await phone.DialAsync($"sip:{other}@{box.Sip}");
        await box.PhoneIsAsync(other, "ringing");
        await box.DoAsync($"phones/{other}", "lift");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
    }

    private static async Task<bool> IsStoreOkAsync(SipBox box)
    {
        using var health = await box.Process.Http.GetAsync(new Uri("health", UriKind.Relative));
        Assert.True(health.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable);
        var told = JsonDocument.Parse(await health.Content.ReadAsStringAsync()).RootElement;
        return told.GetProperty("store").GetProperty("ok").GetBoolean();
    }
}
