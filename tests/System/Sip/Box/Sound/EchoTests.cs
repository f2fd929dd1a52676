using Switchhook.SystemTests.Tools;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Sipp;
using Switchhook.Testing.Sip.Sound;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Sip.Box.Sound;

/// <summary>
/// SIPp sends back what it hears: the delay of both ways together, analog phone to SIP and back, jitter buffer included. A machine that is
/// busy with other things makes the buffer longer, so what is judged is only that it stays within its limit; the true figure is told.
/// </summary>
public sealed class EchoTests(ITestOutputHelper output)
{
    private const int SamplesPerMillisecond = 8;
    private const int LimitMilliseconds = 400;

    [Fact]
    public async Task What_an_analog_phone_says_comes_back_whole_and_soon()
    {
        var port = LoopbackPorts.Take();
        var said = await Speech.SayAsync("Hello, is there anybody, or is it only me again?");
        await using var box = await SipBox.StartAsync(more:
            $$"""
            trunks:
              voip: {server: "127.0.0.1:{{port}}", transport: udp, route: callers, check: off}
            line-groups:
              outside: {lines: [voip]}
            outbound:
              - {prefix: 9, digits: 7-11, over: outside}
            """);
        await using var echo = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer"), new SippOptions { Port = port, EchoRtp = true });
        await box.DialAsync("101", "93125550142");
        await box.UntilAsync(
            async () => (await box.CallsAsync()).Count > 0
                && (await box.StoryAsync()).Exists(words => words.StartsWith("Connected", StringComparison.Ordinal)),
            "they talk");

        // It begins to speak at one of the blocks between the two.
        var before = (await box.HeardAsync("phones/101")).Length;
        await box.SayAsync("phones/101", said);
        var after = (await box.HeardAsync("phones/101")).Length;
        await box.UntilAsync(async () => (await box.HeardAsync("phones/101")).Length > after + said.Length + 4000, "all came back");
        var sound = await box.HeardAsync("phones/101");
        var heard = SpeechComparison.Of(said, sound.AsSpan(before));
        await box.DoAsync("phones/101", "hang-up");

        var longest = heard.MedianDelaySamples / SamplesPerMillisecond;
        output.WriteLine($"{heard}: there and back in {longest - ((after - before) / SamplesPerMillisecond)} to {longest} ms.");
        Assert.True((await echo.EndAsync()).IsClean);
        Assert.True(heard.HeardShare > 0.9, $"{heard}");

        // The phone's own hybrid sends a little of what comes back on its way again.
        Assert.True(heard.MedianSignalToNoiseDb > 15, $"{heard}");
        Assert.True(longest - ((after - before) / SamplesPerMillisecond) < LimitMilliseconds, $"{heard}");
    }
}
