using System.Text;
using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Audio.Prompts;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Audio;

/// <summary>The box's sources and detectors against programs that are not ours.</summary>
public sealed class AudioAgainstOthersTests
{
    private const string AllKeys = "1234567890*#ABCD";

    [Theory]
    [InlineData(CallerIdScheme.FskBell202, "1200", "2200")]
    [InlineData(CallerIdScheme.FskV23, "1300", "2100")]
    public async Task Minimodem_reads_our_caller_id(CallerIdScheme scheme, string mark, string space)
    {
        using var folder = new TempFolder();
        var burst = Read(new CallerIdSource(new CallerIdMessage("3125550142", "ADA LOVELACE", null, "11230915", scheme), scheme), 2);
        await Sox.WriteWavAsync(new short[4000].Concat(burst).ToArray(), folder.File("burst.wav"));

        string[] arguments = ["--rx", "-q", "-M", mark, "-S", space, "-f", folder.File("burst.wav"), "callerid"];
        var output = Encoding.Latin1.GetString(await ExternalProgram.RunAsync("minimodem", arguments));

        Assert.Contains("312-555-0142", output, StringComparison.Ordinal);
        Assert.Contains("ADA LOVELACE", output, StringComparison.Ordinal);
        Assert.Contains("11/23 09:15", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Multimon_reads_our_keys()
    {
        Assert.Equal(AllKeys, await Multimon.KeysAsync(Read(new DtmfSource(AllKeys), 3)));
    }

    [Fact]
    public async Task Multimon_reads_our_caller_id_in_dtmf()
    {
        var message = new CallerIdMessage("3125550142", null, null, null, CallerIdScheme.Dtmf);

        Assert.Equal("A3125550142C", await Multimon.KeysAsync(Read(new CallerIdSource(message, CallerIdScheme.Dtmf), 3)));
    }

    [Fact]
    public async Task Keys_that_sox_makes_are_heard()
    {
        int[] rows = [697, 770, 852, 941];
        int[] columns = [1209, 1336, 1477, 1633];
        var log = new DetectionLog(Detectors.Dtmf, CountryTable.Get("US"));
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                log.Hear(await Sox.MakeAsync(
                    "synth", "0.05", "sine", $"{row}", "synth", "0.05", "sine", "mix", $"{column}", "gain", "-8", "pad", "0", "0.05"));
            }
        }

        Assert.Equal("123A456B789C*0#D", log.Digits);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en+f3")]
    [InlineData("de")]
    [InlineData("fr")]
    public async Task Minutes_of_speech_are_no_digit_no_tone_and_no_caller(string voice)
    {
        var speech = await SpeechAsync(voice);
        Assert.InRange(speech.Length, 100 * 8000, int.MaxValue);

        // Countries with single, double and modulated tones, whose frequencies lie where voices have their strongest part.
        foreach (var code in new[] { "US", "GB", "DE", "FR", "CN", "AU" })
        {
            var log = new DetectionLog(Detectors.Dtmf | Detectors.CallerId | Detectors.CallProgress, CountryTable.Get(code));
            log.Hear(speech);
            Assert.Empty(log.Heard);
        }
    }

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    public async Task Someone_who_goes_on_talking_over_busy_tone_is_not_cut_off(string code)
    {
        var country = CountryTable.Get(code);
        var speech = await SpeechAsync("en");
        var busy = Read(new ToneSource(country.Tones[ToneKind.Busy], -20), speech.Length / 8000);
        var log = new DetectionLog(Detectors.CallProgress, country);

        log.Hear(SoundMaker.Mix(busy, speech));

        Assert.Empty(log.Heard);
    }

    [Theory]
    [InlineData("flac")]
    [InlineData("ogg")]
    [InlineData("wav")]
    public async Task A_prompt_of_any_format_that_sox_writes_is_read(string format)
    {
        using var folder = new TempFolder();
        var path = folder.File($"prompt.{format}");
        await ExternalProgram.RunAsync(
            "sox", ["-V1", "-D", "-n", "-r", "44100", "-c", "2", path, "synth", "2", "sine", "440", "gain", "-6"]);

        var prompt = PromptReader.Load(path, "prompt");

        Assert.InRange(prompt.Samples.Length, 15_990, 16_010);
        Assert.InRange(prompt.Samples.ToArray().Max(sample => (int)sample), 16_000, 17_000);
    }

    private static async Task<short[]> SpeechAsync(string voice)
    {
        const string Words = "Good morning, who is calling please? The moon shines on the blue lagoon. Wait one moment, no, no, you can go "
            + "through the door at noon. Ooh, who knew that Doctor Wood would be out until two? ";
        var text = string.Concat(Enumerable.Range(1, 14).Select(n => $"{Words} {n * 7_919_317}. "));
        return await Sox.ReadWavAsync(await ExternalProgram.RunAsync("espeak-ng", ["-v", voice, "--stdout", text]));
    }

    private static short[] Read(IFrameSource source, int seconds)
    {
        var samples = new short[seconds * 8000];
        for (var at = 0; at < samples.Length; at += 160)
        {
            if (source.Read(samples.AsSpan(at, 160)) < 160)
            {
                break;
            }
        }

        return samples;
    }
}
