using System.Text.RegularExpressions;

namespace Switchhook.Tests.Repository;

/// <summary>Words that say that something is not finished, or that a rule is switched off.</summary>
public sealed partial class BannedWordTests
{
    private const string ThisFile = "tests/Tests/Repository/BannedWordTests.cs";

    // Path and reason of each file that may switch off a compiler rule for some lines.
    private static readonly Dictionary<string, string> MaySwitchOffRules = [];

    [Fact]
    public void Nothing_is_left_to_do() => Finding.None(
        RepositoryFiles.Texts.Where(file => file.Path != ThisFile).SelectMany(file => Lines(
            file, Unfinished(), "says that it is not finished", "Finish it, or file an issue and delete the word")));

    [Fact]
    public void No_code_hides_in_a_region() => Finding.None(
        RepositoryFiles.CSharp.Where(file => file.Path != ThisFile).SelectMany(file => Lines(
            file, Region(), "opens a region", "A region is a class that was not born: make it one")));

    [Fact]
    public void Compiler_rules_hold_everywhere()
    {
        var all = RepositoryFiles.CSharp.Where(file => file.Path != ThisFile)
            .SelectMany(file => Lines(
                file, SwitchedOff(), "switches off a rule", "Keep it, or except one member and say why (SuppressMessage, Justification)"))
            .ToList();
        Finding.None(all.Where(finding => !MaySwitchOffRules.ContainsKey(finding.Path))
            .Concat(Finding.OfIdleExceptions(MaySwitchOffRules.Keys, all)));
    }

    [Fact]
    public void No_test_is_skipped() => Finding.None(
        RepositoryFiles.CSharp.Where(file => file.IsUnder("tests") && file.Path != ThisFile)
            .SelectMany(file => Lines(file, Skipped(), "skips a test", "Make it pass or delete it")));

    [Fact]
    public void Banned_words_are_found()
    {
        Assert.True(Finds(Unfinished(), "// TODO: more"));
        Assert.True(Finds(Unfinished(), "throw new NotImplementedException();"));
        Assert.False(Finds(Unfinished(), "TodoList hackneyed"));
        Assert.True(Finds(Region(), "    #region Fields"));
        Assert.True(Finds(SwitchedOff(), "#pragma warning disable CA1031"));
        Assert.True(Finds(SwitchedOff(), "[SuppressMessage(\"a\", \"b\")]"));
        Assert.False(Finds(SwitchedOff(), "[SuppressMessage(\"a\", \"b\", Justification = \"One fault must not end the rest.\")]"));
        Assert.True(Finds(Skipped(), "[Fact(Skip = \"later\")]"));
    }

    private static bool Finds(Regex pattern, string line) => Lines(RepositoryFile.Planted("A.cs", line), pattern, "", "").Any();

    private static IEnumerable<Finding> Lines(RepositoryFile file, Regex pattern, string what, string cure) =>
        from line in file.Lines
        where pattern.IsMatch(line.Text)
        select new Finding(file.Path, line.Number, what, cure);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*#region\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Region();

    // One member may be excepted from one rule, if it says why in the same line.
    [GeneratedRegex(
        @"#pragma warning disable|#nullable disable|\bSuppressMessage\((?!.*\bJustification = ""\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"\b(Fact|Theory|InlineData)\(.*\bSkip\s*=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skipped();
}
