using Switchhook.Flows;
using Switchhook.Flows.Announcing.Values;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site.Flows;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Announcing.Values;

/// <summary>Values in the words of each language, as its speakers say them.</summary>
public sealed class SpokenValueTests
{
    [Theory]
    [InlineData("en", "4711", "4 7 1 1")]
    [InlineData("en", "312-555 0100", "3 1 2, 5 5 5, 0 1 0 0")]
    [InlineData("en-GB", "+44#", "plus 4 4 hash")]
    [InlineData("en", "7", "7")]
    [InlineData("de", "*42", "Stern 4 2")]
    [InlineData("zh", "1205", "一 二 零 五")]
    public void Digits(string language, string value, string words) => Assert.Equal(words, Say(ValueKind.Digits, value, language));

    [Theory]
    [InlineData("en", "-5", "minus 5")]
    [InlineData("en", "1234.50", "1234.5")]
    [InlineData("de", "1234.5", "1234,5")]
    [InlineData("fr", "0.05", "0,05")]
    [InlineData("es", "2.005", "2,01")]
    [InlineData("it", "-0.001", "0")]
    [InlineData("pt", "999999999999", "999999999999")]
    [InlineData("nl", "-1.25", "min 1,25")]
    [InlineData("zh", "0", "零")]
    [InlineData("zh", "2", "二")]
    [InlineData("zh", "10", "十")]
    [InlineData("zh", "12", "十二")]
    [InlineData("zh", "22", "二十二")]
    [InlineData("zh", "110", "一百一十")]
    [InlineData("zh", "200", "两百")]
    [InlineData("zh", "1001", "一千零一")]
    [InlineData("zh", "2222", "两千两百二十二")]
    [InlineData("zh", "10010", "一万零一十")]
    [InlineData("zh", "20000", "两万")]
    [InlineData("zh", "100000", "十万")]
    [InlineData("zh", "120003", "十二万零三")]
    [InlineData("zh", "100000001", "一亿零一")]
    [InlineData("zh", "-3.14", "负三点一四")]
    public void Numbers(string language, string value, string words) => Assert.Equal(words, Say(ValueKind.Number, value, language));

    [Theory]
    [InlineData("en", "2026-03-03", "March 3rd, 2026")]
    [InlineData("en-GB", "2026-11-21", "the 21st of November 2026")]
    [InlineData("de", "2026-03-01", "erster März 2026")]
    [InlineData("de", "2026-12-31", "einunddreißigster Dezember 2026")]
    [InlineData("fr", "2026-08-01", "1er août 2026")]
    [InlineData("fr", "2026-08-02", "2 août 2026")]
    [InlineData("es", "2026-03-03", "3 de marzo de 2026")]
    [InlineData("it", "2026-03-01", "primo marzo 2026")]
    [InlineData("pt", "2026-02-28", "28 de fevereiro de 2026")]
    [InlineData("nl", "2026-05-05", "5 mei 2026")]
    [InlineData("zh", "2026-10-22", "二零二六年十月二十二日")]
    public void Dates(string language, string value, string words) => Assert.Equal(words, Say(ValueKind.Date, value, language));

    [Theory]
    [InlineData("en", "00:00", "midnight")]
    [InlineData("en", "14:05", "2:05 PM")]
    [InlineData("en", "09:00:59", "9 AM")]
    [InlineData("de", "01:00", "ein Uhr")]
    [InlineData("de", "14:30", "14 Uhr 30")]
    [InlineData("fr", "01:15", "une heure 15")]
    [InlineData("fr", "21:00", "20 et une heures")]
    [InlineData("fr", "12:30", "midi 30")]
    [InlineData("es", "01:01", "una hora y un minuto")]
    [InlineData("es", "21:21", "veintiuna horas y veintiún minutos")]
    [InlineData("es", "14:30", "14 horas y 30 minutos")]
    [InlineData("it", "13:00", "le 13")]
    [InlineData("it", "01:10", "l'una e 10")]
    [InlineData("pt", "02:00", "duas horas")]
    [InlineData("pt", "22:01", "vinte e duas horas e 1 minuto")]
    [InlineData("nl", "01:30", "één uur 30")]
    [InlineData("zh", "14:05", "下午两点零五分")]
    [InlineData("zh", "12:30", "中午十二点三十分")]
    [InlineData("zh", "00:10", "凌晨零点十分")]
    [InlineData("zh", "22:00", "晚上十点")]
    public void Times(string language, string value, string words) => Assert.Equal(words, Say(ValueKind.Time, value, language));

    [Theory]
    [InlineData("en", "US", "1", "one dollar")]
    [InlineData("en", "US", "12.50", "12 dollars and 50 cents")]
    [InlineData("en", "US", "0.01", "one cent")]
    [InlineData("en", "US", "0", "0 dollars")]
    [InlineData("en", "US", "-3.00 EUR", "minus 3 euros")]
    [InlineData("en", "US", "12.5 CAD", "12.50 C A D")]
    [InlineData("en", "CA", "12.5", "12 dollars and 50 cents")]
    [InlineData("en", "GB", "0.02", "2 pence")]
    [InlineData("en", "JP", "1500.4", "1500 yen")]
    [InlineData("en", "SE", "20", "20 S E K")]
    [InlineData("de", "DE", "1.01", "ein Euro und ein Cent")]
    [InlineData("de", "CH", "2.20", "2 Franken und 20 Rappen")]
    [InlineData("nl", "NL", "1.50", "één euro en 50 cent")]
    [InlineData("it", "IT", "1", "un euro")]
    [InlineData("it", "GB", "1.21", "una sterlina e 21 penny")]
    [InlineData("it", "IT", "2000000", "2000000 di euro")]
    [InlineData("fr", "FR", "0", "0 euro")]
    [InlineData("fr", "FR", "1.50", "un euro et 50 centimes")]
    [InlineData("fr", "GB", "21", "20 et une livres sterling")]
    [InlineData("fr", "GB", "181", "180 une livres sterling")]
    [InlineData("fr", "GB", "71", "71 livres sterling")]
    [InlineData("fr", "FR", "3000000", "3000000 d'euros")]
    [InlineData("es", "ES", "21.50", "veintiún euros con 50 céntimos")]
    [InlineData("es", "GB", "231", "doscientas treinta y una libras")]
    [InlineData("es", "GB", "1500", "1000 quinientas libras")]
    [InlineData("es", "ES", "11", "11 euros")]
    [InlineData("es", "MX", "1000000", "1000000 de pesos")]
    [InlineData("es", "MX", "101", "ciento un pesos")]
    [InlineData("pt-BR", "BR", "2.00", "2 reais")]
    [InlineData("pt-BR", "BR", "1.10", "1 real e 10 centavos")]
    [InlineData("pt", "GB", "2", "duas libras")]
    [InlineData("pt", "GB", "1222", "1000 duzentas e vinte e duas libras")]
    [InlineData("pt", "GB", "1200", "1000 e duzentas libras")]
    [InlineData("pt", "GB", "12", "12 libras")]
    [InlineData("zh", "CN", "2", "两元")]
    [InlineData("zh", "CN", "12.50", "十二元五角")]
    [InlineData("zh", "CN", "3.05", "三元零五分")]
    [InlineData("zh", "CN", "2.22", "两元两角二分")]
    [InlineData("zh", "CN", "0.02", "二分")]
    [InlineData("zh", "US", "2.50", "两美元五十美分")]
    public void Money(string language, string country, string value, string words) =>
        Assert.Equal(words, Say(ValueKind.Money, value, language, country));

    [Theory]
    [InlineData(ValueKind.Digits, "12a")]
    [InlineData(ValueKind.Digits, "1+2")]
    [InlineData(ValueKind.Digits, "12345678901234567890123456789012345678901")]
    [InlineData(ValueKind.Number, "1,5")]
    [InlineData(ValueKind.Number, "1000000000000")]
    [InlineData(ValueKind.Number, "1e5")]
    [InlineData(ValueKind.Date, "2026-02-29")]
    [InlineData(ValueKind.Date, "1899-12-31")]
    [InlineData(ValueKind.Time, "24:00")]
    [InlineData(ValueKind.Time, "2 PM")]
    [InlineData(ValueKind.Money, "1.2.3")]
    [InlineData(ValueKind.Money, "12 eur")]
    [InlineData(ValueKind.Money, "1000000000")]
    public void What_is_no_value_is_not_said_and_the_cure_is_told(ValueKind kind, string value)
    {
        var spoken = SpokenValue.Of(kind, value, "en", "US");

        Assert.Null(spoken.Text);
        Assert.StartsWith($"\"{value}\" cannot be said: it has to be ", spoken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_and_too_much_are_not_said()
    {
        Assert.Contains("0 characters", SpokenValue.Of(ValueKind.Number, " ", "en", "US").Why!, StringComparison.Ordinal);
        Assert.Contains("61 characters", SpokenValue.Of(ValueKind.Digits, new string('1', 61), "en", "US").Why!, StringComparison.Ordinal);
        Assert.Contains("no currency", SpokenValue.Of(ValueKind.Money, "5", "en", "AQ").Why!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_spoken_by_a_voice_of_the_language_that_it_is_in()
    {
        var speaker = new ListeningSpeaker();
        var prompts = PromptLibrary.Empty with { Speaker = speaker };
        var site = new SiteInForce(Sites.Clinic() with { Language = "de" }, Sites.UnitedStates, prompts);

        await ValueSpeech.SayAsync(site, ValueKind.Money, "1", null, CancellationToken.None);
        await ValueSpeech.SayAsync(site, ValueKind.Time, "14:30", "sv", CancellationToken.None);
        var wrong = await ValueSpeech.SayAsync(site, ValueKind.Time, "later", "de", CancellationToken.None);

        Assert.Equal(["de: ein Dollar", "en: 2:30 PM"], speaker.Said);
        Assert.Null(wrong.Prompt);
        Assert.Contains("\"later\" cannot be said", wrong.Missing!, StringComparison.Ordinal);
    }

    private static string? Say(ValueKind kind, string value, string language, string country = "US") =>
        SpokenValue.Of(kind, value, language, country).Text;

    private sealed class ListeningSpeaker : ISpeaker
    {
        public List<string> Said { get; } = [];

        public Task<Spoken> SayAsync(string text, string? language, CancellationToken cancel)
        {
            Said.Add($"{language}: {text}");
            return Task.FromResult(new Spoken(null, "Only listens."));
        }
    }
}
