using System.Collections.Concurrent;
using Switchhook.Audio.Prompts;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Announcing;

/// <summary>From a site's language and queues to prompts that play.</summary>
public sealed class AnnouncementLoaderTests : IDisposable
{
    private static readonly string[] Queues = ["Appointments"];

    private readonly TempFolder _folder = new();
    private readonly Mouth _mouth = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_message_is_its_phrases_with_a_gap_between()
    {
        var library = await LoadAsync("en");

        var message = library.Announcements.Make(Phrase.CallFrom("Appointments"), Phrase.Waited(TimeSpan.FromMinutes(5)));

        Assert.Null(message.Missing);
        Assert.Empty(library.Missing);
        Assert.Equal("A call from Appointments. The caller has waited about 5 minutes.", message.Prompt!.Name);
        short[] expected =
        [
            .. Mouth.Levelled("A call from Appointments."), .. new short[2000], .. Mouth.Levelled("The caller has waited about 5 minutes."),
        ];
        Assert.Equal(expected, message.Prompt.Samples.ToArray());
    }

    [Fact]
    public async Task The_second_start_speaks_nothing_anew()
    {
        _ = await LoadAsync("de");
        var first = _mouth.Spoken.Count;
        var library = await LoadAsync("de");

        Assert.Equal(TalkingSite.Phrases(Queues).Count, first);
        Assert.Equal(first, _mouth.Spoken.Count);
        Assert.All(_mouth.Spoken, spoken => Assert.Equal("de", spoken.Language));
        Assert.NotNull(library.Announcements.Make(Phrase.ThankYou).Prompt);
    }

    [Fact]
    public async Task What_cannot_be_spoken_is_left_out_and_told()
    {
        _mouth.Refuses = "Thank you for waiting.";

        var library = await LoadAsync("en");
        var message = library.Announcements.Make(Phrase.ThankYou, Phrase.Place(2));
        var nothing = library.Announcements.Make(Phrase.ThankYou);

        Assert.Equal("\"Thank you for waiting.\" was left out: It hurts.", message.Missing);
        Assert.Equal(Mouth.Levelled("You are number 2 in the queue."), message.Prompt!.Samples.ToArray());
        Assert.Null(nothing.Prompt);
        Assert.Equal($"1 of {TalkingSite.Phrases(Queues).Count} phrases of the box. It hurts.", library.Missing["phrases"]);
    }

    [Fact]
    public async Task A_synthesizer_that_fails_is_not_asked_for_everything()
    {
        _mouth.Refuses = "";

        var library = await LoadAsync("en");

        Assert.InRange(_mouth.Spoken.Count, 4, 8);
        var all = TalkingSite.Phrases(Queues).Count;
        Assert.Equal($"{all} of {all} phrases of the box. It hurts.", library.Missing["phrases"]);
        Assert.Equal(
            "\"You are paused.\" was left out: It hurts.", library.Announcements.Make(Phrase.Paused).Missing);
    }

    [Fact]
    public async Task Another_language_is_told_among_what_is_missing()
    {
        var library = await LoadAsync("sv");

        Assert.StartsWith("The box has no sentences in language", Assert.Single(library.Missing).Value, StringComparison.Ordinal);
        Assert.All(_mouth.Spoken, spoken => Assert.Equal("en", spoken.Language));
    }

    [Fact]
    public async Task A_queue_of_another_site_is_left_out()
    {
        var library = await LoadAsync("en");

        Assert.Equal(
            "\"A call from Others.\" was left out: it is no phrase of this site.",
            library.Announcements.Make(Phrase.CallFrom("Others")).Missing);
    }

    [Fact]
    public void A_site_without_queues_says_nothing() => Assert.Equal(
        "\"You are ready for calls.\" was left out: no phrases are loaded.",
        PromptLibrary.Empty.Announcements.Make(Phrase.Ready).Missing);

    private Task<PromptLibrary> LoadAsync(string language) =>
        new PromptLoader(_mouth, _folder.File("speech")).LoadAsync(
            TalkingSite.Of(language, Queues), _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);

    /// <summary>Says each sentence in a sound of its own.</summary>
    private sealed class Mouth : ISpeechSynthesizer
    {
        /// <summary>What it cannot say; the empty text is everything, null nothing.</summary>
        public string? Refuses { get; set; }

        public ConcurrentBag<(string Text, string Language)> Spoken { get; } = [];

        /// <summary>What becomes of the sound of a sentence.</summary>
        public static short[] Levelled(string text) => SpeechLeveller.Level(Sound(text));

        private static short[] Sound(string text) => [.. text.SelectMany(letter => Enumerable.Repeat((short)letter, 10))];

        public async Task SpeakAsync(string text, string language, string file, CancellationToken cancel)
        {
            Spoken.Add((text, language));
            if (Refuses is { } refused && (refused.Length == 0 || refused == text))
            {
                throw new SpeechException("It hurts.");
            }

            await using var stream = File.Create(file);
            WavWriter.Write(stream, Sound(text));
        }
    }
}
