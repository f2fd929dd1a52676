using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Prompts.Sounds;

/// <summary>Sounds that people give to prompts: kept, told, heard instead of the site file, and taken away again.</summary>
public sealed class PromptSoundsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly FakeVoice _voice = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_tells_who_gave_it_and_when_wherever_it_goes()
    {
        var sounds = Sounds();
        sounds.Save("welcome", "zh", Tone.Of(-20), "recorded at phone 101 by 安娜 | Ana");
        _time.Advance(TimeSpan.FromDays(1));

        var sound = sounds.Find("welcome", "zh")!;
        Assert.Equal("recorded at phone 101 by 安娜 | Ana", sound.How);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), sound.At);
        Assert.Equal(0.5, sound.Length.TotalSeconds, 0.02);
        Assert.Equal(Tone.Of(-20), PromptReader.Load(sounds.FileOf("welcome", "zh")!, "welcome").Samples.ToArray());
        Assert.Equal([_folder.File("own/welcome.zh.wav")], Directory.GetFiles(_folder.File("own")));
        Assert.Null(sounds.Find("welcome", "en"));
    }

    [Fact]
    public void A_file_that_was_put_there_by_hand_is_one_too()
    {
        Directory.CreateDirectory(_folder.File("own"));
        Tone.Write(_folder.File("own/welcome.en.wav"), -20);
        Assert.Equal("put there by hand", Sounds().Find("welcome", "en")!.How);

        File.WriteAllText(_folder.File("own/closed.en.wav"), "RIFF");
        Assert.Equal("put there by hand", Sounds().Find("closed", "en")!.How);
    }

    [Theory]
    [InlineData("../site", "en")]
    [InlineData("welcome", "../en")]
    [InlineData("", "en")]
    public void Only_good_names_become_files(string name, string language) =>
        Assert.Throws<ArgumentException>(() => Sounds().FileOf(name, language));

    [Fact]
    public async Task It_is_heard_instead_of_the_site_file_until_it_is_taken_away()
    {
        var site = Sites.Clinic() with
        {
            OtherLanguages = ["zh"],
            Prompts = Sites.Clinic().Prompts.Add("welcome", new PromptConfig("welcome", null, "Hello.")),
        };
        var sounds = Sounds();
        var loader = new PromptLoader(_voice, _folder.File("speech")) { Time = _time, Sounds = sounds };
        var before = await loader.LoadAsync(site, _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.Null(before.Own("welcome", "zh"));

        sounds.Save("welcome", "zh", Tone.Of(-45), "uploaded by ana");
        var given = await loader.ReloadAsync(before, site, _folder.Path, "welcome", CancellationToken.None);
        Assert.Equal(-20, SpeechLevel.Measure(given.Own("welcome", "zh")!.Samples.Span)!.Value, 0.5);
        Assert.Null(given.Find("welcome", "zh").Note);

        // A file that is broken gives way to the text, and is told.
        await File.WriteAllTextAsync(sounds.FileOf("welcome", "zh")!, "broken");
        sounds.Save("welcome", "en", Tone.Of(-30), "uploaded by ana");
        await File.WriteAllTextAsync(sounds.FileOf("welcome", "en")!, "broken");
        var broken = await loader.ReloadAsync(given, site, _folder.Path, "welcome", CancellationToken.None);
        Assert.NotNull(broken.Own("welcome", "en"));
        Assert.Null(broken.Own("welcome", "zh"));
        Assert.Equal(["welcome", "welcome in Mandarin"], broken.Missing.Keys.Order(StringComparer.Ordinal));

        Assert.True(sounds.Remove("welcome", "zh") && sounds.Remove("welcome", "en"));
        Assert.False(sounds.Remove("welcome", "zh"));
        var after = await loader.ReloadAsync(broken, site, _folder.Path, "welcome", CancellationToken.None);
        Assert.Empty(after.Missing);
        Assert.Equal(before.Prompts["welcome"].Samples.ToArray(), after.Prompts["welcome"].Samples.ToArray());
        Assert.Same(after, await loader.ReloadAsync(after, site, _folder.Path, "gone", CancellationToken.None));
    }

    [Fact]
    public async Task Files_of_any_rate_are_read_and_others_are_told()
    {
        var import = new SoundImport(_folder.File("import"), _voice);
        Tone.Write(_folder.File("tone.wav"), -20);

        Assert.Equal(Tone.Of(-20), await import.ReadAsync(await File.ReadAllBytesAsync(_folder.File("tone.wav")), CancellationToken.None));
        Assert.Empty(_voice.Started);

        // What libsndfile does not read is given to sox.
        var bySox = await import.ReadAsync("something else"u8.ToArray(), CancellationToken.None);
        Assert.Equal(Tone.Of(-10), bySox);
        Assert.Equal("sox", Assert.Single(_voice.Started)[0]);
        _voice.Program = _ => throw new SpeechException("sox is missing");
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => import.ReadAsync("no sound"u8.ToArray(), CancellationToken.None));
        Assert.Equal("This is no sound file that can be read. Save it as WAV, FLAC, Ogg or MP3 and send it again.", fault.Message);
        Assert.Empty(Directory.GetFiles(_folder.File("import")));
    }

    [Fact]
    public async Task Ten_minutes_are_the_longest()
    {
        var import = new SoundImport(_folder.File("import"), null);
        using var wav = new MemoryStream();
        WavWriter.Write(wav, new short[(10 * 60 * 8000) + 1]);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => import.ReadAsync(wav.ToArray(), CancellationToken.None));

        Assert.Equal("The sound is longer than 10 minutes; shorten it.", fault.Message);
    }

    private PromptSounds Sounds() => new(_folder.File("own"), _time);
}
