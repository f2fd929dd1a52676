using System.Globalization;

namespace Switchhook.Acd;

/// <summary>Times as people say them.</summary>
internal static class TimeWords
{
    /// <summary>"35 s", "4 min", "4 min 10 s", "2 h 5 min". Null and what is less than a second is "0 s".</summary>
    public static string Of(TimeSpan? time)
    {
        var seconds = (long)Math.Max(0, Math.Round((time ?? TimeSpan.Zero).TotalSeconds));
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return (hours, minutes, rest) switch
        {
            (0, 0, _) => Say($"{rest} s"),
            (0, _, 0) => Say($"{minutes} min"),
            (0, _, _) => Say($"{minutes} min {rest} s"),
            (_, 0, _) => Say($"{hours} h"),
            _ => Say($"{hours} h {minutes} min"),
        };
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
