using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Starting;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Site.Starting;

/// <summary>The file of a new site, and what a first start changes in a file that somebody has prepared.</summary>
public sealed class SiteStarterTests
{
    private static readonly SiteContext Context = new(BoardCatalog.Delivered.ReadAll(), _ => true);

    private static readonly string Prepared = RepositoryFiles.Get("sites/examples/clinic/site.yaml").Text;

    [Theory]
    [InlineData(false, "")]
    [InlineData(false, "09:00-17:00")]
    [InlineData(true, "")]
    [InlineData(true, "09:00-12:00, 13:00-17:00")]
    public void A_new_file_has_no_mistake_and_says_what_the_owner_said(bool queue, string weekdays)
    {
        var start = Start() with { HasQueue = queue, Weekdays = weekdays, ClosedOnHolidays = weekdays.Length > 0, Records = queue };

        var written = SiteStarter.Write(start);

        Assert.Null(written.Trouble);
        var result = SiteReader.Read(written.Text!, "site.yaml", Context);
        Assert.DoesNotContain(result.Mistakes, mistake => mistake.Severity == Severity.Error);
        var site = result.Model!;
        Assert.Equal("Dr. Kim's: practice #1", site.Name);
        Assert.Equal("1 3", string.Join(' ', site.Lines.Keys));
        Assert.Equal("+4930123456", site.Lines["1"].Number);
        Assert.Equal("101 102 105", string.Join(' ', site.Phones.Keys));
        Assert.NotNull(site.Phones["105"].Sip);
        Assert.Equal("12 Elm Street, room 3", site.Phones["102"].Place);
        Assert.Equal("101 102", string.Join(' ', site.Groups["reception"].Phones));
        Assert.Equal(weekdays.Length > 0, site.Hours.ContainsKey("office"));
        Assert.Equal(queue, site.Queues.ContainsKey("callers"));
        var agents = site.Queues.GetValueOrDefault("callers")?.Agents.Select(one => one.Agent) ?? [];
        Assert.Equal(queue ? "front-desk agent-102" : "", string.Join(' ', agents));
        Assert.Equal("101", string.Join(' ', site.Emergency.Notify));
        Assert.Equal(queue ? RecordPolicy.Outside : RecordPolicy.None, site.Record);
        Assert.DoesNotContain("new", site.Phones.Keys.Concat(site.Lines.Keys).Concat(site.Agents.Keys));
        Assert.DoesNotContain("\n  new:", written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_file_has_no_mistake_in_any_country_and_language()
    {
        foreach (var code in CountryTable.Codes)
        {
            // The page proposes numbers that do not begin like an emergency number of the country.
            var help = CountryTable.Get(code).EmergencyNumbers;
            var first = Enumerable.Range(1, 8).First(hundred => !help.Any(one =>
                $"{hundred}01".StartsWith(one, StringComparison.Ordinal) || one.StartsWith($"{hundred}01", StringComparison.Ordinal)));
            var start = Start() with
            {
                Country = code,
                Lines = [new StartLine("fxo1", "")],
                Phones = [new StartPhone($"{first}01", "fxs1", "Desk", "Here")],
                Answering = [$"{first}01"],
                FrontDesk = $"{first}01",
                Weekdays = "09:00-17:00",
            };
            var result = SiteReader.Read(SiteStarter.Write(start).Text!, "site.yaml", Context);
            Assert.True(result.Model is not null, $"{code}: {string.Join(' ', result.Mistakes)}");
        }

        foreach (var language in StartTexts.Languages)
        {
            var texts = StartTexts.Of(language);
            var greeting = StartTexts.With(texts.Greeting, "Elm House");
            var start = Start() with { Language = language, Greeting = greeting, Closed = texts.Closed, Nobody = texts.Nobody };
            var site = SiteReader.Read(SiteStarter.Write(start).Text!, "site.yaml", Context).Model!;
            Assert.Contains("Elm House", site.Prompts["greeting"].Say, StringComparison.Ordinal);
            Assert.Equal(language, site.Language);
        }
    }

    [Fact]
    public void A_prepared_file_that_is_said_again_stays_to_the_letter_and_a_change_is_made_in_its_place()
    {
        var site = SiteReader.Read(Prepared, "site.yaml", Context).Model!;
        var same = new SiteStart(site.Name, site.Country, site.TimeZone.Id, site.Language, site.Board)
        {
            Lines = [.. site.Lines.Values.Select(line => new StartLine(line.Port, line.Number ?? ""))],
            Phones = [.. site.Phones.Values.Select(phone => new StartPhone(phone.Number, phone.Port, phone.Name, phone.Place ?? ""))],
        };

        Assert.Equal(Prepared, SiteStarter.Write(Prepared, site, same).Text);

        var renamed = SiteStarter.Write(Prepared, site, same with { Name = "Another house" }).Text;
        Assert.Equal("Another house", SiteReader.Read(renamed!, "site.yaml", Context).Model!.Name);
        Assert.Equal(Prepared.Split('\n').Length, renamed!.Split('\n').Length);
        Assert.Single(Prepared.Split('\n').Except(renamed.Split('\n')));
    }

    [Theory]
    [InlineData("  language: en", "  languages: [en]")]
    [InlineData("emergency: {notify: [101, 102], test-number: \"*933\"}", "emergency: {test-number: \"*933\"}")]
    public void What_is_not_asked_of_a_prepared_file_is_not_written_into_it(string old, string other)
    {
        Assert.Contains($"\n{old}", Prepared, StringComparison.Ordinal);
        var text = Prepared.Replace($"\n{old}", $"\n{other}", StringComparison.Ordinal);
        var site = SiteReader.Read(text, "site.yaml", Context).Model!;
        var start = new SiteStart(site.Name, site.Country, site.TimeZone.Id, SiteStarter.NamesLanguages(text) ? "de" : "en", site.Board)
        {
            FrontDesk = "102",
        };

        Assert.Equal(text, SiteStarter.Write(text, site, start).Text);
    }

    [Fact]
    public void A_mistake_leads_to_the_value_that_is_to_blame()
    {
        var text = SiteStarter.Write(Start() with { Weekdays = "17:00-09:00" }).Text!;
        var mistake = SiteReader.Read(text, "site.yaml", Context).Mistakes.First(one => one.Severity == Severity.Error);

        Assert.Equal("hours office mon-fri", string.Join(' ', YamlPaths.At(text, mistake.Line, mistake.Column)));
        Assert.Empty(YamlPaths.At("", 1, 1));
    }

    private static SiteStart Start() => new("Dr. Kim's: practice #1", "DE", "Europe/Berlin", "de", "simulated")
    {
        Lines = [new StartLine("fxo1", "+49 30 123456"), new StartLine("fxo3", "+49 30 123457")],
        Phones =
        [
            new StartPhone("101", "fxs1", "Front desk", "12 Elm Street, ground floor"),
            new StartPhone("102", "fxs2", "前台", "12 Elm Street, room 3"),
            new StartPhone("105", null, "Laboratory", "12 Elm Street, basement"),
        ],
        Answering = ["101", "102"],
        FrontDesk = "101",
        Greeting = "Welcome: please hold, #1 will be with you.",
        Closed = "Closed.",
        Nobody = "Nobody.",
    };
}
