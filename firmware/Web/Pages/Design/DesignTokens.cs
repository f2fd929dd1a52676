using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Pages.Design;

/// <summary>The sizes and colours of the style sheet, read from it, so that there is no second list.</summary>
internal sealed partial class DesignTokens
{
    /// <summary>Least contrast of a text with its ground (WCAG 2.2, 1.4.3).</summary>
    public const double LeastOfText = 4.5;

    private const string Sheet = "design.css";

    private const string DarkBegins = "prefers-color-scheme: dark";

    // Text of every day on every ground of every day; a state's own pairs are found by their names.
    private static readonly string[] Inks = ["ink", "ink-soft", "accent"];

    private static readonly string[] Grounds = ["ground", "panel", "raised"];

    private DesignTokens(ImmutableArray<KeyValuePair<string, string>> light, ImmutableArray<KeyValuePair<string, string>> dark) =>
        (Light, Dark) = (light, dark);

    /// <summary>Names and values in the order of the sheet, in the light.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Light { get; }

    /// <summary>Those that differ in the dark.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Dark { get; }

    /// <summary>Sizes of text.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts => Light.Where(token => Is(token, "text"));

    /// <summary>Spaces.</summary>
    public IEnumerable<KeyValuePair<string, string>> Spaces => Light.Where(token => Is(token, "space"));

    /// <summary>What is neither text, nor space, nor colour.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others =>
        Light.Where(token => !Is(token, "text") && !Is(token, "space") && !IsColour(token.Value));

    /// <summary>Colours with their values in the light and in the dark.</summary>
    public IEnumerable<(string Name, string Light, string Dark)> Colours =>
        Light.Where(token => IsColour(token.Value)).Select(token => (token.Key, token.Value, InTheDark(token.Key)));

    /// <summary>Each text colour on each ground that it stands on, with the contrast in the light and in the dark.</summary>
    public IEnumerable<ColourPair> Pairs
    {
        get
        {
            var names = Light.Select(token => token.Key).ToList();
            var states = names.Where(name => name.EndsWith("-ink", StringComparison.Ordinal))
                .Select(ink => (Ink: ink, Ground: $"{ink[..^"-ink".Length]}-ground"));
            var accents = names.Where(name => name.StartsWith("accent", StringComparison.Ordinal)).Select(ground => ("on-accent", ground));
            var heats = names.Where(name => name.StartsWith("heat-", StringComparison.Ordinal)).Select(ground => ("ink", ground));
            return Inks.SelectMany(ink => Grounds.Select(ground => (ink, ground))).Concat(states).Concat(accents).Concat(heats)
                .Select(pair => new ColourPair(
                    pair.Item1,
                    pair.Item2,
                    Contrast(InTheLight(pair.Item1), InTheLight(pair.Item2)),
                    Contrast(InTheDark(pair.Item1), InTheDark(pair.Item2))));
        }
    }

    /// <summary>Reads them.</summary>
    public static DesignTokens Read(Assets assets)
    {
        var sheet = Encoding.UTF8.GetString(assets.Find(Sheet)!.Content);
        var split = sheet.IndexOf(DarkBegins, StringComparison.Ordinal);
        return new DesignTokens(TokensOf(sheet[..split]), TokensOf(sheet[split..]));
    }

    private static ImmutableArray<KeyValuePair<string, string>> TokensOf(string sheet) =>
        [.. Token().Matches(sheet).Select(token => KeyValuePair.Create(token.Groups["name"].Value, token.Groups["value"].Value))];

    private static bool Is(KeyValuePair<string, string> token, string kind) =>
        token.Key == kind || token.Key.StartsWith($"{kind}-", StringComparison.Ordinal);

    private static bool IsColour(string value) => value.StartsWith('#');

    private string InTheLight(string name) => Light.First(token => token.Key == name).Value;

    private string InTheDark(string name) => Dark.FirstOrDefault(token => token.Key == name).Value ?? InTheLight(name);

    // Relative luminance and contrast ratio as WCAG 2.2 defines them.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+): (?<value>[^;]+);", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}

/// <summary>A text colour on a ground.</summary>
/// <param name="Ink">Name of the text colour.</param>
/// <param name="Ground">Name of the ground.</param>
/// <param name="Light">Contrast ratio in the light.</param>
/// <param name="Dark">The same in the dark.</param>
public sealed record ColourPair(string Ink, string Ground, double Light, double Dark);
