using System.Globalization;
using System.Text;
using System.Xml;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Takes out of names and secrets what a file for a phone cannot carry.</summary>
internal static class PlainText
{
    /// <summary>A text of one line: what breaks lines, cannot be seen or is no character becomes a space.</summary>
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Breaks(rune) ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>A text of letters, digits, spaces and signs that separate nothing; all else becomes a space.</summary>
    public static string Words(string text) =>
        OneLine(string.Concat(text.EnumerateRunes().Select(rune => IsWord(rune) ? rune.ToString() : " ")));

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '.' or '_';

    // A lone half of a pair comes as U+FFFD here, which may stay.
    private static bool Breaks(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value));
}
