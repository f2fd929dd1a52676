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

    /// <summary>A wait in words, rounded up.</summary>
    public static string Words(TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        return seconds switch
        {
            1 => "1 second",
            < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(seconds + 59) / 60} minutes"),
        };
    }
}
