using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks the numbers of the lines.</summary>
internal static class NumberCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        foreach (var number in draft.Lines.Select(line => line.Number).OfType<Located<string>>())
        {
            Check(number, country, log);
        }
    }

    private static void Check(Located<string> number, Country? country, MistakeLog log)
    {
        if (PhoneNumber.Normalize(number.Value) is not { } normal)
        {
            log.Error(
                number.At,
                $"\"{number.Value}\" is no telephone number in the international form.",
                $"Write it with + and the country code, such as \"+{country?.CallingCode ?? "1"} 312 555 0100\".");
        }
        else if (country is not null && !normal.AsSpan(1).StartsWith(country.CallingCode, StringComparison.Ordinal))
        {
            log.Warn(
                number.At,
                $"{number.Value} is no number of {country.Name}, where the site is.",
                $"Check it; numbers there begin with +{country.CallingCode}.");
        }
    }
}
