using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Switchhook.Tests.Repository;
using Switchhook.Web.Language;

namespace Switchhook.Tests.Web.Language;

/// <summary>Each word of a page has its translation, and each translation is of a word that some page says.</summary>
public sealed partial class WordsTests
{
    private const string Chinese = "firmware/Web/Language/Words.zh-Hans.resx";

    private static readonly Dictionary<string, string> Translated = XDocument.Parse(RepositoryFiles.Get(Chinese).Text).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static readonly HashSet<string> Asked =
    [
        .. RepositoryFiles.Texts.Where(file => file.Path.StartsWith("firmware/Web/", StringComparison.Ordinal))
            .Where(file => file.Extension is ".razor" or ".cs")
            .SelectMany(file => Said().Matches(file.Text))
            .Select(said => string.Concat(Literal().Matches(said.Groups["text"].Value).Select(Unescaped))),

        // The words of states are said where they are shown.
        .. RepositoryFiles.Get("firmware/Web/Text/Look.cs").Text.Split('\n').Where(line => !line.Contains("///", StringComparison.Ordinal))
            .SelectMany(line => Literal().Matches(line)).Select(Unescaped)
            .Where(word => word.Length > 0 && char.IsUpper(word[0])),
    ];

    [Fact]
    public void All_words_of_the_pages_are_translated()
    {
        Assert.True(Asked.Count > 80);
        Assert.Empty(Asked.Except(Translated.Keys));
    }

    [Fact]
    public void No_translation_is_left_over() => Assert.Empty(Translated.Keys.Except(Asked));

    [Fact]
    public void A_translation_has_the_same_places_for_values_and_is_another_text()
    {
        foreach (var (english, chinese) in Translated)
        {
            Assert.Equal(Places(english), Places(chinese));
            Assert.NotEqual(english, chinese);
            Assert.NotEmpty(chinese);
        }
    }

    [Fact]
    public void They_are_found_at_run_time()
    {
        var resources = new ResourceManager(typeof(Words));
        var chinese = CultureInfo.GetCultureInfo("zh-Hans");
        Assert.All(Translated, pair => Assert.Equal(pair.Value, resources.GetString(pair.Key, chinese)));
    }

    private static string Unescaped(Match literal) => Regex.Unescape(literal.Groups["text"].Value);

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(place => place.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("""\bSay\[(?<text>"(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Said();

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex("""\{\d+[^}]*\}""", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
