using System.Buffers.Binary;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Lines;
using Switchhook.Site.Prompts;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Prompts.Speaking;

/// <summary>Who speaks a text, and what of it is kept.</summary>
public sealed class SpeechCacheTests : IDisposable
{
    private static readonly SpeechConfig Program = new()
    {
        Command = ["say", "--lang={language}", "--voice={voice}", "{text-file}", "{wav}"],
        Voices = [new LanguageVoice("de", "anna")],
    };

    private readonly TempFolder _folder = new();
    private readonly FakeVoice _voice = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_program_gets_text_language_and_voice_and_is_asked_once()
    {
        var cache = Cache(Program);
        var file = await cache.SpokenAsync("Guten Tag; rm -rf \"$HOME\"", "de", CancellationToken.None);
        var again = await Cache(Program).SpokenAsync("Guten Tag; rm -rf \"$HOME\"", "de", CancellationToken.None);

        Assert.Equal(file, again);
        var words = Assert.Single(_voice.Started);
        Assert.Equal(["say", "--lang=de", "--voice=anna"], words.Take(3));
        Assert.Equal("Guten Tag; rm -rf \"$HOME\"", _voice.Read);
        Assert.Empty(_voice.Said);
        Assert.Empty(cache.TakeNotes());
        Assert.Equal([file], Directory.GetFiles(_folder.File("speech")));
    }

    [Theory]
    [InlineData("nothing", "say has written no sound file.")]
    [InlineData("garbage", "say has written what is no sound")]
    [InlineData("silence", "say has written a file of silence.")]
    [InlineData("failure", "say ended with code 3")]
    public async Task What_a_program_cannot_do_espeak_does_and_it_is_told(string does, string told)
    {
        _voice.Program = file => Misbehave(does, file);
        var cache = Cache(Program);

        var file = await cache.SpokenAsync("Hallo", "de", CancellationToken.None);

        Assert.True(File.Exists(file));
        Assert.Equal(["anna: Hallo"], _voice.Said);
        Assert.StartsWith(told, Assert.Single(cache.TakeNotes()), StringComparison.Ordinal);
        Assert.Empty(cache.TakeNotes());
        Assert.Equal([file], Directory.GetFiles(_folder.File("speech")));
    }

    [Fact]
    public async Task A_program_that_fails_rests_for_a_minute_and_is_asked_again()
    {
        _voice.Program = file => Misbehave("failure", file);
        var cache = Cache(Program);
        foreach (var text in new[] { "one", "two", "three", "four" })
        {
            await cache.SpokenAsync(text, "en", CancellationToken.None);
        }

        Assert.Equal(2, _voice.Started.Count);
        _time.Advance(TimeSpan.FromMinutes(1));
        _voice.Program = null;
        await cache.SpokenAsync("four", "en", CancellationToken.None);
        await cache.SpokenAsync("five", "en", CancellationToken.None);
        Assert.Equal(4, _voice.Started.Count);
        Assert.Equal(4, _voice.Said.Count);
    }

    [Fact]
    public async Task Another_voice_program_or_language_is_another_sound()
    {
        var files = new[]
        {
            await Cache(SpeechConfig.Default).SpokenAsync("Hi", "en", CancellationToken.None),
            await Cache(SpeechConfig.Default).SpokenAsync("Hi", "de", CancellationToken.None),
            await Cache(new SpeechConfig { Voices = [new LanguageVoice("en", "en-gb")] }).SpokenAsync("Hi", "en", CancellationToken.None),
            await Cache(Program).SpokenAsync("Hi", "en", CancellationToken.None),
            await Cache(Program with { Command = ["speak", .. Program.Command.Skip(1)] }).SpokenAsync("Hi", "en", CancellationToken.None),
        };

        Assert.Equal(5, files.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["en: Hi", "de: Hi", "en-gb: Hi"], _voice.Said);
    }

    [Fact]
    public async Task What_is_spoken_is_kept_as_calls_carry_it()
    {
        _voice.Program = SpeakTwiceAsFast;
        var file = await Cache(Program).SpokenAsync("Hallo", "de", CancellationToken.None);

        Assert.Equal(LineAudio.SampleRate, RateOf(await File.ReadAllBytesAsync(file)));
        Assert.InRange(PromptReader.Load(file, "Hallo").Samples.Length, Tone.Of(-10).Length * 0.48, Tone.Of(-10).Length * 0.52);
    }

    [Fact]
    public async Task What_was_delivered_is_not_spoken_and_stays_as_it_is()
    {
        var before = new SpeechCache(_voice, _folder.File("delivered"), _time, SpeechConfig.Default, null);
        var delivered = await before.SpokenAsync("Hi", "en", CancellationToken.None);
        var written = File.GetLastWriteTimeUtc(delivered);
        _time.Advance(TimeSpan.FromDays(1));

        var cache = new SpeechCache(_voice, _folder.File("speech"), _time, SpeechConfig.Default, null)
        {
            Delivered = _folder.File("delivered"),
        };
        Assert.Equal(delivered, await cache.SpokenAsync("Hi", "en", CancellationToken.None));
        Assert.Equal(delivered, cache.Find("Hi", "en"));
        Assert.Single(_voice.Said);

        var own = await cache.SpokenAsync("Bye", "en", CancellationToken.None);
        Assert.Equal([own], Kept());
        cache.Prune(mostFiles: 0);
        Assert.Empty(Kept());
        Assert.Equal([delivered], Directory.GetFiles(_folder.File("delivered")));
        Assert.Equal(written, File.GetLastWriteTimeUtc(delivered));
    }

    [Fact]
    public async Task What_was_not_used_for_longest_goes_first()
    {
        var cache = Cache(SpeechConfig.Default);
        var files = new List<string>();
        foreach (var text in new[] { "one", "two", "three" })
        {
            files.Add(await cache.SpokenAsync(text, "en", CancellationToken.None));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        // Used again, so the second is the oldest.
        await cache.SpokenAsync("one", "en", CancellationToken.None);
        var leftOver = files[0] + ".7.part";
        await File.WriteAllTextAsync(leftOver, "");
        File.SetLastWriteTimeUtc(leftOver, _time.GetUtcNow().UtcDateTime.AddHours(-2));
        cache.Prune(mostFiles: 2);
        Assert.Equal(new[] { files[0], files[2] }.Order(StringComparer.Ordinal), Kept());

        cache.Prune(mostBytes: new FileInfo(files[0]).Length);
        Assert.Equal([files[0]], Kept());
    }

    private IEnumerable<string> Kept() => Directory.GetFiles(_folder.File("speech")).Order(StringComparer.Ordinal);

    private SpeechCache Cache(SpeechConfig config) => new(_voice, _folder.File("speech"), _time, config, _voice);

    // A file of 16 kHz: the rate stands at octet 24 of the header.
    private static void SpeakTwiceAsFast(string file)
    {
        Tone.Write(file, -10);
        var content = File.ReadAllBytes(file);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(24), 2 * LineAudio.SampleRate);
        File.WriteAllBytes(file, content);
    }

    private static int RateOf(byte[] content) => BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(24));

    private static void Misbehave(string does, string file)
    {
        switch (does)
        {
            case "garbage":
                File.WriteAllText(file, "<html>Quota exceeded</html>");
                break;
            case "silence":
                Tone.Write(file, -90);
                break;
            case "failure":
                Tone.Write(file, -10);
                throw new SpeechException("say ended with code 3: no licence");
        }
    }
}
