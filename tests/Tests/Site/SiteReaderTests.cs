using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Prompts;

namespace Switchhook.Tests.Site;

public sealed class SiteReaderTests
{
    [Fact]
    public void A_right_file_becomes_the_model_that_it_says()
    {
        var result = SiteTexts.Read(SiteTexts.Clinic);
        Assert.Empty(result.Mistakes);
        var site = result.Model!;
        Assert.Equal(("Clinic", "US", "America/Chicago"), (site.Name, site.Country, site.TimeZone.Id));
        Assert.Equal(("en", "simulated"), (site.Language, site.Board));
        Assert.Equal(new LineConfig("main-1", "fxo1", "+13125550100", "day", PulseDialling: false), site.Lines["main-1"]);
        Assert.Equal(new LineConfig("main-2", "fxo2", null, "night", PulseDialling: true), site.Lines["main-2"]);
        Assert.Equal(new PhoneConfig("101", "fxs1", "Front desk", "Reception", CallWaiting: true), site.Phones["101"]);
        Assert.False(site.Phones["102"].CallWaiting);
        Assert.Equal(
            [new FlowStep.Play("welcome"), new FlowStep.Ring("desk"), new FlowStep.Go("night")], site.Flows["day"].Steps.ToArray());
        Assert.Equal([new FlowStep.Play("closed"), new FlowStep.HangUp()], site.Flows["night"].Steps.ToArray());
        Assert.Equal(new PromptConfig("welcome", "prompts/welcome.wav", null), site.Prompts["welcome"]);
        Assert.Equal(new PromptConfig("closed", null, "We are closed."), site.Prompts["closed"]);
        Assert.Equal(RecordPolicy.Outside, site.Record);
    }

    [Fact]
    public void A_prompt_may_be_given_in_each_language_of_the_site()
    {
        var text = SiteTexts.Clinic
            .Replace("America/Chicago}", "America/Chicago, languages: [en, zh, de]}", StringComparison.Ordinal)
            .Replace(
                "{file: prompts/welcome.wav}",
                "{file: {zh: prompts/welcome.wav}, say: {en: Hello., de: Guten Tag.}}",
                StringComparison.Ordinal)
            .Replace(
                "{say: We are closed.}", "{say: {de: Zu., en: We are closed., zh: 已下班。}, level: as-is}", StringComparison.Ordinal);
        var result = SiteTexts.Read(text);

        Assert.Empty(result.Mistakes);
        var site = result.Model!;
        Assert.Equal(("en", "en zh de"), (site.Language, site.Languages.ToString()));
        Assert.Equal(
            new PromptConfig("welcome", null, "Hello.")
            {
                Others = [new PromptText("zh", "prompts/welcome.wav", null), new PromptText("de", null, "Guten Tag.")],
            },
            site.Prompts["welcome"]);
        Assert.Equal((PromptLevel.AsIs, "We are closed."), (site.Prompts["closed"].Level, site.Prompts["closed"].Say));
        Assert.Equal(["zh", "de"], site.Prompts["closed"].Others.Select(other => other.Language));
    }

    [Fact]
    public void A_plain_text_is_in_the_first_language_and_music_needs_no_other()
    {
        var text = SiteTexts.Clinic.Replace("America/Chicago}", "America/Chicago, languages: [de, en]}", StringComparison.Ordinal);
        var result = SiteTexts.Read(text);

        Assert.Equal(
            [
                "Prompt welcome has no English text: callers in en hear it in German.",
                "Prompt closed has no English text: callers in en hear it in German.",
            ],
            result.Warnings.Select(warning => warning.What));
        Assert.Equal("We are closed.", result.Model!.Prompts["closed"].Say);
        Assert.Equal("de", result.Model.Language);
    }

    [Fact]
    public void Groups_and_rules_keep_the_order_of_the_file()
    {
        var site = SiteTexts.Read(SiteTexts.Clinic).Model!;
        var group = site.Groups["desk"];
        Assert.Equal(["102", "101"], group.Phones.ToArray());
        Assert.Equal(
            (HuntStrategy.LongestIdle, TimeSpan.FromSeconds(15), 3, TimeSpan.FromSeconds(2)),
            (group.Strategy, group.RingTime, group.Rounds, group.Pause));
        Assert.Equal(["main-2", "main-1"], site.LineGroups["outside"].Lines.ToArray());
        Assert.Equal(LineOrder.RoundRobin, site.LineGroups["outside"].Order);
        var rule = Assert.Single(site.Outbound);
        Assert.Equal(("9", "1 312", "outside"), (rule.Prefix, string.Join(' ', rule.Starts), rule.Over));
        Assert.Equal((7, 11), (rule.MinDigits, rule.MaxDigits));
    }

    [Fact]
    public void A_line_may_have_a_night_way_and_a_lamp_may_show_night()
    {
        var text = SiteTexts.Clinic.Replace("main-1: {", "main-1: {night: night, ", StringComparison.Ordinal);
        var result = SiteTexts.Read(text + "lamps: {desk-lamp: {shows: night}}\n");

        Assert.Empty(result.Mistakes);
        Assert.Equal("night", result.Model!.Lines["main-1"].NightFlow);
        Assert.Equal(new LampConfig("desk-lamp", null), result.Model.Lamps["desk-lamp"]);
        var line = result.Model.Lines["main-1"];
        Assert.Equal(("night", "day"), (line.FlowBy(night: true), line.FlowBy(night: false)));
    }

    [Fact]
    public void What_is_left_out_gets_its_default()
    {
        const string Text = """
            site: {name: Clinic, country: DE, time-zone: Europe/Berlin, language: de}
            lines: {main: {port: fxo1, route: day}}
            phones: {21: {port: fxs1, name: Empfang, place: Erdgeschoss}}
            groups: {desk: {phones: [21]}}
            flows: {day: [ring: desk]}
            line-groups: {outside: {lines: [main]}}
            outbound: [{prefix: 0, digits: 3-15, over: outside}]
            """;
        var result = SiteTexts.Read(Text);
        Assert.Empty(result.Mistakes);
        var site = result.Model!;
        Assert.Equal(RecordPolicy.None, site.Record);
        Assert.Equal((HuntStrategy.RingAll, 2), (site.Groups["desk"].Strategy, site.Groups["desk"].Rounds));
        Assert.Equal((TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5)), (site.Groups["desk"].RingTime, site.Groups["desk"].Pause));
        Assert.True(site.Phones["21"].CallWaiting);
        Assert.Equal(LineOrder.Ascending, site.LineGroups["outside"].Order);
        Assert.Equal("", Assert.Single(site.Outbound[0].Starts));
    }

    [Fact]
    public void All_mistakes_come_at_once_in_the_order_of_the_file()
    {
        var text = SiteTexts.Clinic
            .Replace("country: US", "country: USA", StringComparison.Ordinal)
            .Replace("port: fxo2", "port: fxo9", StringComparison.Ordinal)
            .Replace("[102, 101]", "[102, 110]", StringComparison.Ordinal)
            .Replace("ring: 15 s", "ring: 15", StringComparison.Ordinal)
            .Replace("record: outside", "record: outsid", StringComparison.Ordinal);
        var result = SiteTexts.Read(text);
        Assert.Null(result.Model);
        Assert.Equal(["1:31", "4:18", "9:24", "9:60", "23:9"], result.Errors.Select(mistake => $"{mistake.Line}:{mistake.Column}"));
    }

    [Fact]
    public void Warnings_do_not_keep_a_site_from_working()
    {
        var result = SiteTexts.Read(SiteTexts.Clinic.Replace("- play: welcome", "", StringComparison.Ordinal));
        Assert.NotNull(result.Model);
        Assert.Equal("Nothing uses the prompt welcome.", Assert.Single(result.Warnings).What);
    }

    [Fact]
    public void A_name_that_is_spelt_wrong_is_no_second_mistake_elsewhere()
    {
        var result = SiteTexts.Read(SiteTexts.Clinic.Replace("desk: {phones", "Desk: {phones", StringComparison.Ordinal));
        Assert.Equal(["Write \"desk\" instead."], result.Mistakes.Select(mistake => mistake.Cure));
    }

    [Fact]
    public void A_thing_with_mistakes_inside_is_still_known_by_its_name()
    {
        var result = SiteTexts.Read(SiteTexts.Clinic.Replace("101: {port: fxs1,", "101: {prot: fxs1,", StringComparison.Ordinal));
        Assert.All(result.Errors, mistake => Assert.Equal(6, mistake.Line));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_file_gives_mistakes_or_a_site_and_never_breaks_the_reader(int seed)
    {
        const string Marks = "{}[]:,-#\"' \nax19&*!|>%@`~\t";
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var text = new string(SiteTexts.Clinic).ToCharArray();
            for (var slips = random.Next(1, 6); slips > 0; slips--)
            {
                text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            }

            var result = SiteTexts.Read(new string(text));
            Assert.Equal(result.Model is null, result.Errors.Any());
            Assert.NotEmpty(SiteReport.Render(result, "site.yaml"));
        }
    }

    [Fact]
    public void A_huge_file_of_wrong_names_takes_no_time()
    {
        var names = string.Join(", ", Enumerable.Range(0, 20_000).Select(number => $"phone-{number}"));
        var text = SiteTexts.Clinic.Replace("[102, 101]", $"[{names}]", StringComparison.Ordinal);
        var result = SiteTexts.Read(text);
        Assert.Equal(MistakeLog.MostMistakes, result.Mistakes.Count);
        Assert.True(result.Omitted > 0);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_mistake_like_others()
    {
        var result = SiteReader.ReadFile("no-such-folder/site.yaml");
        Assert.Contains("cannot be read", Assert.Single(result.Mistakes).What, StringComparison.Ordinal);
    }
}
