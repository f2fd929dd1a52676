namespace Switchhook.Site.Opening;

/// <summary>The days of the week as the site file writes them.</summary>
internal static class WeekWords
{
    private static readonly string[] Words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Days after Monday, 0 to 6.</summary>
    public static int OrderOf(DayOfWeek day) => ((int)day + 6) % 7;

    /// <summary>Days after Monday of the day that a word means; null for any other word.</summary>
    public static int? OrderOf(string word) => Array.IndexOf(Words, word) is >= 0 and var order ? order : null;

    /// <summary>The word of a day.</summary>
    public static string WordOf(DayOfWeek day) => Words[OrderOf(day)];

    /// <summary>A time of day as the file writes it: <c>08:00</c> to <c>24:00</c>.</summary>
    public static string Clock(TimeSpan time) => $"{(int)time.TotalHours:00}:{time.Minutes:00}";
}
