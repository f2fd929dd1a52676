using System.Globalization;
using System.Text;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site;

/// <summary>Shows the mistakes of a file to a person at a terminal: place, line with a caret, cure.</summary>
public static class SiteReport
{
    /// <summary>Most characters of the source line that are shown; a longer line is cut around the caret.</summary>
    private const int WidestLine = 100;

    /// <summary>The report of a site file; of a file without mistakes, one line that says so.</summary>
    public static string Render(SiteResult result, string fileName)
    {
        var report = new StringBuilder(Render(result.Mistakes, result.Text));
        if (result.Omitted > 0)
        {
            report.Append(CultureInfo.InvariantCulture, $"… and {result.Omitted} more. Mend these first.\n\n");
        }

        if (result.Model is { } model)
        {
            report.Append(CultureInfo.InvariantCulture, $"{fileName}: {SiteSummary.Of(model)}\n");
        }

        return report.Append(Count(result)).ToString();
    }

    /// <summary>The mistakes of any file, each as a paragraph.</summary>
    /// <param name="mistakes">The mistakes.</param>
    /// <param name="text">The file's text.</param>
    public static string Render(IEnumerable<Mistake> mistakes, string text)
    {
        var lines = text.Split('\n');
        var report = new StringBuilder();
        foreach (var mistake in mistakes)
        {
            Append(report, mistake, mistake.Line <= lines.Length ? lines[mistake.Line - 1].TrimEnd('\r') : "");
        }

        return report.ToString();
    }

    private static void Append(StringBuilder report, Mistake mistake, string line)
    {
        var kind = mistake.Severity == Severity.Error ? "error" : "warning";
        report.Append(
            CultureInfo.InvariantCulture, $"{mistake.File}:{mistake.Line}:{mistake.Column}: {kind}: {mistake.What}\n");
        if (line.Length > 0)
        {
            // A wide line is cut in front, so that the caret stands in what is shown.
            var column = Math.Min(mistake.Column - 1, line.Length);
            var first = Math.Max(0, column - (WidestLine * 3 / 4));
            var shown = Printable(line[first..Math.Min(line.Length, first + WidestLine)]);
            report.Append(CultureInfo.InvariantCulture, $"    {shown}\n    {new string(' ', column - first)}^\n");
        }

        foreach (var drawn in mistake.Picture?.Split('\n') ?? [])
        {
            report.Append(CultureInfo.InvariantCulture, $"    │ {Printable(drawn)}\n");
        }

        report.Append(CultureInfo.InvariantCulture, $"    {mistake.Cure}\n\n");
    }

    // A tab would move the caret, and an escape sequence could do anything to a terminal.
    private static string Printable(string line) => string.Concat(line.Select(mark => char.IsControl(mark) ? ' ' : mark));

    private static string Count(SiteResult result)
    {
        var errors = result.Errors.Count();
        var warnings = result.Warnings.Count();
        return (errors, warnings) switch
        {
            (0, 0) => "No mistakes.\n",
            (0, _) => $"{Words.Count(warnings, "warning")}; the site can be used.\n",
            (_, 0) => $"{Words.Count(errors, "error")}; the site cannot be used.\n",
            _ => $"{Words.Count(errors, "error")} and {Words.Count(warnings, "warning")}; the site cannot be used.\n",
        };
    }
}
