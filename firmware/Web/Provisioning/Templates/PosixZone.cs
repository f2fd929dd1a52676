using System.Globalization;
using Switchhook.Web.Provisioning.Settings;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>A zone as POSIX writes it (IEEE Std 1003.1, section 8.3, TZ).</summary>
internal static class PosixZone
{
    /// <summary>Such as <c>STD6DST5,M3.2.0/2,M11.1.0/2</c>: the sign of an offset is the other way round there.</summary>
    public static string Of(ZoneRule rule) => rule.Summer is { } summer
        ? $"STD{Hours(-rule.Offset)}DST{Hours(-(rule.Offset + summer.Gain))},{Moment(summer.Begin)},{Moment(summer.End)}"
        : $"STD{Hours(-rule.Offset)}";

    private static string Moment(YearlyMoment at) =>
        string.Create(CultureInfo.InvariantCulture, $"M{at.Month}.{at.Week}.{(int)at.Day}/{Hours(at.Time)}");

    private static string Hours(TimeSpan time)
    {
        var (sign, size) = (time < TimeSpan.Zero ? "-" : "", time.Duration());
        var minutes = size.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size.Minutes:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)size.TotalHours}{minutes}");
    }
}
