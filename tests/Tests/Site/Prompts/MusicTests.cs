using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Prompts;

namespace Switchhook.Tests.Site.Prompts;

/// <summary>From the section <c>music</c> to the model.</summary>
public sealed class MusicTests
{
    private const string Music = """
        music:
          calm: {files: [prompts/welcome.wav, closed], order: mixed, between: [closed], between-every: 3 min, gain: -6}
          radio: {line-in: "hw:1,0"}
        hold-music: calm

        """;

    [Fact]
    public void Pieces_are_files_and_prompts_and_a_line_in_has_none()
    {
        var site = Read(SiteTexts.Clinic + Music);
        var calm = site.Music["calm"];

        Assert.Equal([new MusicPiece(null, "prompts/welcome.wav"), new MusicPiece("closed", null)], calm.Pieces);
        Assert.Equal(
            (MusicOrder.Mixed, new MusicEvery(null, TimeSpan.FromMinutes(3)), -6.0), (calm.Order, calm.Every, calm.Gain));
        Assert.Equal(["closed"], calm.Between);
        Assert.Equal(("hw:1,0", 0), (site.Music["radio"].LineIn, site.Music["radio"].Pieces.Count));
        Assert.Equal("calm", site.HoldMusic);
    }

    [Fact]
    public void A_queue_names_music_in_one_word_or_with_more_around_it()
    {
        Assert.Equal("calm", QueueOf("calm").From);
        var more = QueueOf("{from: calm, messages: [closed], every: 20 s}");
        Assert.Equal(("calm", TimeSpan.FromSeconds(20), 1), (more.From, more.Every, more.Messages.Count));
        Assert.Equal((null, "closed"), (QueueOf("{prompt: closed}").From, QueueOf("{prompt: closed}").Prompt));
    }

    [Fact]
    public void What_changes_is_told()
    {
        var before = Read(SiteTexts.Clinic + Music);
        var after = Read(SiteTexts.Clinic + Music.Replace("order: mixed", "order: listed").Replace("hold-music: calm", ""));

        Assert.Equal(["Music calm: order mixed → listed.", "On hold: music calm → signal of the box."], SiteDiff.Between(before, after));
        Assert.Contains(
            "Music radio is new: line-in hw:1,0, gain 0 dB.", SiteDiff.Between(Read(SiteTexts.Clinic), before));
    }

    [Fact]
    public void More_minutes_than_the_box_keeps_are_a_mistake_where_they_begin()
    {
        var text = SiteTexts.Clinic + "music:\n  calm: {files: [a.mp3, a.mp3, b.mp3, c.mp3]}\nhold-music: calm\n";
        var context = SiteTexts.Context with { FileExists = _ => true, SoundLength = _ => TimeSpan.FromMinutes(14) };

        var mistake = Assert.Single(SiteReader.Read(text, "site.yaml", context).Errors);
        Assert.Equal("With \"c.mp3\" the music of the site is 42 minutes long; the box keeps 30.", mistake.What);
        Assert.Equal(text.Split('\n')[mistake.Line - 1].IndexOf("c.mp3", StringComparison.Ordinal) + 1, mistake.Column);
    }

    private static SiteModel Read(string text)
    {
        var result = SiteTexts.Read(text);
        Assert.True(result.Model is not null, string.Join('\n', result.Mistakes.Select(mistake => $"{mistake.Line}: {mistake.What}")));
        return result.Model;
    }

    private static Switchhook.Site.Queues.QueueMusic QueueOf(string music) => Read(
        $"{SiteTexts.Clinic}{Music}agents: {{ana: {{name: Ana, code: 11}}}}\nqueues:\n  one: {{agents: [ana], music: {music}}}\n")
        .Queues["one"].Music;
}
