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
