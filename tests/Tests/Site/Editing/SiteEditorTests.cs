using System.Collections.Immutable;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Editing;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Site.Editing;

/// <summary>Changes in the text of a site file: what was meant, and not a character more.</summary>
public sealed class SiteEditorTests
{
    private static readonly string[] Values =
    [
        "Front desk", "Zoë's ward: room 3, #4", "08:00-12:00, 13:00-17:30", "\"quoted\" and \\ back", "请按一", "null", "~", "*933",
        "- a", "  spaces  ",
        "{a: b}", "[x]", "yes", "+1 312 555 0100", "'single'", "%x", "@y", "two\nlines", "a #b", "tab\there", "key: value",
        "Thank you for calling. Please hold, we will be with you as soon as one of us is free; until then there is music to listen to.",
    ];

    public static TheoryData<string> Examples =>
        [.. RepositoryFiles.Texts.Select(file => file.Path).Where(path => path.StartsWith("sites/", StringComparison.Ordinal)
            && path.EndsWith("site.yaml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_value_of_each_example_can_be_changed_and_all_around_it_stays_byte_for_byte(string path)
    {
        foreach (var text in (string[])[RepositoryFiles.Get(path).Text, RepositoryFiles.Get(path).Text.ReplaceLineEndings("\r\n")])
        {
            var leaves = Leaves(Read(text), []).ToList();
            Assert.True(leaves.Count > 40);
            for (var i = 0; i < leaves.Count; i++)
            {
                var (place, node) = leaves[i];
                var words = Values[i % Values.Length];
                var result = SiteEditor.Edit(text, [new SiteEdit.Set(place, new EditValue.Text(words))]);

                Assert.True(result.Text is not null, $"{path} {string.Join('/', place)}: {result.Trouble}");
                Assert.StartsWith(text[..node.Span.From], result.Text, StringComparison.Ordinal);
                Assert.EndsWith(text[node.Span.To..].TrimStart(), result.Text, StringComparison.Ordinal);
                var now = (YamlText)place.Aggregate((YamlNode)Read(result.Text), (one, key) => ((YamlMap)one).Find(key)!);
                Assert.Equal(words, now.Text);
                Assert.Equal(Remarks(text), Remarks(result.Text));

                // And back again, to the letter where it stood in one line.
                var back = SiteEditor.Edit(result.Text, [new SiteEdit.Set(place, new EditValue.Text(node.Text))]).Text!;
                Assert.Equal(node.Text, ((YamlText)place.Aggregate((YamlNode)Read(back), (one, key) => ((YamlMap)one).Find(key)!)).Text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_added_can_be_taken_out_again_to_the_letter(string path)
    {
        var text = RepositoryFiles.Get(path).Text;
        foreach (var (place, _) in Leaves(Read(text), []).Where(leaf => leaf.Path.Length > 1))
        {
            ImmutableArray<string> added = [.. place[..^1], "something-new"];
            var more = SiteEditor.Edit(text, [new SiteEdit.Set(added, new EditValue.List(["a", "b: c"]))]);

            Assert.True(more.Text is not null, $"{path} {string.Join('/', added)}: {more.Trouble}");
            Assert.Equal(Remarks(text), Remarks(more.Text));
            var less = SiteEditor.Edit(more.Text, [new SiteEdit.Remove(added)]);
            Assert.True(text == less.Text, $"{path} {string.Join('/', added)}: {less.Trouble}\n{less.Text ?? more.Text}");
        }
    }

    [Theory]
    [InlineData("a: [1, 2] # two\n", "1,2,3", "a: [1, 2, 3] # two\n")]
    [InlineData("a: [\"1\", 2] # two\n", "1,3", "a: [\"1\", 3] # two\n")]
    [InlineData("a: 1 # one\n", "1,2", "a: [1, 2] # one\n")]
    [InlineData("a:\n  # first\n  - 1\n  # two\n  - 2 # b\nb: x\n", "1,2,3", "a:\n  # first\n  - 1\n  # two\n  - 2 # b\n  - 3\nb: x\n")]
    [InlineData("a:\n  # first\n  - 1\n  - 2 # two\n  - 3\n", "2,4", "a:\n  # first\n  - 2 # two\n  - 4\n")]
    [InlineData("a:\n- 1\n- 2\n- 3\n", "1,4", "a:\n- 1\n- 4\n")]
    [InlineData("a:\n- 1\n- 2\n", "2,1", null)]
    [InlineData("a: [1, # one\n  2]\n", "2", null)]
    public void Lists_are_changed_item_by_item(string text, string items, string? expected) =>
        Assert.Equal(expected, SiteEditor.Edit(text, [new SiteEdit.Set(["a"], new EditValue.List([.. items.Split(',')]))]).Text);

    [Theory]
    [InlineData("a: {b: 1, c: 2} # x\n", "a b", "a: {c: 2} # x\n")]
    [InlineData("a: {b: 1, c: 2} # x\n", "a c", "a: {b: 1} # x\n")]
    [InlineData("d: 1\n# about a\na: {b: {c: 1}}\n# end\n", "a b c", "d: 1\n# about a\n# end\n")]
    [InlineData("a: {b: 1, # one\n  c: 2}\n", "a c", null)]
    [InlineData("a:\n  b: 1 # one\n  # about c\n  c: 2\n", "a b", "a:\n  # about c\n  c: 2\n")]
    [InlineData("a: 1\n", "a", null)]
    [InlineData("a: 1\n", "b", null)]
    public void What_goes_takes_nothing_of_its_neighbours(string text, string path, string? expected) =>
        Assert.Equal(expected, SiteEditor.Edit(text, [new SiteEdit.Remove([.. path.Split(' ')])]).Text);

    [Fact]
    public void A_section_that_was_not_there_stands_at_the_end_and_a_key_gets_another_name()
    {
        var text = SiteEditor.Edit(
            "a: {'b': 1} # one\n",
            [
                new SiteEdit.Set(["hours", "office", "sat"], new EditValue.Text("08:00-12:00")),
                new SiteEdit.Set(["hours", "office", "closed"], new EditValue.List(["holidays"])),
                new SiteEdit.Rename(["a", "b"], "c"),
            ]).Text;

        Assert.Equal("a: {'c': 1} # one\n\nhours:\n  office: {sat: \"08:00-12:00\", closed: [holidays]}\n", text);
        Assert.Null(SiteEditor.Edit("a: {b: 1, c: 2}\n", [new SiteEdit.Rename(["a", "b"], "c")]).Text);
    }

    [Fact]
    public void A_text_in_several_lines_stays_one()
    {
        const string Before = "a:\n  say: >-\n    One two\n    three.\n  # about b\n  b: 1\n";

        var words = string.Join(' ', Enumerable.Repeat("word", 30));
        var text = SiteEditor.Edit(Before, [new SiteEdit.Set(["a", "say"], new EditValue.Text(words))]).Text!;

        Assert.StartsWith("a:\n  say: >-\n    word word", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n    {words[..49]}\n  # about b\n  b: 1\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 104));
    }

    [Theory]
    [InlineData("a: [\n", "a")]
    [InlineData("a: 1\n", "a b")]
    [InlineData("a: 1\n", "")]
    public void What_cannot_be_changed_is_told(string text, string path)
    {
        var edit = new SiteEdit.Set([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries)], new EditValue.Text("x"));
        var result = SiteEditor.Edit(text, [edit]);
        Assert.Null(result.Text);
        Assert.NotEmpty(result.Trouble!);
        Assert.Null(SiteEditor.Edit("a: 1\n", [.. Enumerable.Repeat(edit, SiteEditor.MostEdits + 1)]).Text);
    }

    private static IEnumerable<(ImmutableArray<string> Path, YamlText Value)> Leaves(YamlMap map, ImmutableArray<string> path) =>
        map.Entries.SelectMany(entry => entry.Value switch
        {
            YamlText { IsEmpty: false } text => [([.. path, entry.Key.Value], text)],
            YamlMap more => Leaves(more, [.. path, entry.Key.Value]),
            _ => [],
        });

    private static YamlMap Read(string text) => (YamlMap)YamlDocument.Read(text, new MistakeLog("site.yaml"))!;

    private static List<string> Remarks(string text) => [.. text.Split('\n').Where(line => line.TrimStart().StartsWith('#'))];
}
