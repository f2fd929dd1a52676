using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Outbound;

/// <summary>Checks what the site adds to emergency calls.</summary>
internal static class EmergencyNumberCheck
{
    private const int Shortest = 2;
    private const int Longest = 15;
    private const int ShortestTest = 3;
    private const int LongestTest = 6;

    // As they stand in the table of codes, which a test holds.
    private static readonly string[] Codes =
        ["*0", "*28", "*4", "*54", "*55", "*56", "*69", "*72", "*73", "*74", "*75", "*76", "*77", "*78", "*79", "*8", "*97", "*98"];

    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The site.</param>
    /// <param name="country">Its country; null when there is none of that name.</param>
    /// <param name="log">Takes the mistakes.</param>
    /// <returns>The country with the numbers that the site adds, for what else must keep clear of them.</returns>
    public static Country? Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        if (draft.Emergency is not { } emergency)
        {
            return country;
        }

        var added = emergency.Also.Where(number => CheckNumber(number, log)).Select(number => number.Value);
        foreach (var phone in emergency.Notify.Where(phone => !draft.Phones.Has(phone.Value)))
        {
            SiteChecks.NoteUnknown(phone, "phone", "phones", draft.Phones, log);
        }

        var whole = country is null ? null : country with { EmergencyNumbers = [.. country.EmergencyNumbers.Union(added)] };
        if (emergency.TestNumber is { } test)
        {
            CheckTest(test, draft, whole, log);
        }

        return whole;
    }

    private static bool CheckNumber(Located<string> number, MistakeLog log)
    {
        if (number.Value.Length is >= Shortest and <= Longest && number.Value.All(char.IsAsciiDigit))
        {
            return true;
        }

        log.Error(
            number.At,
            $"\"{number.Value}\" cannot be dialled for help.",
            $"Write {Shortest} to {Longest} digits as the exchange gets them, such as \"1234\".");
        return false;
    }

    private static void CheckTest(Located<string> test, SiteDraft draft, Country? country, MistakeLog log)
    {
        var digits = test.Value.StartsWith('*') ? test.Value[1..] : test.Value;
        if (digits.Length is < ShortestTest or > LongestTest || !digits.All(char.IsAsciiDigit))
        {
            log.Error(
                test.At,
                $"\"{test.Value}\" cannot be the number of the test.",
                $"Write {ShortestTest} to {LongestTest} digits, with or without * before them: \"test-number: \"*933\"\".");
            return;
        }

        var other = SiteChecks.EmergencyNumbers(country).Select(number => (Digits: number, What: "the emergency number"))
            .Concat(draft.Phones.Select(phone => (Digits: phone.Number.Value, What: "phone")))
            .Concat(draft.Outbound.SelectMany(rule => rule.DialledStarts).Where(start => start.Length > 0)
                .Select(start => (Digits: start, What: "calls out by")))
            .Concat(Codes.Select(code => (Digits: code, What: code == "*4" ? "the codes of agents" : "the code")))
            .FirstOrDefault(other => BeginAlike(other.Digits, test.Value));
        if (other.Digits is not null)
        {
            log.Error(test.At, $"{test.Value} begins like {other.What} {other.Digits}.", "Take another one, such as \"*933\".");
        }
    }

    private static bool BeginAlike(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
}
