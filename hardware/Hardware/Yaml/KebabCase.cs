using System.Text;

namespace Switchhook.Hardware.Yaml;

/// <summary>Names as files write them: <c>RingAll</c> is <c>ring-all</c>.</summary>
public static class KebabCase
{
    /// <summary>The kebab-case form of a name in PascalCase.</summary>
    public static string Of(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    /// <summary>The kebab-case form of a value's name.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>All values of an enumeration by their names, in the order of the enumeration.</summary>
    public static IReadOnlyDictionary<string, T> NamesOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Of, value => value, StringComparer.Ordinal);
}
