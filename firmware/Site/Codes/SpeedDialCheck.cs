using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Checks;
using Switchhook.Site.Drafts;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Codes;

/// <summary>Checks that what short numbers stand for can be dialled in the house at all. Who may call it is asked at each call.</summary>
internal static class SpeedDialCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        foreach (var number in draft.SpeedDial.Select(entry => entry.Number).OfType<Located<string>>())
        {
            if (!number.Value.All(char.IsAsciiDigit))
            {
                log.Error(
                    number.At,
                    $"\"{number.Value}\" cannot be dialled.",
                    "Write the digits alone, as they are dialled at a phone, with the prefix for calls out: \"95550142\".");
            }
            else if (!draft.Phones.Has(number.Value) && !IsEmergency(number.Value, draft, country)
                && !draft.Outbound.Any(rule => Takes(rule, number.Value, draft, country)))
            {
                log.Error(
                    number.At,
                    $"{number.Value} is no phone of the house, and no rule under \"outbound\" lets it be called.",
                    "Write it as it is dialled at a phone, with the prefix for calls out, or add a rule.");
            }
        }
    }

    private static bool IsEmergency(string digits, SiteDraft draft, Country? country) => SiteChecks.EmergencyNumbers(country)
        .Any(number => digits == number || draft.Outbound.Any(rule => digits == rule.PrefixDigits + number));

    private static bool Takes(OutboundDraft rule, string digits, SiteDraft draft, Country? country)
    {
        if (!digits.StartsWith(rule.PrefixDigits, StringComparison.Ordinal)
            || !rule.DialledStarts.Any(start => digits.StartsWith(start, StringComparison.Ordinal)))
        {
            return false;
        }

        // What is wrong with the rule itself is noted already, and no second mistake.
        var number = digits[rule.PrefixDigits.Length..];
        var fits = rule.Terms.Allow is not null || rule.Digits is not { Value: var (least, most) }
            || (number.Length >= least && number.Length <= most);
        return fits && (country is null || Allows(rule, new NumberPlan(ModelBuilder.Sure(draft.Head.Country)).Find(number).Class));
    }

    private static bool Allows(OutboundDraft rule, NumberClass reached) => rule.Terms.Allow is { } classes
        ? classes.Contains(reached)
        : reached == NumberClass.Unknown || OutboundRule.ByDigits.Contains(reached) || rule.Terms.Opened.Contains(reached);
}
