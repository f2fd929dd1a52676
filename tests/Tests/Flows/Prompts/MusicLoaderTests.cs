using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Site;
using Switchhook.Site.Prompts;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Prompts;

/// <summary>From the music of a site file to what who waits hears.</summary>
public sealed class MusicLoaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pieces_are_as_loud_as_prompts_and_as_much_softer_as_the_site_says()
    {
        Write("loud.wav", -1);
        Write("soft.wav", -38);
        var library = await LoadAsync(
            Music("even", 0, "loud.wav", "soft.wav"), Music("lower", -9, "loud.wav", "soft.wav"));

        foreach (var (name, level) in new[] { ("even", -20.0), ("lower", -29.0) })
        {
            var heard = new short[8000 * 11];
            library.Music.Open(name, "en", DateTimeOffset.UnixEpoch)!.Read(heard);
            foreach (var piece in new[] { heard[800..39_800], heard[44_000..83_000] })
            {
                Assert.Equal(level, SpeechLevel.Measure(piece)!.Value, 0.5);
            }
        }

        Assert.Empty(library.Missing);
    }

    [Fact]
    public async Task A_piece_that_cannot_be_read_is_told_and_left_out()
    {
        Write("good.wav", -20);
        await File.WriteAllTextAsync(_folder.File("bad.wav"), "no sound");
        var library = await LoadAsync(Music("some", 0, "bad.wav", "good.wav"), Music("none", 0, "bad.wav"));

        Assert.NotNull(library.Music.Open("some", "en", DateTimeOffset.UnixEpoch));
        Assert.Null(library.Music.Open("none", "en", DateTimeOffset.UnixEpoch));
        Assert.Equal(["bad.wav of music none", "bad.wav of music some"], library.Missing.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_goes_beyond_the_bound_is_left_out_and_told()
    {
        await using (var stream = File.Create(_folder.File("long.wav")))
        {
            WavWriter.Write(stream, new short[8000 * 60 * 16]);
        }

        File.Copy(_folder.File("long.wav"), _folder.File("more.wav"));
        Assert.Equal(TimeSpan.FromMinutes(16), PromptReader.LengthOf(_folder.File("long.wav")));
        var library = await LoadAsync(Music("calm", 0, "long.wav", "more.wav"));

        Assert.StartsWith(
            "The music of the site is longer than 30 minutes", library.Missing["more.wav of music calm"], StringComparison.Ordinal);
        Assert.Equal((8000 * 60 * 16) + 3200, library.Music.Programs[("calm", "en")].Length);
    }

    [Fact]
    public async Task Announcements_are_in_the_language_of_who_listens_and_change_with_their_prompts()
    {
        Write("piece.wav", -20);
        var music = Music("calm", 0, "piece.wav") with { Between = ["soon"] };
        var voice = new FakeVoice();
        var site = Site(music) with { OtherLanguages = ["zh"] };
        var loader = new PromptLoader(voice, _folder.File("speech"));
        var library = await loader.LoadAsync(site, _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.Equal(2, library.Music.Programs.Count);

        File.Delete(_folder.File("piece.wav"));
        var before = library.Music.Programs[("calm", "zh")];
        var again = await loader.ReloadAsync(library, site, _folder.Path, "soon", CancellationToken.None);
        Assert.NotSame(before, again.Music.Programs[("calm", "zh")]);
        Assert.Equal(before.Length, again.Music.Programs[("calm", "zh")].Length);
        Assert.Empty(again.Missing);
        Assert.Same(again.Music, (await loader.ReloadAsync(again, site, _folder.Path, "other", CancellationToken.None)).Music);
    }

    [Theory]
    [InlineData(1, "0a1b2a0b1a2b")]
    [InlineData(2, "01a20b12a01b20a12b")]
    [InlineData(3, "012a012b")]
    public void An_announcement_comes_after_so_many_pieces(int every, string expected)
    {
        var row = Row(new MusicConfig("m") { Every = new MusicEvery(every, null) }, 3, 2);
        var whole = string.Concat(Enumerable.Repeat(row, 3));
        Assert.StartsWith(expected, whole, StringComparison.Ordinal);

        // It goes round and round without a break in the turns.
        Assert.Equal(0, row.Count(char.IsAsciiDigit) % 3);
        Assert.Equal(0, row.Count(char.IsAsciiLetter) % 2);
    }

    [Fact]
    public void An_announcement_by_time_waits_for_the_end_of_a_piece()
    {
        // Pieces of one, two and three seconds.
        Assert.Equal("012a012a", Row(new MusicConfig("m") { Every = new MusicEvery(null, TimeSpan.FromSeconds(5)) }, 3, 1) + "012a");
    }

    [Fact]
    public void Mixed_music_has_each_piece_as_often_and_none_twice_in_a_row()
    {
        var row = Row(new MusicConfig("m") { Order = MusicOrder.Mixed }, 4, 0);
        Assert.Equal(80, row.Length);
        Assert.All("0123", piece => Assert.Equal(20, row.Count(one => one == piece)));
        Assert.DoesNotContain(row.Zip(row.Skip(1)), pair => pair.First == pair.Second);
        Assert.True(row.Chunk(4).Select(round => new string(round)).Distinct().Count() > 5);
    }

    [Fact]
    public void A_row_has_an_end_however_badly_its_turns_fit()
    {
        var row = MusicPlan.Of(
            new MusicConfig("m") { Every = new MusicEvery(97, null), Order = MusicOrder.Mixed }, Sounds(89), Sounds(83), new Random(1));
        Assert.InRange(row.Count, 1000, 1000 + 200);
    }

    private static string Row(MusicConfig music, int pieces, int between)
    {
        var (sounds, words) = (Sounds(pieces), Sounds(between));
        return string.Concat(MusicPlan.Of(music, sounds, words, new Random(1)).Select(part => part.IsAnnouncement
            ? (char)('a' + words.FindIndex(one => one.Equals(part.Samples)))
            : (char)('0' + sounds.FindIndex(one => one.Equals(part.Samples)))));
    }

    // Each another array, of as many seconds as its number.
    private static List<ReadOnlyMemory<short>> Sounds(int count) =>
        [.. Enumerable.Range(1, count).Select(seconds => (ReadOnlyMemory<short>)new short[8000 * Math.Min(seconds, 5)])];

    private static MusicConfig Music(string name, double gain, params string[] files) =>
        new(name) { Gain = gain, Pieces = [.. files.Select(file => new MusicPiece(null, file))] };

    private static SiteModel Site(params MusicConfig[] music) => Sites.Clinic() with
    {
        Outbound = [],
        Phones = Sites.Clinic().Phones.Clear(),
        Prompts = Sites.Clinic().Prompts.Add("soon", new PromptConfig("soon", null, "Soon.")),
        Music = Sites.Clinic().Music.AddRange(music.Select(one => KeyValuePair.Create(one.Name, one))),
    };

    private Task<PromptLibrary> LoadAsync(params MusicConfig[] music) =>
        new PromptLoader(new FakeVoice(), _folder.File("speech")).LoadAsync(
            Site(music), _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);

    // Five seconds that sound like speech.
    private void Write(string name, double peakDbm0)
    {
        var speech = SpeechMaker.Speech(TimeSpan.FromSeconds(5), 140, new Random(3));
        var gain = Math.Pow(10, peakDbm0 / 20);
        using var stream = File.Create(_folder.File(name));
        WavWriter.Write(stream, [.. speech.Select(sample => (short)(sample * gain))]);
    }
}
