using System.Globalization;
using System.Text;

namespace Switchhook.Tests.Repository;

/// <summary>Every text is UTF-8 without a mark, with LF ends and a last line that ends, and shows all of its characters.</summary>
public sealed class EncodingTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Texts_are_utf8_with_line_feeds_and_a_last_line_that_ends() => Finding.None(RepositoryFiles.Texts.SelectMany(BadBytes));

    [Fact]
    public void Texts_hold_no_invisible_characters() => Finding.None(RepositoryFiles.Texts.SelectMany(Invisible));

    [Theory]
    [InlineData("int gpio\u200BPin;\n")]
    [InlineData("\uFEFFint a;\n")]
    [InlineData("int\u00A0a;\n")]
    [InlineData("int a; // \u202Etxet\n")]
    public void An_invisible_character_is_found(string text) => Assert.Single(Invisible(RepositoryFile.Planted("A.cs", text)));

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0D, 0x0A })]
    [InlineData(new byte[] { 0x61 })]
    [InlineData(new byte[] { 0xFC, 0x0A })]
    public void Bytes_that_are_not_clean_text_are_found(byte[] bytes) => Assert.Single(BadBytes(new RepositoryFile("A.cs", bytes)));

    private static IEnumerable<Finding> BadBytes(RepositoryFile file)
    {
        if (!IsUtf8(file.Bytes))
        {
            yield return new Finding(file.Path, 1, "is not UTF-8", "Save it as UTF-8");
        }

        if (file.Lines.FirstOrDefault(line => line.Text.EndsWith('\r')) is { Number: > 0 } line)
        {
            yield return new Finding(file.Path, line.Number, "ends in CR LF", "Save it with LF line ends");
        }

        if (file.Bytes.Length > 0 && file.Bytes[^1] != '\n')
        {
            yield return new Finding(file.Path, file.Lines.Last().Number, "the last line does not end", "Add a line end");
        }
    }

    private static IEnumerable<Finding> Invisible(RepositoryFile file) =>
        from line in file.Lines
        from character in line.Text.TrimEnd('\r')
        where IsInvisible(character)
        select new Finding(file.Path, line.Number, $"holds the invisible U+{(int)character:X4}", "Delete it, or write it as an escape");

    private static bool IsInvisible(char character) => character switch
    {
        '\t' => false,
        '\u00A0' => true,
        _ => char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse,
    };

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
