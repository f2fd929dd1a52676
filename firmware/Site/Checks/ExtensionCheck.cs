using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks;

/// <summary>Checks the numbers of the phones against each other, against emergency numbers and against calls out.</summary>
internal static class ExtensionCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        foreach (var phone in draft.Phones)
        {
            if (!IsExtension(phone.Number.Value))
            {
                log.Error(
                    phone.Number.At,
                    $"\"{phone.Number.Value}\" cannot be the number of a phone.",
                    $"Write {SiteDefaults.ShortestExtension} to {SiteDefaults.LongestExtension} digits, such as 101.");
                continue;
            }

            CheckEmergency(phone.Number, country, log);
            CheckOutbound(phone.Number, draft.Outbound, log);
            CheckOthers(phone.Number, draft.Phones, log);
            CheckPlace(phone, log);
        }
    }

    private static bool IsExtension(string number) =>
        number.Length is >= SiteDefaults.ShortestExtension and <= SiteDefaults.LongestExtension && number.All(char.IsAsciiDigit);

    // A misdialled extension must never reach the emergency services, and an emergency call must never wait for more digits.
    private static void CheckEmergency(Located<string> number, Country? country, MistakeLog log)
    {
        if (SiteChecks.EmergencyNumbers(country).FirstOrDefault(emergency => BeginAlike(number.Value, emergency)) is { } emergency)
        {
            log.Error(
                number.At,
                $"{number.Value} begins like the emergency number {emergency}.",
                "Give the phone a number that begins with other digits, so that nobody calls for help by mistake.");
        }
    }

    private static void CheckOutbound(Located<string> number, IReadOnlyList<OutboundDraft> rules, MistakeLog log)
    {
        foreach (var rule in rules)
        {
            var clash = rule.PrefixDigits.Length > 0
                ? BeginAlike(number.Value, rule.PrefixDigits)
                : rule.DialledStarts.Any(start => BeginAlike(number.Value, start));
            if (!clash)
            {
                continue;
            }

            log.Error(
                number.At,
                rule.PrefixDigits.Length > 0
                    ? $"{number.Value} begins like the prefix {rule.PrefixDigits} for calls out (line {rule.At.Line})."
                    : $"{number.Value} begins like numbers outside that are dialled without a prefix (line {rule.At.Line}).",
                "Give the phone a number that begins with another digit, or change the prefix.");
            return;
        }
    }

    private static void CheckOthers(Located<string> number, IReadOnlyList<PhoneDraft> phones, MistakeLog log)
    {
        var longer = phones.FirstOrDefault(
            other => other.Number.Value != number.Value && other.Number.Value.StartsWith(number.Value, StringComparison.Ordinal));
        if (longer is not null)
        {
            log.Warn(
                number.At,
                $"{longer.Number.Value} begins with {number.Value}, so whoever dials {number.Value} waits until no digit can follow.",
                "Give all phones numbers of one length.");
        }
    }

    private static void CheckPlace(PhoneDraft phone, MistakeLog log)
    {
        if ((phone.Port is not null || phone.Sip is not null) && phone.Place is null)
        {
            log.Warn(
                phone.Number.At,
                $"Phone {phone.Number.Value} does not say where it stands.",
                "Add \"place: Ground floor, reception\": it is shown when someone calls for help from it.");
        }
    }

    private static bool BeginAlike(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
}
