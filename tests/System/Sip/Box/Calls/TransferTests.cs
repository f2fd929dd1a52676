using System.Text.RegularExpressions;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>A SIP phone sends a call on, or joins two of its calls; who is left talks, and the journal tells it.</summary>
public sealed partial class TransferTests(TransferBox site) : IClassFixture<TransferBox>
{
    private readonly SipBox _box = site.Box;
    private readonly BaresipPhone _doctor = site.Doctor;

    [Theory]
    [InlineData("106")]
    [InlineData("102")]
    public async Task A_phone_joins_its_two_calls_and_leaves(string target)
    {
        var phone = await _box.AsPhoneAsync("105", "101");
        var transfer = AttendedTransfer.RunAsync(phone, phone with { Service = target }, target);
        await LiftAsync("101");
        if (target == "102")
        {
            await LiftAsync("102");
        }

        var (transferor, consultation) = await transfer;

        Assert.True(transferor.IsClean, transferor.ToString());
        Assert.True(consultation.IsClean, consultation.ToString());
        await _box.IsToldAsync($"Connected with phone {target}.", before: 1);
        await AssertTalkingAsync("101", target);
        Assert.Equal(1, (await _box.LiveAsync()).GetProperty("calls").GetArrayLength());
        await HangUpAsync("101", "102");

        await _box.IsToldAsync("Phone 105 left the call: Transferred the call and left.", before: 1);
        await _box.EndedCallAsync(before: 1);
        var calls = await _box.CallsAsync();
        Assert.Equal("transferred", calls[0].GetProperty("cause").GetProperty("code").GetString());
        Assert.Equal("hungUp", calls[1].GetProperty("cause").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_softphone_joins_its_two_calls_and_leaves()
    {
        await using var phone = await _box.PhoneAsync("105");
        await phone.DialAsync($"sip:101@{_box.Sip}");
        await LiftAsync("101");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await phone.HoldAsync();
        await _box.IsToldAsync("Put on hold by phone 105.");
        await phone.DialAsync($"sip:106@{_box.Sip}");
        await _doctor.NextAsync(BaresipEventKind.CallEstablished);
        await phone.NextAsync(BaresipEventKind.CallEstablished);

        // baresip 1.0 knows no attended transfer of its own, but sends what it is told to.
        var first = Answer().Matches(phone.Output)[0].Groups;
        var replaces = Uri.EscapeDataString($"{first["call"].Value};to-tag={first["to"].Value};from-tag={first["from"].Value}");
        await phone.TransferAsync($"<sip:101@{_box.Sip}?Replaces={replaces}>");

        await _box.IsToldAsync("Connected with phone 101.");
        await AssertTalkingAsync("101", "106");
        await HangUpAsync("101");
        await _box.IsToldAsync("Phone 105 left the call: Transferred the call and left.");
    }

    [Theory]
    [InlineData("106", 200)]
    [InlineData("102", 200)]
    [InlineData("107", 486)]
    [InlineData("199", 404)]
    public async Task A_phone_sends_its_call_on_and_is_told_what_comes_of_it(string target, int verdict)
    {
        var phone = await _box.AsPhoneAsync("105", "101");
        await using var transfer = await SippRun.StartAsync(
            SippScenario.Load("Transfer/blind").With("target", target).With("verdict", verdict).AsPhone("105"), phone);
        await LiftAsync("101");
        if (target == "102")
        {
            await LiftAsync("102");
        }

        var result = await transfer.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        if (verdict == 200)
        {
            await _box.IsToldAsync($"Connected with phone {target}.");
            await AssertTalkingAsync("101", target);
        }

        await HangUpAsync("101", "102");
    }

    [Fact]
    public async Task A_call_that_is_not_there_cannot_be_replaced()
    {
        var before = (await _box.CallsAsync()).Count;

        var result = await SippRun.RunAsync(
            SippScenario.Load("Transfer/replaces-nothing").AsPhone("105"), await _box.AsPhoneAsync("105", "101"));

        Assert.True(result.IsClean, result.ToString());
        await _box.PhoneIsAsync("101", "idle");
        Assert.Equal(before, (await _box.CallsAsync()).Count);
    }

    private async Task LiftAsync(string number)
    {
        await _box.PhoneIsAsync(number, "ringing");
        await _box.DoAsync($"phones/{number}", "lift");
    }

    private async Task HangUpAsync(params string[] numbers)
    {
        foreach (var number in numbers)
        {
            await _box.DoAsync($"phones/{number}", "hang-up");
        }

        await _box.NothingIsLeftAsync();
    }

    // A key that one presses is heard by the other.
    private async Task AssertTalkingAsync(string one, string other)
    {
        await _box.DoAsync($"phones/{one}", "dial", new { digits = "7" });
        if (other == "106")
        {
            Assert.Equal("7", (await _doctor.NextAsync(BaresipEventKind.CallDtmfStart)).Detail);
        }
        else
        {
            await _box.UntilAsync(
                async () => (await Multimon.KeysAsync(await _box.HeardAsync($"phones/{other}"))).EndsWith('7'), "the other hears the key");
        }
    }

    [GeneratedRegex(
        @"SIP/2\.0 200 (?:(?!\r?\n\r?\n)[\s\S])*?From:[^\r\n]*;tag=(?<from>[^\s;]+)(?:(?!\r?\n\r?\n)[\s\S])*?To:[^\r\n]*;tag=(?<to>[^\s;]+)"
        + @"(?:(?!\r?\n\r?\n)[\s\S])*?Call-ID: (?<call>\S+)\r?\nCSeq: \d+ INVITE",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answer();
}
