using System.Globalization;
using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Sipp;

/// <summary>Reads the files that sipp leaves.</summary>
internal static partial class SippFiles
{
    public const string Statistics = "statistics.csv";
    public const string Errors = "errors.log";
    public const string Log = "log.log";
    public const string Messages = "messages.log";

    /// <summary>Reads all; what is not there counts as empty.</summary>
    public static SippResult Read(string folder, int exitCode)
    {
        var counts = Counts(Lines(folder, Statistics));
        return new SippResult
        {
            ExitCode = exitCode,
            Successful = Count(counts, "SuccessfulCall(C)"),
            Failed = Count(counts, "FailedCall(C)"),
            Retransmissions = Count(counts, "Retransmissions(C)"),
            OutOfCall = Count(counts, "OutOfCallMsgs(C)"),
            Failures = [.. Failures(counts)],
            Complaints = [.. Complaints(string.Join('\n', Lines(folder, Errors)))],
            ResponseTimes = [.. Directory.EnumerateFiles(folder, "*_rtt.csv").SelectMany(ResponseTimes).Order()],
            Log = Lines(folder, Log),
            Messages = string.Join('\n', Lines(folder, Messages)),
        };
    }

    /// <summary>The last row of a statistics file, by column.</summary>
    internal static Dictionary<string, string> Counts(IReadOnlyList<string> lines)
    {
        if (lines.Count < 2)
        {
            return [];
        }

        var names = lines[0].Split(';');
        var values = lines[^1].Split(';');
        return names.Zip(values).Where(pair => pair.First.Length > 0).DistinctBy(pair => pair.First).ToDictionary();
    }

    /// <summary>What the error file tells, without dates, a sentence each.</summary>
    internal static IEnumerable<string> Complaints(string text)
    {
        foreach (var entry in EntryStart().Split(text).Where(entry => entry.Length > 0))
        {
            var unexpected = Unexpected().Match(entry);
            yield return unexpected.Success
                ? $"expected {unexpected.Groups["wanted"].Value.Trim()}, got '{unexpected.Groups["got"].Value.Trim()}'"
                : entry.Split('\n')[0].Trim();
        }
    }

    private static IEnumerable<string> Failures(Dictionary<string, string> counts) =>
        from count in counts
        let name = FailureColumn().Match(count.Key)
        where name.Success && count.Value != "0"
        select $"{name.Groups["name"].Value}: {count.Value}";

    // Date_ms;response_time_ms;rtd_no. The header comes once for each part of the file.
    private static IEnumerable<TimeSpan> ResponseTimes(string path) =>
        from line in File.ReadLines(path)
        let fields = line.Split(';')
        where fields.Length >= 2
            && double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        select TimeSpan.FromMilliseconds(double.Parse(fields[1], CultureInfo.InvariantCulture));

    private static int Count(Dictionary<string, string> counts, string name) =>
        counts.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : 0;

    private static string[] Lines(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[ \t][\d:.]+(?:[ \t][\d.]+)?:?\s*", RegexOptions.Multiline, 1000)]
    private static partial Regex EntryStart();

    [GeneratedRegex(@"while expecting (?<wanted>[^\n]*?), received '(?<got>[^\r\n]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unexpected();

    [GeneratedRegex(@"^Failed(?<name>(?!Call\()\w+)\(C\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FailureColumn();
}
