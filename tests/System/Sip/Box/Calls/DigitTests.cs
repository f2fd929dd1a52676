using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>
/// Keys in every way that they travel, between parties of every kind: pressed by one, heard by the other, once each.
/// </summary>
public sealed class DigitTests(TrunkBox site) : IClassFixture<TrunkBox>, IDisposable
{
    private readonly TempFolder _folder = new();

    private SipBox Box => site.Box;

    [Theory]
    [InlineData("Dtmf/events", "5")]
    [InlineData("Dtmf/info-relay", "12#")]
    [InlineData("Dtmf/info-plain", "12#")]
    [InlineData("Dtmf/in-band", "159#")]
    public async Task An_analog_phone_hears_the_keys_of_a_caller(string scenario, string keys)
    {
        await using var caller = await SippRun.StartAsync(await LoadAsync(scenario, keys), Caller);
        await Box.PhoneIsAsync("101", "ringing");

        await Box.DoAsync("phones/101", "lift");
        var result = await caller.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        Assert.Equal(keys, await Multimon.KeysAsync(await Box.HeardAsync("phones/101")));
        await Box.DoAsync("phones/101", "hang-up");
        await site.EndsAsync("hungUp");
    }

    [Theory]
    [InlineData("Dtmf/events", "5")]
    [InlineData("Dtmf/info-relay", "12#")]
    public async Task The_other_end_of_an_analog_line_hears_the_keys_of_a_phone(string scenario, string keys)
    {
        await Box.DoAsync("lines/1", "calls-out", new { farEnd = "answers", rings = 0 });
        var phone = await Box.RegisteredAsync("105") with { Remote = Box.Sip, Service = "83125550142", TalkTime = Caller.TalkTime };

        // Until then the exchange has put the call through.
        var result = await SippRun.RunAsync((await LoadAsync(scenario, keys)).With("talk", 4000).AsPhone("105"), phone);

        Assert.True(result.IsClean, result.ToString());
        Assert.Equal(keys, await Multimon.KeysAsync(await Box.HeardAsync("lines/1")));
        await site.EndsAsync("hungUp");
    }

    [Theory]
    [InlineData("Dtmf/events", "5")]
    [InlineData("Dtmf/info-relay", "12#")]
    [InlineData("Dtmf/info-plain", "12#")]
    [InlineData("Dtmf/in-band", "159#")]
    public async Task A_softphone_is_told_the_keys_of_a_caller_as_events(string scenario, string keys)
    {
        await using var phone = await Box.PhoneAsync("107", settings => settings with { Answers = true });

        var result = await SippRun.RunAsync(await LoadAsync(scenario, keys), Caller with { Service = site.CallerOfOffice.Service });

        Assert.True(result.IsClean, result.ToString());
        await phone.NextAsync(BaresipEventKind.CallClosed);
        Assert.Equal(keys, KeysOf(phone));
        await site.EndsAsync("hungUp");
    }

    [Fact]
    public async Task A_softphone_is_told_the_keys_of_an_analog_phone_as_events_and_tells_its_own()
    {
        await using var phone = await Box.PhoneAsync("106", settings => settings with { Answers = true });
        await Box.DialAsync("101", "106");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await Box.IsToldAsync("Connected with phone 106.");

        await PressAsync("101", "19*");
        var told = "";
        while (told.Length < 3)
        {
            told += (await phone.NextAsync(BaresipEventKind.CallDtmfStart)).Detail;
        }

        var before = await Multimon.KeysAsync(await Box.HeardAsync("phones/101"));
        foreach (var keys in new[] { "4", "47", "470" })
        {
            await phone.PressAsync(keys[^1]);
            await Box.UntilAsync(
                async () => await Multimon.KeysAsync(await Box.HeardAsync("phones/101")) == before + keys,
                "the analog phone hears the key of the softphone");
        }

        await phone.HangUpAsync();
        await Box.DoAsync("phones/101", "hang-up");

        Assert.Equal("19*", told + KeysOf(phone));
        await site.EndsAsync("hungUp");
    }

    [Fact]
    public async Task A_phone_that_wants_messages_is_told_the_keys_of_an_analog_phone_by_INFO()
    {
        await using var callee = await SippRun.StartAsync(SippScenario.Load("Dtmf/info-taken"), await Box.RegisteredAsync("108"));
        await Box.DialAsync("101", "108");
        await Box.IsToldAsync("Connected with phone 108.");

        await PressAsync("101", "19*");
        await Box.UntilAsync(() => Task.FromResult(callee.SoFar.Log.Count == 3), "three keys are told");
        await Box.DoAsync("phones/101", "hang-up");
        var result = await callee.EndAsync();

        Assert.True(result.IsClean, result.ToString());
        Assert.Equal(["digit 1", "digit 9", "digit *"], result.Log);
        await site.EndsAsync("hungUp");
    }

    // What is pressed in the first second may be the end of a number.
    private async Task PressAsync(string phone, string digits)
    {
        var begun = (await Box.CallsAsync())[0].GetProperty("startedAt").GetDateTimeOffset();
        await Box.UntilAsync(
            () => Task.FromResult(TimeProvider.System.GetUtcNow() - begun > TimeSpan.FromSeconds(1.5)), "keys belong to the call");
        await Box.DoAsync($"phones/{phone}", "dial", new { digits });
    }

    public void Dispose() => _folder.Dispose();

    private SippOptions Caller => site.Caller with { TalkTime = TimeSpan.FromMilliseconds(500) };

    private static string KeysOf(BaresipPhone phone) => string.Concat(
        phone.Events.Where(one => one.Kind == BaresipEventKind.CallDtmfStart).Select(one => one.Detail));

    // What the sound holds is made by sox.
    private async Task<SippScenario> LoadAsync(string name, string keys)
    {
        var scenario = SippScenario.Load(name);
        switch (name)
        {
            case "Dtmf/events":
                return scenario.With("length", 1000);
            case "Dtmf/in-band":
                List<short> sound = [];
                foreach (var key in keys)
                {
                    sound.AddRange(await Sox.MakeAsync(Tones(key)));
                }

                var file = _folder.File("keys.al");
                await File.WriteAllBytesAsync(file, await Sox.EncodeAsync(sound.ToArray(), "a-law"));
                return scenario.With("sound", file).With("length", (sound.Count / 8) + 500);
            default:
                return scenario;
        }
    }

    private static string[] Tones(char key)
    {
        var place = "123A456B789C*0#D".IndexOf(key, StringComparison.Ordinal);
        string[] rows = ["697", "770", "852", "941"];
        string[] columns = ["1209", "1336", "1477", "1633"];
        return
        [
            "synth", "0.1", "sine", rows[place / 4], "synth", "0.1", "sine", "mix", columns[place % 4], "gain", "-6", "pad", "0.1", "0.1",
        ];
    }
}
