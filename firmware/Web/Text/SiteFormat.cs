using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Switchhook.Site;

namespace Switchhook.Web.Text;

/// <summary>
/// How the pages of a site write numbers and moments: a decimal sign as in its country, times by its clocks. Dates are written as the
/// language of the page does, with the month's name or sign, so that day and month cannot be mistaken. The API and CSV files are the same
/// everywhere, and do not ask here.
/// </summary>
internal sealed partial class SiteFormat
{
    // Countries that write 2,5 (Unicode CLDR, decimal sign of the country's main languages). All others write 2.5.
    private static readonly FrozenSet<string> WithComma = (
        "AD AL AM AO AR AT AX AZ BA BE BG BO BR BY CL CM CO CR CU CY CZ DE DK DZ EC EE ES FI FO FR GE GF GL GP GQ GR GW HR HU "
        + "ID IS IT KG KZ LT LU LV MA MC MD ME MK MN MQ MZ NC NL NO PF PL PM PT PY RE RO RS RU SE SI SK SM SN SR ST TG TM TN "
        + "TR UA UY UZ VA VE VN XK YT ZA")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly CultureInfo Comma = MakeComma();
    private static readonly AsyncLocal<SiteFormat?> OfRequest = new();
    private static readonly SiteFormat Plain = new("", TimeZoneInfo.Utc);

    private readonly TimeZoneInfo _zone;

    private SiteFormat(string country, TimeZoneInfo zone)
    {
        Numbers = WithComma.Contains(country) ? Comma : CultureInfo.InvariantCulture;
        _zone = zone;
    }

    /// <summary>The format of the site for this request; that of no country outside of one.</summary>
    public static SiteFormat Current => OfRequest.Value ?? Plain;

    /// <summary>How numbers are written.</summary>
    public CultureInfo Numbers { get; }

    /// <summary>The format of a site.</summary>
    public static SiteFormat Of(SiteModel site) => new(site.Country, site.TimeZone);

    /// <summary>Uses the format of a site for the rest of this request.</summary>
    public static void Use(SiteModel site) => OfRequest.Value = Of(site);

    /// <summary>A text with its moments by the clocks of the site instead of UTC.</summary>
    public string Localised(string text) => text.Contains(" UTC", StringComparison.Ordinal)
        ? Moment().Replace(text, moment => DateTimeOffset.TryParseExact(
            moment.Groups["at"].Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Dates.DayAndTime(TimeZoneInfo.ConvertTime(at, _zone))
            : moment.Value)
        : text;

    private static CultureInfo MakeComma()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        return CultureInfo.ReadOnly(culture);
    }

    [GeneratedRegex("(?<at>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}) UTC", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}
