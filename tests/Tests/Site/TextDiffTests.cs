using Switchhook.Site.Diff;

namespace Switchhook.Tests.Site;

/// <summary>Which lines of a file changed.</summary>
public sealed class TextDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c d e f g", "a b c X e f g", " b, c,-d,+X, e, f")]
    [InlineData("a b", "a b c", " a, b,+c")]
    [InlineData("a b c", "b c", "-a, b, c")]
    [InlineData("a b c d e f g h", "X b c d e f g Y", "-a,+X, b, c, f, g,-h,+Y")]
    [InlineData("a b c", "a c b", " a,-b, c,+b")]
    public void Lines_that_changed_are_shown_with_two_around(string before, string after, string shown) => Assert.Equal(
        shown,
        string.Join(',', TextDiff.Between(before.Replace(' ', '\n'), after.Replace(' ', '\n'))
            .Select(line => line.ToString().Remove(1, 1))));

    [Fact]
    public void Where_lines_are_left_out_is_told() => Assert.Equal(
        ["f"],
        TextDiff.Between("a\nb\nc\nd\ne\nf\ng\nh", "X\nb\nc\nd\ne\nf\ng\nY").Where(line => line.IsAfterGap).Select(line => line.Text));

    [Fact]
    public void The_new_text_is_the_old_one_with_the_changes()
    {
        var random = new Random(4711);
        for (var round = 0; round < 200; round++)
        {
            string[] before = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"{random.Next(4)}")];
            string[] after = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"{random.Next(4)}")];
            var diff = TextDiff.Between(string.Join('\n', before), string.Join('\n', after));

            // By the numbers of the lines: what is taken out is where it was, and what remains with what is new is the new text.
            var removed = diff.Where(line => line.Mark == DiffMark.Removed).ToList();
            var added = diff.Where(line => line.Mark == DiffMark.Added).ToList();
            Assert.All(removed, line => Assert.Equal(before[line.Line - 1], line.Text));
            Assert.All(added, line => Assert.Equal(after[line.Line - 1], line.Text));
            Assert.Equal(
                before.Where((_, index) => removed.All(line => line.Line != index + 1)),
                after.Where((_, index) => added.All(line => line.Line != index + 1)));
        }
    }

    [Fact]
    public void Files_that_have_nothing_in_common_and_are_long_are_compared_in_no_time()
    {
        var (before, after) = (Enumerable.Range(0, 30_000).Select(n => $"a{n}"), Enumerable.Range(0, 30_000).Select(n => $"b{n}"));

        var diff = TextDiff.Between(string.Join('\n', before), string.Join('\n', after));

        Assert.Equal(30_000, diff.Count(line => line.Mark == DiffMark.Removed));
        Assert.Equal(30_000, diff.Count(line => line.Mark == DiffMark.Added));
    }
}
