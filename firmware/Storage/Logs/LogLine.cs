using System.Globalization;

namespace Switchhook.Storage.Logs;

/// <summary>A line of the log.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Level">How bad.</param>
/// <param name="Source">Which part of the box says it.</param>
/// <param name="Text">What; may have several lines.</param>
public sealed record LogLine(DateTimeOffset At, LogLevelName Level, string Source, string Text)
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>As one line of the file, without its end.</summary>
    public string ToFile() => string.Join(
        '\t',
        At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture),
        Level.ToString(),
        Packed(Source),
        Packed(Text));

    /// <summary>A line of the file; null when it is none, as the torn end of a power cut.</summary>
    public static LogLine? Parse(string line) => line.Split('\t') is [var at, var level, var source, var text]
        && DateTimeOffset.TryParseExact(
            at, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && Enum.TryParse<LogLevelName>(level, out var name)
            ? new LogLine(time, name, Unpacked(source), Unpacked(text))
            : null;

    private static string Packed(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal);

    private static string Unpacked(string text) => string.Join(
        '\\',
        text.Split("\\\\").Select(part => part
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)));
}

/// <summary>How bad a line of the log is.</summary>
public enum LogLevelName
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Something is not as it should be; the box copes with it.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Fault,
}

/// <summary>Which lines to read, newest first.</summary>
/// <param name="Limit">Most lines, 1 to <see cref="LogBook.Most"/>.</param>
/// <param name="Least">Only this bad and worse.</param>
/// <param name="Source">Only of sources whose name holds this; null for all.</param>
/// <param name="Text">Only lines that hold this; null for all.</param>
/// <param name="From">Only those at or after this moment.</param>
/// <param name="To">Only those before this moment.</param>
public sealed record LogQuery(
    int Limit,
    LogLevelName Least = LogLevelName.Note,
    string? Source = null,
    string? Text = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null);
