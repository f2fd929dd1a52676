using System.Globalization;
using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;

namespace Switchhook.Site.Reading.Queues;

/// <summary>Reads service levels: <c>80 % in 20 s</c>, and percentages alone: <c>70 %</c>.</summary>
internal static partial class PercentReader
{
    /// <summary>A share of the callers with the time in which they are to be answered.</summary>
    public static ServiceLevel? ServiceLevel(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        var match = InTime().Match(text.Value);
        if (match.Success && Percent(match.Groups["percent"].ValueSpan) is { } percent
            && Durations.Parse(match.Groups["time"].Value) is { } time
            && time >= QueueDefaults.Shortest && time <= QueueDefaults.LongestServiceLevel)
        {
            return new ServiceLevel(percent, time);
        }

        log.Error(
            text.At,
            $"\"{text.Value}\" is no service level.",
            $"Write how many of the callers are to be answered in which time: \"{key}: 80 % in 20 s\"; from 1 to 100 %, in "
                + $"{Durations.InWords(QueueDefaults.Shortest)} to {Durations.InWords(QueueDefaults.LongestServiceLevel)}.");
        return null;
    }

    /// <summary>A share of the callers.</summary>
    public static int? Share(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        var match = Alone().Match(text.Value);
        if (match.Success && Percent(match.Groups["percent"].ValueSpan) is { } percent)
        {
            return percent;
        }

        log.Error(text.At, $"\"{text.Value}\" is no percentage.", $"Write it with its sign, from 1 to 100: \"{key}: 70 %\".");
        return null;
    }

    private static int? Percent(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is var percent and >= 1 and <= 100 ? percent : null;

    [GeneratedRegex("^(?<percent>[0-9]{1,3}) ?% in (?<time>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InTime();

    [GeneratedRegex("^(?<percent>[0-9]{1,3}) ?%$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alone();
}
