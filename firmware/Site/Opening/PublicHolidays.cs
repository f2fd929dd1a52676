using System.Collections.Concurrent;
using System.Collections.Frozen;
using PublicHoliday;

namespace Switchhook.Site.Opening;

/// <summary>
/// Public holidays of countries and of their parts, each under its code of ISO 3166: <c>US</c>, <c>DE-BY</c>. Any thread.
/// </summary>
/// <remarks>
/// By the package PublicHoliday, with what it leaves out (<see cref="HolidayMends"/>). A country whose public days are set by decree, by a
/// sighting of the moon, or otherwise than by a rule has none here: its sites write their days themselves.
/// </remarks>
public static class PublicHolidays
{
    /// <summary>The first year that is known.</summary>
    public const int FirstYear = 2022;

    /// <summary>The last year that is known.</summary>
    public const int LastYear = 2099;

    // A year of a region is 20 entries; a site needs two years of one region.
    private const int MostKept = 100;

    private static readonly FrozenDictionary<string, Func<PublicHolidayBase>> Calendars = All().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Region, int Year), FrozenDictionary<DateOnly, string>> Kept = new();

    /// <summary>All codes, in alphabetical order.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. Calendars.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True for a code that has holidays here.</summary>
    public static bool Knows(string region) => Calendars.ContainsKey(region);

    /// <summary>The codes of the parts of a country that have holidays of their own; empty when there are none.</summary>
    public static IReadOnlyList<string> PartsOf(string country) =>
        [.. Regions.Where(region => region.StartsWith($"{country}-", StringComparison.Ordinal))];

    /// <summary>The holidays of a year by their day, with their names: of the country's language, or English.</summary>
    /// <param name="region">One that is known.</param>
    /// <param name="year">Any; before <see cref="FirstYear"/> and after <see cref="LastYear"/> there are none.</param>
    public static IReadOnlyDictionary<DateOnly, string> Of(string region, int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            return FrozenDictionary<DateOnly, string>.Empty;
        }

        if (Kept.TryGetValue((region, year), out var known))
        {
            return known;
        }

        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept[(region, year)] = Find(region, year).ToFrozenDictionary();
    }

    /// <summary>The name of the holiday on a day; null when it is none.</summary>
    public static string? NameOf(string region, DateOnly day) => Of(region, day.Year).GetValueOrDefault(day);

    // A first of January that is a Saturday is kept on the Friday before, in the year before.
    private static Dictionary<DateOnly, string> Find(string region, int year)
    {
        var days = new Dictionary<DateOnly, string>();
        foreach (var (date, name) in NamesOf(region, year).Concat(NamesOf(region, year + 1)))
        {
            days.TryAdd(DateOnly.FromDateTime(date), name);
        }

        HolidayMends.Mend(region[..2], year, days);
        return days.Where(day => day.Key.Year == year).ToDictionary();
    }

    // In years in which two of its holidays fall on one day, the package can tell the country's days only
    // (Newfoundland 2038, Brazil 2079).
    private static IDictionary<DateTime, string> NamesOf(string region, int year)
    {
        try
        {
            return Calendars[region]().PublicHolidayNames(year);
        }
        catch (ArgumentException)
        {
            return Calendars[region[..2]]().PublicHolidays(year).Distinct().ToDictionary(day => day, _ => "public holiday");
        }
    }

    private static Dictionary<string, Func<PublicHolidayBase>> All()
    {
        var all = new Dictionary<string, Func<PublicHolidayBase>>(StringComparer.Ordinal)
        {
            ["AT"] = () => new AustriaPublicHoliday(),
            ["AU"] = () => new AustraliaPublicHoliday(),
            ["BE"] = () => new BelgiumPublicHoliday(),
            ["BR"] = () => new BrazilPublicHoliday(),
            ["CA"] = () => new CanadaPublicHoliday(null),
            ["CH"] = () => new SwitzerlandPublicHoliday(false, false, false),
            ["CZ"] = () => new CzechRepublicPublicHoliday(),
            ["DE"] = () => new GermanPublicHoliday(),
            ["DK"] = () => new DenmarkPublicHoliday(false, false, false, false, false),
            ["EE"] = () => new EstoniaPublicHoliday(),
            ["ES"] = () => new SpainPublicHoliday(),
            ["FI"] = () => new FinlandPublicHoliday(false),
            ["FR"] = () => new FrancePublicHoliday { Region = FrancePublicHoliday.Regions.OnlyOfficial },
            ["GB"] = () => new UKBankHoliday(),
            ["GR"] = () => new GreecePublicHoliday(),
            ["HR"] = () => new CroatiaPublicHoliday(),
            ["HU"] = () => new HungaryPublicHoliday(),
            ["IE"] = () => new IrelandPublicHoliday(),
            ["IT"] = () => new ItalyPublicHoliday(),
            ["JP"] = () => new JapanPublicHoliday(),
            ["LT"] = () => new LithuaniaPublicHoliday(),
            ["LU"] = () => new LuxembourgPublicHoliday(),
            ["LV"] = () => new LatviaPublicHoliday(),
            ["MX"] = () => new MexicoPublicHoliday(),
            ["NL"] = () => new DutchPublicHoliday(liberationDayOnlyAtLustrum: true),
            ["NO"] = () => new NorwayPublicHoliday(),
            ["NZ"] = () => new NewZealandPublicHoliday(),
            ["PL"] = () => new PolandPublicHoliday(),
            ["PT"] = () => new PortugalPublicHoliday(),
            ["RO"] = () => new RomanianPublicHoliday(),
            ["SE"] = () => new SwedenPublicHoliday(),
            ["SI"] = () => new SloveniaPublicHoliday(),
            ["SK"] = () => new SlovakiaPublicHoliday(),
            ["US"] = () => new USAPublicHoliday(),
            ["ZA"] = () => new SouthAfricaPublicHoliday(),
        };
        foreach (var (region, calendar) in Parts())
        {
            all.Add(region, calendar);
        }

        return all;
    }

    private static IEnumerable<(string Region, Func<PublicHolidayBase> Calendar)> Parts()
    {
        string[] provinces = ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"];
        return
        [
            .. Each<AustraliaPublicHoliday.States>("AU", state => new AustraliaPublicHoliday { State = state }),
            .. Each<GermanPublicHoliday.States>("DE", state => new GermanPublicHoliday { State = state }),
            .. Each<SwitzerlandPublicHoliday.Cantons>(
                "CH", canton => new SwitzerlandPublicHoliday(false, false, false) { Canton = canton }),
            .. provinces.Select(province => ($"CA-{province}", (Func<PublicHolidayBase>)(() => new CanadaPublicHoliday(province)))),
            ("GB-ENG", () => new UKBankHoliday(UKBankHoliday.UkCountries.England)),
            ("GB-WLS", () => new UKBankHoliday(UKBankHoliday.UkCountries.Wales)),
            ("GB-SCT", () => new UKBankHoliday(UKBankHoliday.UkCountries.Scotland)),
            ("GB-NIR", () => new UKBankHoliday(UKBankHoliday.UkCountries.NorthernIreland)),
            .. Districts().Select(one => (one.Code, (Func<PublicHolidayBase>)(() =>
                new NewZealandPublicHoliday { ProvincialDistrict = one.District }))),
        ];
    }

    // The names of the package are the last parts of the codes.
    private static IEnumerable<(string Region, Func<PublicHolidayBase> Calendar)> Each<T>(
        string country, Func<T, PublicHolidayBase> calendar)
        where T : struct, Enum => Enum.GetValues<T>()
        .Where(part => part.ToString() is var name && name.Length <= 3 && !name.Equals("all", StringComparison.OrdinalIgnoreCase))
        .Select(part => ($"{country}-{part}", (Func<PublicHolidayBase>)(() => calendar(part))));

    private static IEnumerable<(string Code, NewZealandPublicHoliday.ProvincialDistricts District)> Districts() =>
    [
        ("NZ-NTL", NewZealandPublicHoliday.ProvincialDistricts.NORTHLAND),
        ("NZ-AUK", NewZealandPublicHoliday.ProvincialDistricts.AUCKLAND),
        ("NZ-TKI", NewZealandPublicHoliday.ProvincialDistricts.TARANAKI),
        ("NZ-HKB", NewZealandPublicHoliday.ProvincialDistricts.HAWKES_BAY),
        ("NZ-WGN", NewZealandPublicHoliday.ProvincialDistricts.WELLINGTON),
        ("NZ-MBH", NewZealandPublicHoliday.ProvincialDistricts.MARLBOROUGH),
        ("NZ-NSN", NewZealandPublicHoliday.ProvincialDistricts.NELSON),
        ("NZ-CAN", NewZealandPublicHoliday.ProvincialDistricts.CANTERBURY),
        ("NZ-WTC", NewZealandPublicHoliday.ProvincialDistricts.WESTLAND),
        ("NZ-OTA", NewZealandPublicHoliday.ProvincialDistricts.OTAGO),
        ("NZ-STL", NewZealandPublicHoliday.ProvincialDistricts.SOUTHLAND),
        ("NZ-CIT", NewZealandPublicHoliday.ProvincialDistricts.CHATHAM_ISLANDS),
    ];
}
