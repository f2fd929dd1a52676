using System.Globalization;
using System.Text;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Tests.Hardware.Yaml;

public sealed class YamlDocumentTests
{
    private readonly MistakeLog _log = new("test.yaml");

    [Fact]
    public void Every_node_knows_its_line_and_column()
    {
        var root = (YamlMap)YamlDocument.Read("a: 1\nb:\n  - x\n  - {c: \"y\"}\n", _log)!;
        var list = (YamlList)root.Find("b")!;
        Assert.Equal(new Place(1, 1), root.Entries[0].Key.At);
        Assert.Equal(new Place(1, 4), root.Find("a")!.At);
        Assert.Equal(new Place(3, 5), list.Items[0].At);
        Assert.Equal(new Place(4, 9), ((YamlMap)list.Items[1]).Find("c")!.At);
        Assert.Empty(_log.Sorted());
    }

    [Fact]
    public void Values_keep_the_characters_of_the_file()
    {
        var root = (YamlMap)YamlDocument.Read("a: 007\nb: yes\nc: 1e3\nd: +1 312\ne: ~\nf: \"~\"\n", _log)!;
        Assert.Equal(["007", "yes", "1e3", "+1 312", "~", "~"], root.Entries.Select(entry => ((YamlText)entry.Value).Text));
        Assert.Equal([false, false, false, false, true, false], root.Entries.Select(entry => ((YamlText)entry.Value).IsEmpty));
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "3:1", "already there in line 1")]
    [InlineData("a: 1\n\tb: 2\n", "2:1", "tab")]
    [InlineData("a: &x 1\nb: 2\n", "1:4", "anchor")]
    [InlineData("a: 1\nb: !!int 2\n", "2:4", "tag")]
    [InlineData("a: 1\n---\nb: 2\n", "2:1", "second document")]
    [InlineData("[a]: 1\n", "1:1", "key must be a word")]
    [InlineData("a: \"x\n", "1:4", "no end")]
    [InlineData("a: 'x\n", "1:4", "no end")]
    [InlineData("a: b: c\n", "1:5", "colon stands")]
    [InlineData("a: [1, 2\nb: 3\n", "1:4", "not closed")]
    [InlineData("a: {b: 1\nc: 3\n", "1:4", "not closed")]
    [InlineData("a: [1,, 2]\n", "1:4", "comma")]
    [InlineData("a: [1, 2]]\n", "1:10", "never opened")]
    [InlineData("a: \"\\q\"\n", "1:4", "backslash")]
    [InlineData("a: 1\n b: 2\n", "2:3", "colon stands")]
    [InlineData("  a: 1\nb: 2\n", "2:1", "does not fit")]
    [InlineData("a:\n  - x\n y\n", "3:2", "no key")]
    [InlineData("a:\n   b: 1\n  c: 2\n", "3:3", "does not fit")]
    [InlineData("a: @x\n", "1:4", "meaning of its own")]
    [InlineData("a: %x\n", "1:4", "meaning of its own")]
    [InlineData("a: 1\nb:2\nc: 3\n", "2:1", "no space after the colon")]
    [InlineData("a: 1\nb\nc: 2\n", "2:1", "no key")]
    [InlineData("", "1:1", "empty")]
    [InlineData("# only a comment\n", "1:1", "empty")]
    public void What_is_not_readable_gets_its_place_in_plain_words(string text, string place, string words)
    {
        YamlDocument.Read(text, _log);
        var mistake = _log.Sorted()[0];
        Assert.Equal(place, $"{mistake.Line}:{mistake.Column}");
        Assert.Contains(words, mistake.What, StringComparison.Ordinal);
        Assert.NotEmpty(mistake.Cure);
        Assert.True(_log.HasErrors);
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_and_not_followed()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [");
            text.AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 9));
            text.Append("]\n");
        }

        YamlDocument.Read(text.ToString(), _log);
        Assert.Contains(_log.Sorted(), mistake => mistake.What.Contains("alias", StringComparison.Ordinal));
        Assert.Equal(MistakeLog.MostMistakes, _log.Sorted().Count);
        Assert.True(_log.Omitted > 0);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_refused_before_it_costs_anything(string level)
    {
        YamlDocument.Read(string.Concat(Enumerable.Repeat(level, 100_000)), _log);
        Assert.Contains("levels deep", Assert.Single(_log.Sorted()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_parsed()
    {
        Assert.Null(YamlDocument.Read(new string('a', YamlDocument.MostCharacters + 1), _log));
        Assert.Contains("1048577 characters", Assert.Single(_log.Sorted()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_do_no_harm()
    {
        var root = (YamlMap)YamlDocument.Read("\uFEFFa: 1\r\nb: 2\r\n", _log)!;
        Assert.Equal("2", ((YamlText)root.Find("b")!).Text);
        Assert.Equal(new Place(2, 4), root.Find("b")!.At);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_text_breaks_the_reader(int seed)
    {
        const string Alphabet = "ab:-[]{}\"'#&*!|>%@`,? \n\t\0\u2028~";
        var random = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var log = new MistakeLog("random.yaml");
            var root = YamlDocument.Read(text, log);
            Assert.True(root is not null || log.HasErrors, $"Nothing was read and nothing noted (seed {seed}): {text}");
        }
    }
}
