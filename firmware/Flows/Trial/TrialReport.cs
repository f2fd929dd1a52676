using System.Globalization;
using System.Text;

namespace Switchhook.Flows.Trial;

/// <summary>Shows the way of a caller to a person at a terminal: the steps, what he hears at each, and how it ends.</summary>
public static class TrialReport
{
    /// <summary>The way.</summary>
    public static string Render(TrialResult result)
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"\n{Printable(result.Caller)}:\n");
        var width = result.Lines.Max(line => PlaceOf(line).Length);
        foreach (var line in result.Lines)
        {
            var mark = line.Kind switch
            {
                TrialLineKind.Step => "│",
                TrialLineKind.Heard => "│  ♪",
                TrialLineKind.Outcome => "│  →",
            };
            report.Append(CultureInfo.InvariantCulture, $"  {PlaceOf(line).PadRight(width)} {mark} {Printable(line.Words)}\n");
        }

        return report.ToString();
    }

    private static string PlaceOf(TrialLine line) => line.Kind == TrialLineKind.Step ? $"{line.Flow} {line.Path}".TrimEnd() : "";

    // An escape sequence could do anything to a terminal.
    private static string Printable(string words) => string.Concat(words.Select(one => char.IsControl(one) ? ' ' : one));
}
