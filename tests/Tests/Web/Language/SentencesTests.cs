using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Switchhook.Acd.Figures;
using Switchhook.Calls;
using Switchhook.Flows.Codes;
using Switchhook.Tests.Repository;
using Switchhook.Web.Language;

namespace Switchhook.Tests.Web.Language;

/// <summary>Sentences of other rooms, said in the language of the page.</summary>
public sealed partial class SentencesTests
{
    private const string File = "firmware/Web/Language/Sentences.zh-Hans.resx";

    private static readonly Sentences Chinese = Sentences.In(CultureInfo.GetCultureInfo("zh-Hans"));

    private static readonly Dictionary<string, string> Translated = XDocument.Parse(RepositoryFiles.Get(File).Text).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    [Fact]
    public void Each_sentence_is_said_somewhere()
    {
        // Texts that are joined of several lines are one.
        var sources = string.Join('\n', RepositoryFiles.Code.Where(file => file.Path.StartsWith("firmware/", StringComparison.Ordinal))
            .Concat(RepositoryFiles.All.Where(file => file.Path.StartsWith("hardware/boards/", StringComparison.Ordinal)))
            .Select(file => Joint().Replace(file.Text, "").Replace("\\\"", "\"", StringComparison.Ordinal)));

        Assert.DoesNotContain(Translated.Keys, key => Place().Split(key).SelectMany(text => Signs().Split(text)).Any(
            piece => piece.Trim().Length > 0 && !sources.Contains(piece, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_sentence_finds_its_translation_with_its_values()
    {
        foreach (var (english, chinese) in Translated)
        {
            Assert.All(PlacesOf(chinese), place => Assert.Contains(place, PlacesOf(english)));
            var (said, told) = (Filled(english), Filled(chinese));
            Assert.True(said != Chinese.Tell(said), said);
            Assert.True(told == Chinese.Tell(said), $"{said}: {Chinese.Tell(said)}");
        }
    }

    [Theory]
    [InlineData("Phone 101 answered.", "电话 101接听。")]
    [InlineData("The call is over: The other party hung up.", "通话结束：对方挂机。")]
    [InlineData("Nobody answered. Something that no translation knows.", "无人接听。Something that no translation knows.")]
    [InlineData("Phone 101 left the call: Phone 101 hung up.", "电话 101离开通话：电话 101挂机。")]
    [InlineData("Ana Lopez", "Ana Lopez")]
    [InlineData("", "")]
    public void Sentences_are_told_one_by_one_and_what_is_not_known_stays(string english, string chinese) =>
        Assert.Equal(chinese, Chinese.Tell(english));

    [Fact]
    public void Names_and_formulas_of_all_figures_are_translated()
    {
        var formulas = FigureFormula.All(new FigureRules());

        Assert.DoesNotContain(formulas.SelectMany(formula => new[] { formula.Label, formula.Words }), text => Chinese.Tell(text) == text);
    }

    [Fact]
    public void All_codes_of_the_phones_are_translated() =>
        Assert.DoesNotContain(CodeTable.Families.Select(family => family.Words), text => Chinese.Tell(text) == text);

    [Fact]
    public void What_every_call_can_end_by_is_translated()
    {
        Cause[] causes = [Cause.FarEnd, Cause.AnsweredElsewhere, Cause.NoAnswer, Cause.Busy, Cause.HungUp("Phone 101")];

        Assert.DoesNotContain(causes.Select(cause => cause.Words), text => Chinese.Tell(text) == text);
    }

    [Fact]
    public void A_long_text_and_one_of_many_sentences_come_to_an_end()
    {
        var much = string.Concat(Enumerable.Repeat("Nobody answered. ", 100));

        Assert.Equal(much + much, Chinese.Tell(much + much));
        Assert.StartsWith("无人接听。无人接听。", Chinese.Tell(much), StringComparison.Ordinal);
    }

    private static string Filled(string text) =>
        Place().Replace(text, place => "x7" + place.Groups["place"].Value);

    private static IEnumerable<string> PlacesOf(string text) => Place().Matches(text).Select(place => place.Groups["place"].Value);

    [GeneratedRegex("""\{(?<place>\d+)(?::(?:told|word))?\}""", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    // Parts of a sentence that are put together: "closed" and "opens at".
    [GeneratedRegex("[:,] ", RegexOptions.NonBacktracking)]
    private static partial Regex Signs();

    [GeneratedRegex("\"\\)?\\s*\\+\\s*(?:Say\\()?\\$?\"", RegexOptions.NonBacktracking)]
    private static partial Regex Joint();
}
