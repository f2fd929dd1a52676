using System.Globalization;

namespace Switchhook.Site.Reading;

/// <summary>Reads how many digits a number has.</summary>
internal static class DigitRange
{
    /// <summary>A count, or the fewest and the most with a hyphen: <c>6</c>, <c>4-8</c>.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="longest">Most digits that may be said.</param>
    /// <returns>Null for anything else.</returns>
    public static (int Least, int Most)? Parse(string text, int longest)
    {
        var parts = text.Split('-', 2, StringSplitOptions.TrimEntries);
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && least >= 1 && least <= most && most <= longest
            ? (least, most)
            : null;
    }
}
