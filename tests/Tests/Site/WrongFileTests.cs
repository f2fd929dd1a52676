using Switchhook.Hardware.Yaml;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Site;

/// <summary>
/// Each file of Wrong/ says in its first lines what must be found in it, and nothing else may be: <c># expect: LINE:COLUMN words</c>, with
/// <c>warning:</c> before the words where the site works all the same.
/// </summary>
public sealed class WrongFileTests
{
    private const string Folder = "tests/Tests/Site/Wrong";
    private const string Mark = "# expect: ";

    public static TheoryData<string> Files =>
        [.. RepositoryFiles.All.Where(file => file.IsUnder(Folder)).Select(file => file.Path[(Folder.Length + 1)..])];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_mistake_is_found_at_its_place_and_has_a_cure(string file)
    {
        var text = RepositoryFiles.Get($"{Folder}/{file}").Text;
        var marked = text.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal));
        var expected = marked.Select(line => line[Mark.Length..]).ToList();
        var result = SiteTexts.Read(text);
        var found = string.Join('\n', result.Mistakes.Select(Written));

        Assert.True(expected.Count > 0 && expected.Count == result.Mistakes.Count, $"Expected {expected.Count}, found:\n{found}");
        Assert.All(
            expected.Zip(result.Mistakes),
            pair => Assert.True(Matches(pair.First, pair.Second), $"Expected {pair.First}, found:\n{found}"));
        Assert.All(result.Mistakes, mistake => Assert.Matches("^[A-Z].*[.)]$", mistake.Cure));
        Assert.Equal(result.Model is null, result.Errors.Any());
    }

    [Fact]
    public void There_are_many_kinds() => Assert.True(Files.Count >= 90);

    private static bool Matches(string expected, Mistake mistake)
    {
        var (place, words) = (expected.Split(' ', 2)[0], expected.Split(' ', 2)[1]);
        var isWarning = words.StartsWith("warning: ", StringComparison.Ordinal);
        return place == $"{mistake.Line}:{mistake.Column}"
            && isWarning == (mistake.Severity == Severity.Warning)
            && mistake.What.Contains(isWarning ? words["warning: ".Length..] : words, StringComparison.Ordinal);
    }

    private static string Written(Mistake mistake) =>
        $"{mistake.Line}:{mistake.Column} {(mistake.Severity == Severity.Warning ? "warning: " : "")}{mistake.What} | {mistake.Cure}";
}
