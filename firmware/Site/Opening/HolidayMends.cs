namespace Switchhook.Site.Opening;

/// <summary>Mends what the package of public holidays leaves out or has too many of.</summary>
internal static class HolidayMends
{
    // Where a holiday on a weekend is kept on another day, the package tells only that day; who opens on Saturdays is closed on both.
    private static readonly HashSet<string> Movers = new(StringComparer.Ordinal) { "AU", "CA", "GB", "JP", "NZ", "US", "ZA" };

    private static readonly Dictionary<string, MonthDay> Fixed = new(StringComparer.Ordinal)
    {
        ["New Year"] = new(1, 1),
        ["Day After New Year"] = new(1, 2),
        ["New Year Holiday"] = new(1, 2),
        ["Australia Day"] = new(1, 26),
        ["Waitangi Day"] = new(2, 6),
        ["Foundation Day"] = new(2, 11),
        ["Emperor's Birthday"] = new(2, 23),
        ["St Patrick's Day"] = new(3, 17),
        ["Human Rights Day"] = new(3, 21),
        ["ANZAC Day"] = new(4, 25),
        ["Freedom Day"] = new(4, 27),
        ["Shōwa Day"] = new(4, 29),
        ["Workers' Day"] = new(5, 1),
        ["Constitution Memorial Day"] = new(5, 3),
        ["Greenery Day"] = new(5, 4),
        ["Children's Day"] = new(5, 5),
        ["Youth Day"] = new(6, 16),
        ["Juneteenth"] = new(6, 19),
        ["Canada Day"] = new(7, 1),
        ["Independence Day"] = new(7, 4),
        ["National Women's Day"] = new(8, 9),
        ["Mountain Day"] = new(8, 11),
        ["Heritage Day"] = new(9, 24),
        ["National Day For Truth And Reconciliation"] = new(9, 30),
        ["Culture Day"] = new(11, 3),
        ["Remembrance Day"] = new(11, 11),
        ["Veteran's Day"] = new(11, 11),
        ["Labour Thanksgiving Day"] = new(11, 23),
        ["St Andrew's Day"] = new(11, 30),
        ["Day of Reconciliation"] = new(12, 16),
        ["Christmas"] = new(12, 25),
        ["Christmas Day"] = new(12, 25),
        ["Boxing Day"] = new(12, 26),
        ["Day of Goodwill"] = new(12, 26),
    };

    /// <summary>Mends the days of a year and of the one after it.</summary>
    /// <param name="country">Code of the country.</param>
    /// <param name="year">The year.</param>
    /// <param name="days">The days by the package.</param>
    public static void Mend(string country, int year, Dictionary<DateOnly, string> days)
    {
        if (Movers.Contains(country))
        {
            AddTheDayItself(days);
        }

        if (country == "JP")
        {
            AddDaysBetween(year, days);
        }

        // A president of Mexico takes office every six years (Federal Labour Law, article 74).
        if (country == "MX" && (year - 2024) % 6 != 0)
        {
            days.Remove(new DateOnly(year, 10, 1));
        }
    }

    private static void AddTheDayItself(Dictionary<DateOnly, string> days)
    {
        foreach (var (day, name) in days.ToList())
        {
            if (!Fixed.TryGetValue(name, out var itself) || MonthDay.Of(day) == itself)
            {
                continue;
            }

            // Kept on the last of December, New Year's Day is that of the year after.
            var year = itself.Month == 1 && day.Month == 12 ? day.Year + 1 : day.Year;
            days.TryAdd(new DateOnly(year, itself.Month, itself.Day), name);
            days[day] = $"{name} (observed)";
        }
    }

    // A day between two holidays is one too (Act on National Holidays of Japan, article 3).
    private static void AddDaysBetween(int year, Dictionary<DateOnly, string> days)
    {
        for (var day = new DateOnly(year, 1, 2); day < new DateOnly(year, 12, 31); day = day.AddDays(1))
        {
            if (!days.ContainsKey(day) && day.DayOfWeek != DayOfWeek.Sunday
                && days.ContainsKey(day.AddDays(-1)) && days.ContainsKey(day.AddDays(1)))
            {
                days.Add(day, "Citizens' Holiday");
            }
        }
    }
}
