using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.Pages;

/// <summary>
/// The colours of the style sheet against WCAG 2.2, 1.4.3 (text, 4.5 : 1) and 1.4.11 (edges of fields, 3 : 1), light and dark.
/// </summary>
public sealed partial class ContrastTests
{
    [Theory]
    [InlineData("ink", "ground", 4.5)]
    [InlineData("ink", "panel", 4.5)]
    [InlineData("ink", "raised", 4.5)]
    [InlineData("ink-soft", "ground", 4.5)]
    [InlineData("ink-soft", "panel", 4.5)]
    [InlineData("ink-soft", "raised", 4.5)]
    [InlineData("accent", "ground", 4.5)]
    [InlineData("accent", "panel", 4.5)]
    [InlineData("on-accent", "accent", 4.5)]
    [InlineData("on-accent", "accent-strong", 4.5)]
    [InlineData("idle-ink", "idle-ground", 4.5)]
    [InlineData("ringing-ink", "ringing-ground", 4.5)]
    [InlineData("ringing-ink", "ground", 4.5)]
    [InlineData("busy-ink", "busy-ground", 4.5)]
    [InlineData("fault-ink", "fault-ground", 4.5)]
    [InlineData("quiet-ink", "quiet-ground", 4.5)]
    [InlineData("ink", "heat-low", 4.5)]
    [InlineData("ink", "heat-some", 4.5)]
    [InlineData("ink", "heat-high", 4.5)]
    [InlineData("ink", "heat-most", 4.5)]
    [InlineData("line-strong", "panel", 3)]
    public void A_colour_can_be_read_on_its_ground_in_light_and_dark(string ink, string ground, double least)
    {
        var (light, dark) = Themes();

        Assert.True(Contrast(light[ink], light[ground]) >= least, $"light: {Contrast(light[ink], light[ground]):0.00}");
        Assert.True(Contrast(dark[ink], dark[ground]) >= least, $"dark: {Contrast(dark[ink], dark[ground]):0.00}");
    }

    private static (Dictionary<string, string> Light, Dictionary<string, string> Dark) Themes()
    {
        var css = Encoding.UTF8.GetString(new Assets().Find("design.css")!.Content);
        var split = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var light = Colours(css[..split]);
        var dark = new Dictionary<string, string>(light, StringComparer.Ordinal);
        foreach (var (name, value) in Colours(css[split..]))
        {
            dark[name] = value;
        }

        return (light, dark);
    }

    private static Dictionary<string, string> Colours(string css) =>
        Colour().Matches(css).ToDictionary(
            match => match.Groups["name"].Value,
            match => match.Groups["value"].Value,
            StringComparer.Ordinal);

    // Relative luminance and contrast ratio as WCAG 2.2 defines them.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): #(?<value>[0-9a-f]{6});", RegexOptions.NonBacktracking)]
    private static partial Regex Colour();
}
