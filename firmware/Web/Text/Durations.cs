using System.Globalization;

namespace Switchhook.Web.Text;

/// <summary>Lengths of time as people read them.</summary>
internal static class Durations
{
    /// <summary>Minutes and seconds, such as <c>0:07</c> or <c>1:02:30</c>. Never negative.</summary>
    public static string Clock(TimeSpan length)
    {
        var seconds = Math.Max(0, (long)length.TotalSeconds);
        var (hours, rest) = Math.DivRem(seconds, 3600);
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{rest / 60:00}:{rest % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{rest / 60}:{rest % 60:00}");
    }

    /// <summary>A place in a call, such as <c>+0:07.3</c>.</summary>
    public static string Offset(TimeSpan offset)
    {
        var tenths = Math.Max(0, (long)(offset.TotalSeconds * 10));
        var point = SiteFormat.Current.Numbers.NumberFormat.NumberDecimalSeparator;
        return string.Create(CultureInfo.InvariantCulture, $"+{tenths / 600}:{tenths / 10 % 60:00}{point}{tenths % 10}");
    }

    /// <summary>A length in words, rounded up: <c>35 seconds</c>, <c>4 minutes</c>, <c>2 h 5 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Words(TimeSpan length)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(length.TotalSeconds));
        var (minutes, hours) = ((seconds + 59) / 60, (seconds + 3599) / 3600);
        FormattableString words = (seconds, minutes, hours) switch
        {
            (1, _, _) => $"1 second",
            ( < 90, _, _) => $"{seconds} seconds",
            (_, < 60, _) => $"{minutes} minutes",
            (_, < 24 * 60, _) when minutes % 60 == 0 => $"{minutes / 60} h",
            (_, < 24 * 60, _) => $"{minutes / 60} h {minutes % 60} min",
            _ when hours % 24 == 0 => $"{hours / 24} d",
            _ => $"{hours / 24} d {hours % 24} h",
        };
        return words.ToString(CultureInfo.InvariantCulture);
    }
}
