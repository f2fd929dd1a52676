using YamlDotNet.Core;

namespace Switchhook.Hardware.Yaml;

/// <summary>Says in plain words what the YAML parser could not read.</summary>
/// <param name="text">The file's text.</param>
/// <param name="log">Takes the mistake.</param>
internal sealed class YamlSyntax(string text, MistakeLog log)
{
    /// <summary>Notes what the parser stumbled over.</summary>
    /// <param name="exception">The parser's exception.</param>
    /// <param name="openBracket">The innermost bracket that was open then.</param>
    public void Report(YamlException exception, Place? openBracket)
    {
        var at = new Place(Math.Max(1, (int)exception.Start.Line), Math.Max(1, (int)exception.Start.Column));
        if (openBracket is { } bracket && !Says(exception, "quoted scalar") && !Says(exception, "character"))
        {
            ReportBracket(bracket);
            return;
        }

        var (what, cure) = Explain(exception, at);
        log.Error(at, what, cure);
    }

    /// <summary>Notes a bracket without its partner.</summary>
    public void ReportBracket(Place bracket) => log.Error(
        bracket,
        "The bracket that opens here is not closed, or something in it is not separated by a comma.",
        "Write lists as [a, b] and keys as {a: 1, b: 2}.");

    private (string What, string Cure) Explain(YamlException exception, Place at)
    {
        if (Says(exception, "quoted scalar"))
        {
            return Says(exception, "escape")
                ? ("A backslash in double quotes has a meaning of its own in YAML.", "Write two backslashes, or use single quotes.")
                : ("The quoted text that begins here has no end.", "Close it with the same quotation mark in the same line.");
        }

        if (Says(exception, "cannot start any token") || Says(exception, "anchor or alias"))
        {
            return ("The character here has a meaning of its own in YAML.", "Put the whole text into double quotes.");
        }

        if (Says(exception, "invalid mapping"))
        {
            return (
                "A colon stands where no key can be.",
                "Put a text with a colon into quotes (name: \"Desk: left\"), and indent the keys of one level alike.");
        }

        var line = LineAt(at);
        if (at.Column <= line.Length && line[at.Column - 1] is ']' or '}')
        {
            return ("The bracket that closes here was never opened.", "Remove it, or add the opening one.");
        }

        var hasKey = line.Contains(": ", StringComparison.Ordinal) || line.TrimEnd().EndsWith(':');
        return hasKey || line.TrimStart().StartsWith("- ", StringComparison.Ordinal)
            ? ("The line does not fit to the lines above it.", "Indent it with as many spaces as its neighbours.")
            : ("The line has no key, or no space after the colon.", "Write \"key: value\", with a space after the colon.");
    }

    private string LineAt(Place at)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number == at.Line)
            {
                return line.ToString();
            }
        }

        return "";
    }

    private static bool Says(YamlException exception, string words) =>
        exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
