using System.Globalization;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Countries;

/// <summary>Reads values of the country table. It is ours, so a value of the wrong type counts as missing.</summary>
internal static class TableValues
{
    /// <summary>The keys under a key.</summary>
    public static YamlMap? MapOf(this YamlMap map, string key) => map.Find(key) as YamlMap;

    /// <summary>A text.</summary>
    public static string? TextOf(this YamlMap map, string key) => (map.Find(key) as YamlText)?.Text;

    /// <summary>A number.</summary>
    public static double? NumberOf(this YamlMap map, string key) => Number(map.Find(key));

    /// <summary>A list of texts; empty without the key.</summary>
    public static IReadOnlyList<string> TextsOf(this YamlMap map, string key) =>
        map.Find(key) is YamlList list ? [.. list.Items.OfType<YamlText>().Select(item => item.Text)] : [];

    /// <summary>A list of numbers; empty without the key.</summary>
    public static IReadOnlyList<double> NumbersOf(this YamlMap map, string key) =>
        map.Find(key) is YamlList list ? [.. list.Items.Select(Number).OfType<double>()] : [];

    private static double? Number(YamlNode? node) =>
        node is YamlText text && double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
