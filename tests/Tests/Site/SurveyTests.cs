using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Flows;
using Switchhook.Site.Surveys;

namespace Switchhook.Tests.Site;

/// <summary>Surveys in the site file.</summary>
public sealed class SurveyTests
{
    private const string Surveys = """
        surveys:
          after-call:
            intro: {say: Two questions.}
            questions:
              - {name: helpful, prompt: closed, keys: 1-5, words: {1: not at all, 5: very}}
              - {name: again, say: Will you call again?, keys: [2, 1]}
            thanks: closed
            share: 40 %
            tries: 2
            wait: 4 s
            wrong: closed

        """;

    private static SiteModel Site => Read();

    [Fact]
    public void All_keys_of_a_survey_are_read()
    {
        Assert.Equal(
            new SurveyConfig(
                "after-call",
                [
                    new("helpful", "closed", [new('1', "not at all"), new('2', null), new('3', null), new('4', null), new('5', "very")]),
                    new("again", "after-call--again", [new('1', null), new('2', null)]),
                ])
            {
                Intro = "after-call--intro",
                Thanks = "closed",
                Share = 40,
                Rules = new EntryRules(2, TimeSpan.FromSeconds(4), "closed", null),
            },
            Site.Surveys["after-call"]);
        Assert.Equal("Will you call again?", Site.Prompts["after-call--again"].Say);
        Assert.Equal("after-call", Site.Queues["plain"].Survey);
        Assert.Equal(new FlowStep.Survey("after-call"), Site.Flows["last"].Steps[0]);
    }

    [Fact]
    public void Three_or_more_keys_without_a_gap_are_a_scale()
    {
        Assert.Equal(['5', null], Site.Surveys["after-call"].Questions.Select(question => question.Best));
        Assert.Equal('9', new SurveyQuestion("q", "p", [new('7', null), new('8', null), new('9', null)]).Best);
        Assert.Null(new SurveyQuestion("q", "p", [new('1', null), new('2', null), new('9', null)]).Best);
    }

    [Fact]
    public void A_change_is_told()
    {
        var changed = Read(
            "share: 40 %", "share: 100 %", "Will you call again?", "Will you call us again?", "keys: 1-5", "keys: 1-6");
        Assert.Equal(
            [
                "Prompt after-call--again: say \"Will you call again?\" → \"Will you call us again?\".",
                "Survey after-call: questions helpful (closed: 1 not at all, 2, 3, 4, 5 very); again (after-call--again: 1, 2) → "
                + "helpful (closed: 1 not at all, 2, 3, 4, 5 very, 6); again (after-call--again: 1, 2), share 40 % → 100 %.",
            ],
            SiteDiff.Between(Site, changed));
        Assert.Contains("Queue plain: survey after-call → none.", SiteDiff.Between(Site, Read(", survey: after-call}", "}")));
    }

    private static SiteModel Read(params string[] replaced)
    {
        var text = QueueTexts.Whole
            .Replace("plain: {agents: [ana]}", "plain: {agents: [ana], survey: after-call}", StringComparison.Ordinal)
            .Replace("last: [queue", "last: [survey: after-call, queue", StringComparison.Ordinal)
            .Replace("flows:\n", $"{Surveys}flows:\n", StringComparison.Ordinal);
        for (var i = 0; i + 1 < replaced.Length; i += 2)
        {
            Assert.Contains(replaced[i], text, StringComparison.Ordinal);
            text = text.Replace(replaced[i], replaced[i + 1], StringComparison.Ordinal);
        }

        var result = SiteTexts.Read(text);
        Assert.True(result.Model is not null, string.Join('\n', result.Mistakes));
        return result.Model!;
    }
}
