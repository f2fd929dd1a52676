using System.Text.RegularExpressions;

namespace Switchhook.Tests.Repository;

/// <summary>Code in comments is found by its shape: a statement or a call that ends in a semicolon, or a lone brace.</summary>
public sealed partial class CommentedOutCodeTests
{
    [Fact]
    public void No_code_is_commented_out() =>
        Finding.None(RepositoryFiles.Code.Where(file => file.Extension is ".cs" or ".js").SelectMany(CommentedOut));

    [Theory]
    [InlineData("        // var legs = bridge.Legs;")]
    [InlineData("// _timer.Stop();")]
    [InlineData("//return null;")]
    [InlineData("    // count += 1;")]
    [InlineData("    // if (leg.IsUp) {")]
    [InlineData("    // }")]
    public void A_commented_statement_is_found(string line) => Assert.Single(CommentedOut(RepositoryFile.Planted("A.cs", line)));

    [Theory]
    [InlineData("// The far end hangs up first (a busy tone);")]
    [InlineData("// one of two: the ring stops, or")]
    [InlineData("/// <c>call.Hangup();</c>")]
    [InlineData("// level = 10 log10(power), in dBm0")]
    public void Prose_is_left_alone(string line) => Assert.Empty(CommentedOut(RepositoryFile.Planted("A.cs", line)));

    private static IEnumerable<Finding> CommentedOut(RepositoryFile file) =>
        from line in file.Lines
        where Statement().IsMatch(line.Text) || Block().IsMatch(line.Text)
        select new Finding(file.Path, line.Number, "looks like code in a comment", "Delete it (git remembers), or say it in words");

    [GeneratedRegex(
        """
        ^\s*//(?!/)\s*(
            (return|break|continue|using|throw|await|var)\b.*
            | ([\w<>\[\]?.]+\s+)? [\w.\[\]]+ (\s*[-+*/|&]?=[^=] | \( | \+\+ | --) .*
        );\s*$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"^\s*//(?!/)\s*([{}]|(if|for|foreach|while|switch|using|lock)\s*\(.*\)\s*\{?|(else|try)\s*\{?)\s*$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
