using Switchhook.Audio.Prompts;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts;
using Switchhook.Site;
using Switchhook.Site.Prompts;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Announcing;

namespace Switchhook.Tests.Flows.Prompts;

/// <summary>From the prompts of a site file to what callers of each language hear.</summary>
public sealed class PromptLoaderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeVoice _voice = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_language_has_its_own_words_and_falls_back_to_the_first()
    {
        var library = await LoadAsync(
            new PromptConfig("welcome", null, "Hello.") { Others = [new PromptText("zh", null, "您好。")] },
            new PromptConfig("closed", null, "We are closed."));

        Assert.Equal(
            ["en: Hello.", "en: We are closed.", "zh: 您好。"],
            _voice.Said.Where(one => !one.StartsWith("en: Emergency call", StringComparison.Ordinal)
                && !one.Contains("No line works", StringComparison.Ordinal)
                && !one.Contains("没有可用的线路", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Null(library.Find("welcome", "zh").Note);
        Assert.NotSame(library.Find("welcome", "en").Prompt, library.Find("welcome", "zh").Prompt);
        Assert.Same(library.Find("welcome", null).Prompt, library.Prompts["welcome"]);
        var closed = library.Find("closed", "zh");
        Assert.Same(library.Prompts["closed"], closed.Prompt);
        Assert.Equal("Prompt closed is played in English: it is not given in Mandarin.", closed.Note);
        Assert.Equal("Prompt other was left out: it is not loaded", library.Find("other", "zh").Note);
        Assert.Same(library.Announcements, library.AnnouncementsIn("fr"));
        Assert.Empty(library.Missing);
    }

    [Fact]
    public async Task A_file_that_is_missing_in_one_language_is_told_and_heard_in_the_first()
    {
        var library = await LoadAsync(
            new PromptConfig("welcome", null, "Hello.") { Others = [new PromptText("zh", "gone.wav", null)] });

        var (name, why) = Assert.Single(library.Missing);
        Assert.Equal("welcome in Mandarin", name);
        Assert.StartsWith("There is no file", why, StringComparison.Ordinal);
        var found = library.Find("welcome", "zh");
        Assert.NotNull(found.Prompt);
        Assert.StartsWith("Prompt welcome is played in English: There is no file", found.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_are_equally_loud_but_those_that_want_to_stay_as_they_are()
    {
        Tone.Write(_folder.File("loud.wav"), 0);
        Tone.Write(_folder.File("soft.wav"), -45);
        var library = await LoadAsync(
            new PromptConfig("loud", "loud.wav", null),
            new PromptConfig("soft", "soft.wav", null),
            new PromptConfig("spoken", null, "Hello."),
            new PromptConfig("as-is", "soft.wav", null) { Level = PromptLevel.AsIs });

        foreach (var name in new[] { "loud", "soft", "spoken" })
        {
            Assert.Equal(-20, SpeechLevel.Measure(library.Prompts[name].Samples.Span)!.Value, 0.5);
        }

        Assert.Equal(Tone.Of(-45), library.Prompts["as-is"].Samples.ToArray());
    }

    [Fact]
    public async Task Without_patience_only_what_was_spoken_before_is_there_and_the_rest_is_told_as_pending()
    {
        await LoadAsync(new PromptConfig("old", null, "Spoken before."));
        Tone.Write(_folder.File("tone.wav"), -20);
        var said = _voice.Said.Count;

        var loader = Loader();
        var given = SiteWith(
            new PromptConfig("old", null, "Spoken before."),
            new PromptConfig("file", "tone.wav", null),
            new PromptConfig("new", null, "Hello.") { Others = [new PromptText("zh", null, "您好。")] });
        var talking = TalkingSite.Of("en", "Sales");
        var site = given with { Queues = talking.Queues, Hours = talking.Hours };
        var library = await loader.LoadAsync(site, _folder.Path, TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(said, _voice.Said.Count);
        Assert.NotNull(library.Find("old", null).Prompt);
        Assert.NotNull(library.Find("file", null).Prompt);
        Assert.Equal("Prompt new was left out: it is still being spoken.", library.Find("new", "zh").Note);
        Assert.Empty(library.Missing);
        Assert.Equal(["new", "new in Mandarin", "phrases", "phrases in Mandarin"], library.Pending.Keys.Order(StringComparer.Ordinal));
        Assert.EndsWith(
            "was left out: it is still being spoken.", library.Announcements.Make(Phrase.Ready).Missing!, StringComparison.Ordinal);

        // What is uploaded meanwhile is no longer waited for.
        Assert.DoesNotContain(
            "new", (await loader.ReloadAsync(library, site, _folder.Path, "new", CancellationToken.None)).Pending.Keys);
        var whole = await loader.LoadAsync(site, _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.Empty(whole.Pending);
        Assert.Null(whole.Find("new", "zh").Note);
        Assert.Null(whole.Announcements.Make(Phrase.Ready).Missing);
    }

    private PromptLoader Loader() => new(_voice, _folder.File("speech"));

    private Task<PromptLibrary> LoadAsync(params PromptConfig[] prompts) =>
        Loader().LoadAsync(SiteWith(prompts), _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);

    private static SiteModel SiteWith(params PromptConfig[] prompts) => Sites.Clinic() with
    {
        OtherLanguages = ["zh"],
        Outbound = [],
        Phones = Sites.Clinic().Phones.Clear(),
        Prompts = Sites.Clinic().Prompts.AddRange(prompts.Select(prompt => KeyValuePair.Create(prompt.Name, prompt))),
    };
}
