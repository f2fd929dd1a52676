using System.Globalization;

namespace Switchhook.Hardware.Yaml;

/// <summary>Lengths of time as people write them: <c>500 ms</c>, <c>20 s</c>, <c>5 min</c>, <c>2 h</c>, <c>90 days</c>.</summary>
public static class Durations
{
    /// <summary>Longest time that is read; a slip of the keyboard rather than a wish.</summary>
    private const double MostMilliseconds = 366.0 * 24 * 60 * 60 * 1000;

    /// <summary>Reads a time; null when it is not one, or has no unit.</summary>
    public static TimeSpan? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAnyExceptInRange('0', '9');
        if (end > 0 && trimmed[end] == '.')
        {
            var decimals = trimmed[(end + 1)..].IndexOfAnyExceptInRange('0', '9');
            end = decimals > 0 ? end + 1 + decimals : -1;
        }

        if (end <= 0
            || Milliseconds(trimmed[end..].Trim()) is not { } unit
            || !double.TryParse(trimmed[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            || count * unit > MostMilliseconds)
        {
            return null;
        }

        return TimeSpan.FromMilliseconds(count * unit);
    }

    /// <summary>Writes a time so that <see cref="Parse"/> reads it.</summary>
    public static string InWords(TimeSpan time)
    {
        var (count, unit) = time switch
        {
            { Ticks: 0 } => (0, "s"),
            _ when time.TotalDays >= 7 && time.Ticks % TimeSpan.TicksPerDay == 0 => (time.TotalDays, "days"),
            _ when time.Ticks % TimeSpan.TicksPerHour == 0 => (time.TotalHours, "h"),
            _ when time.Ticks % TimeSpan.TicksPerMinute == 0 => (time.TotalMinutes, "min"),
            _ when time.Ticks % TimeSpan.TicksPerSecond == 0 => (time.TotalSeconds, "s"),
            _ => (time.TotalMilliseconds, "ms"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
    }

    private static double? Milliseconds(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => 1,
        "s" => 1000,
        "min" => 60_000,
        "h" => 3_600_000,
        "day" or "days" => 86_400_000,
        _ => null,
    };
}
