using System.Text.RegularExpressions;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks country, time zone and language.</summary>
internal static partial class HeadCheck
{
    // What people write, and no name in the table leads to.
    private static readonly Dictionary<string, string> Nicknames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["USA"] = "US",
        ["America"] = "US",
        ["UK"] = "GB",
        ["England"] = "GB",
    };

    /// <summary>Notes what is wrong, and gives the country's facts.</summary>
    public static Country? Run(HeadDraft head, MistakeLog log)
    {
        if (head.TimeZone is { } zone)
        {
            CheckZone(zone, log);
        }

        foreach (var language in head.Languages.Where(language => !LanguageTag().IsMatch(language.Value)))
        {
            log.Error(language.At, $"\"{language.Value}\" is no language.", "Write its short form, such as en, de, zh or pt-BR.");
        }

        return head.Country is { } country ? FindCountry(country, log) : null;
    }

    private static Country? FindCountry(Located<string> code, MistakeLog log)
    {
        if (CountryTable.TryGet(code.Value, out var country))
        {
            return country;
        }

        var meant = Nicknames.GetValueOrDefault(code.Value) ?? CodeOf(code.Value);
        log.Error(
            code.At,
            $"There is no country \"{code.Value}\" in the country table.",
            meant is null ? "Write the country's two-letter code, such as US, GB or DE." : $"Write \"{meant}\" instead.");
        return null;
    }

    private static string? CodeOf(string said) =>
        CountryTable.TryGet(said.ToUpperInvariant(), out var country)
            ? country.Code
            : CountryTable.Codes.FirstOrDefault(code => CountryTable.Get(code).Name.Equals(said, StringComparison.OrdinalIgnoreCase));

    private static void CheckZone(Located<string> zone, MistakeLog log)
    {
        if (ZoneName().IsMatch(zone.Value) && TimeZoneInfo.TryFindSystemTimeZoneById(zone.Value, out _))
        {
            return;
        }

        var all = TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id).ToList();
        var wanted = zone.Value.Replace(' ', '_');
        var nearest = all.Find(id => id.EndsWith('/' + wanted, StringComparison.OrdinalIgnoreCase)) ?? NearestWord.Of(zone.Value, all);
        log.Error(
            zone.At,
            $"There is no time zone \"{zone.Value}\".",
            nearest is null
                ? "Write the zone with continent and city, such as America/Chicago or Europe/Berlin."
                : $"Write \"{nearest}\" instead.");
    }

    [GeneratedRegex("^[A-Za-z0-9_+-]{1,30}(/[A-Za-z0-9_+-]{1,30}){0,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneName();

    // Language, script, region: BCP 47 without its rarer parts.
    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag();
}
