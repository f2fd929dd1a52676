using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Flows.Announcing;

namespace Switchhook.Tests.Flows.Announcing;

/// <summary>The sentences of all languages.</summary>
public sealed class PhrasebookTests
{
    private static readonly string[] Queues = ["Appointments", "Prescriptions"];

    public static TheoryData<string> Languages => ["en", "en-GB", "de", "es", "es-MX", "fr", "it", "nl", "pt", "pt-BR", "zh"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_has_a_whole_sentence_of_its_own(string language)
    {
        var book = Phrasebook.For(language);
        var said = TalkingSite.Phrases(Queues).Select(book.Say).ToList();

        Assert.Null(book.Note);
        Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
        Assert.All(said, sentence =>
        {
            Assert.True(sentence[^1] is '.' or '。', sentence);
            Assert.DoesNotContain('{', sentence);
            Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
            Assert.True(sentence[0] == char.ToUpperInvariant(sentence[0]), sentence);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_changes_is_in_the_sentence(string language)
    {
        var book = Phrasebook.For(language);

        Assert.Contains("7", book.Say(Phrase.Place(7)), StringComparison.Ordinal);
        Assert.Contains("20", book.Say(Phrase.Place(50)), StringComparison.Ordinal);
        Assert.Contains("15", book.Say(Phrase.Forecast(TimeSpan.FromMinutes(15))), StringComparison.Ordinal);
        Assert.Contains("30", book.Say(Phrase.Waited(TimeSpan.FromMinutes(30))), StringComparison.Ordinal);
        Assert.Contains("9", book.Say(Phrase.CallbackOffer('9')), StringComparison.Ordinal);
        Assert.Contains("1", book.Say(Phrase.PressToAccept('1')), StringComparison.Ordinal);
        Assert.Contains("Appointments", book.Say(Phrase.CallFrom("Appointments")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 1, "The wait is about one minute.")]
    [InlineData("en", 2, "The wait is about 2 minutes.")]
    [InlineData("de", 1, "Die Wartezeit beträgt etwa eine Minute.")]
    [InlineData("de", 5, "Die Wartezeit beträgt etwa 5 Minuten.")]
    [InlineData("fr", 1, "Le temps d'attente est d'environ une minute.")]
    [InlineData("es", 1, "El tiempo de espera es de aproximadamente un minuto.")]
    [InlineData("it", 1, "Il tempo di attesa è di circa un minuto.")]
    [InlineData("nl", 1, "De wachttijd is ongeveer één minuut.")]
    [InlineData("pt", 1, "O tempo de espera é de cerca de um minuto.")]
    [InlineData("zh", 2, "预计等待时间大约两分钟。")]
    [InlineData("zh", 3, "预计等待时间大约3分钟。")]
    public void One_and_many_follow_the_language(string language, int minutes, string sentence) =>
        Assert.Equal(sentence, Phrasebook.For(language).Say(Phrase.Forecast(TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData("en", "We open again tomorrow at 9 AM.", "We open again on Monday at 2:30 PM.")]
    [InlineData("de", "Wir öffnen morgen um 9 Uhr wieder.", "Wir öffnen am Montag um 14 Uhr 30 wieder.")]
    [InlineData("es", "Volvemos a abrir mañana a las 9.", "Volvemos a abrir el lunes a las 14 y 30.")]
    [InlineData("fr", "Nous rouvrons demain à 9 heures.", "Nous rouvrons lundi à 14 heures 30.")]
    [InlineData("it", "Riapriamo domani alle 9.", "Riapriamo lunedì alle 14 e 30.")]
    [InlineData("nl", "We zijn morgen om 9 uur weer open.", "We zijn op maandag om 14 uur 30 weer open.")]
    [InlineData("pt", "Reabrimos amanhã às 9 horas.", "Reabrimos na segunda-feira às 14 horas e 30.")]
    [InlineData("zh", "我们明天9点重新上班。", "我们星期一14点30分重新上班。")]
    public void Day_and_time_are_told_as_people_do(string language, string morning, string afternoon)
    {
        var book = Phrasebook.For(language);

        Assert.Equal(morning, book.Say(Phrase.OpensAgain(new SpokenTime(SpokenDay.Tomorrow, 9 * 60))));
        Assert.Equal(afternoon, book.Say(Phrase.OpensAgain(new SpokenTime(SpokenDay.Monday, (14 * 60) + 30))));
    }

    [Theory]
    [InlineData("en", 0, "It will be at midnight.")]
    [InlineData("en", 12 * 60, "It will be at noon.")]
    [InlineData("en", 5, "It will be at 12:05 AM.")]
    [InlineData("de", 60, "Und zwar um ein Uhr.")]
    [InlineData("fr", 60, "Ce sera à une heure.")]
    [InlineData("es", 60, "Será a la una.")]
    [InlineData("it", 60, "Sarà all'una.")]
    [InlineData("pt", 60, "Será à uma hora.")]
    [InlineData("zh", 125, "时间是两点零5分。")]
    public void The_clock_follows_the_language(string language, int minute, string sentence) =>
        Assert.Equal(sentence, Phrasebook.For(language).Say(Phrase.ChosenTime(minute)));

    [Theory]
    [InlineData("2026-11-23T09:00Z", "We will call you back today.")]
    [InlineData("2026-11-24T00:00Z", "We will call you back tomorrow.")]
    [InlineData("2026-11-25T09:00Z", "We will call you back on Wednesday.")]
    [InlineData("2026-11-30T09:00Z", "We will call you back on Monday.")]
    public void A_day_is_told_as_seen_from_today(string moment, string sentence)
    {
        var spoken = SpokenTime.Of(
            DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture),
            new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            new SiteCalendar(TimeZoneInfo.Utc));

        Assert.Equal(sentence, Phrasebook.For("en").Say(Phrase.ChosenDay(spoken!.Value.Day)));
    }

    [Fact]
    public void A_day_beyond_a_week_is_not_told_by_its_day_of_the_week()
    {
        var now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        Assert.NotNull(SpokenTime.Of(now.AddDays(7), now, new SiteCalendar(TimeZoneInfo.Utc)));
        Assert.Null(SpokenTime.Of(now.AddDays(8), now, new SiteCalendar(TimeZoneInfo.Utc)));
    }

    [Theory]
    [InlineData("en-US", "Press pound to accept.")]
    [InlineData("en-GB", "Press hash to accept.")]
    [InlineData("pt-BR", "Pressione jogo da velha para aceitar.")]
    [InlineData("es-MX", "Pulse numeral para aceptar.")]
    [InlineData("es-ES", "Pulse almohadilla para aceptar.")]
    [InlineData("de-AT", "Drücken Sie Raute, um den Anruf anzunehmen.")]
    public void The_hash_key_is_called_as_in_the_country(string language, string sentence) =>
        Assert.Equal(sentence, Phrasebook.For(language).Say(Phrase.PressToAccept('#')));

    [Fact]
    public void Another_language_is_said_in_english_and_noted()
    {
        var book = Phrasebook.For("sv-SE");

        Assert.Equal("en", book.Language);
        Assert.Equal("The box has no sentences in language \"sv-SE\", and says them in English.", book.Note);
        Assert.Equal("You are the next caller.", book.Say(Phrase.Place(1)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("pt-BR")]
    public void The_synthesizer_gets_the_language_of_the_site(string language) =>
        Assert.Equal(language, Phrasebook.For(language).Language);
}
