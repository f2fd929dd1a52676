using System.Globalization;
using System.Text.RegularExpressions;
using Switchhook.Web.Language;

namespace Switchhook.Web.Text;

/// <summary>Dates in the language of the page. Times of day are written alike in all of them.</summary>
internal static partial class Dates
{
    private const string WeekdaySigns = "日一二三四五六";

    /// <summary>A whole date, such as <c>Monday, 23 November 2026</c> or <c>2026年11月23日 星期一</c>.</summary>
    public static string Whole(DateOnly day) => IsChinese
        ? $"{Numeric(day)} {Weekday(day.DayOfWeek)}"
        : day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date without its weekday, such as <c>23 Nov 2026</c> or <c>2026年11月23日</c>.</summary>
    public static string Short(DateOnly day) => IsChinese ? Numeric(day) : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date of these weeks, such as <c>Mon 23 Nov</c> or <c>11月23日 周一</c>.</summary>
    public static string Near(DateOnly day) => IsChinese
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日 {WeekdayInShort(day.DayOfWeek)}")
        : day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>Date and time of the clocks that <paramref name="local"/> was read at, such as <c>23 Nov 2026, 14:05</c>.</summary>
    public static string DayAndTime(DateTimeOffset local)
    {
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = Short(DateOnly.FromDateTime(local.DateTime));
        return IsChinese ? $"{day} {time}" : $"{day}, {time}";
    }

    /// <summary>A weekday.</summary>
    public static string Weekday(DayOfWeek day) =>
        IsChinese ? $"星期{WeekdaySigns[(int)day]}" : CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day);

    /// <summary>A weekday where there is little room, such as <c>Mo</c> or <c>周一</c>.</summary>
    public static string WeekdayInShort(DayOfWeek day) => IsChinese ? $"周{WeekdaySigns[(int)day]}" : Weekday(day)[..2];

    /// <summary>
    /// A date that another room has written in English, such as <c>Monday, 23 November</c> or <c>Mon 23 Nov 2026 14:05</c>, in Chinese;
    /// null when it is none.
    /// </summary>
    public static string? Told(string english)
    {
        var match = Written().Match(english);
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        var month = match.Success ? Array.IndexOf(names.AbbreviatedMonthNames, match.Groups["month"].Value) : -1;
        if (month < 0)
        {
            return null;
        }

        var weekday = Array.IndexOf(names.AbbreviatedDayNames, match.Groups["weekday"].Value);
        var (year, day, time) = (match.Groups["year"].Value, match.Groups["day"].Value, match.Groups["time"].Value);
        var date = string.Create(CultureInfo.InvariantCulture, $"{year}{(year.Length > 0 ? "年" : "")}{month + 1}月{day}日");
        return date + (weekday >= 0 ? " 周" + WeekdaySigns[weekday] : "") + time;
    }

    private static bool IsChinese => !PageLanguage.IsEnglish(CultureInfo.CurrentUICulture);

    private static string Numeric(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    [GeneratedRegex(
        "^(?:(?<weekday>[A-Z][a-z]{2})[a-z]*,? )?(?<day>[0-9]{1,2}) (?<month>[A-Z][a-z]{2})[a-z]*"
        + "(?: (?<year>[0-9]{4}))?(?<time> [0-9:]{5})?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
