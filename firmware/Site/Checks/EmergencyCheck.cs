using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>
/// Checks that emergency calls do not hang on the Internet alone, and that no rule for calls out looks like an emergency number. Those go
/// out with and without the prefix, as soon as they are dialled, so a rule that looks like one can only lose numbers.
/// </summary>
internal static class EmergencyCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        foreach (var rule in draft.Outbound)
        {
            CheckPrefix(rule, country, log);
            CheckStarts(rule, country, log);
        }

        WarnOfTrunksOnly(draft, log);
    }

    // They go out over any line or trunk, whatever the groups say.
    private static void WarnOfTrunksOnly(SiteDraft draft, MistakeLog log)
    {
        if (draft.Lines.Count == 0 && draft.Trunks is [var trunk, ..])
        {
            log.Warn(
                trunk.Name.At,
                "Emergency calls can go out over trunks only, and those work only with power and the Internet.",
                "Plug in a line of the exchange as well, or keep a mobile phone at hand and say so at the phones.");
        }
    }

    // A single digit is allowed to begin like an emergency number: 9 for an outside line is what everyone in the country of 911 knows.
    private static void CheckPrefix(OutboundDraft rule, Country? country, MistakeLog log)
    {
        if (rule.Prefix is { Value.Length: > 1 } prefix
            && SiteChecks.EmergencyNumbers(country).FirstOrDefault(number => BeginAlike(number, prefix.Value)) is { } emergency)
        {
            log.Error(
                prefix.At,
                $"The prefix {prefix.Value} begins like the emergency number {emergency}.",
                "Take a prefix of one digit, or one that begins with other digits.");
        }
    }

    private static void CheckStarts(OutboundDraft rule, Country? country, MistakeLog log)
    {
        foreach (var start in rule.Starts)
        {
            var shadowed = SiteChecks.EmergencyNumbers(country).FirstOrDefault(
                number => StartsWith(start.Value, number) || StartsWith(rule.PrefixDigits + start.Value, number));
            if (shadowed is not null)
            {
                log.Error(
                    start.At,
                    $"The rule cannot reach numbers that begin with {start.Value}: {shadowed} is an emergency number and goes out at once.",
                    "Remove it; emergency numbers need no rule.");
            }
        }
    }

    private static bool BeginAlike(string left, string right) => StartsWith(left, right) || StartsWith(right, left);

    private static bool StartsWith(string digits, string start) => digits.StartsWith(start, StringComparison.Ordinal);
}
