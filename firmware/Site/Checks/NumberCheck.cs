using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks the numbers of the lines and the main numbers of the trunks.</summary>
internal static class NumberCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        var numbers = draft.Lines.Select(line => line.Number).Concat(draft.Trunks.Select(trunk => trunk.Number));
        foreach (var number in numbers.OfType<Located<string>>())
        {
            Check(number, country, log);
        }
    }

    /// <summary>Notes that a number is none.</summary>
    public static void NoteWrong(Located<string> number, Country? country, MistakeLog log) => log.Error(
        number.At,
        $"\"{number.Value}\" is no telephone number in the international form.",
        $"Write it with + and the country code, such as \"+{country?.CallingCode ?? "1"} 312 555 0100\".");

    private static void Check(Located<string> number, Country? country, MistakeLog log)
    {
        if (PhoneNumber.Normalize(number.Value) is not { } normal)
        {
            NoteWrong(number, country, log);
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
