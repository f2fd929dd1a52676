using System.Text.RegularExpressions;

namespace Switchhook.Storage.Diagnostics;

/// <summary>
/// Takes out of a text what must not be read there: passwords and keys by the words before them and by their looks, card numbers, and the
/// box's own secrets by what they are. Any thread.
/// </summary>
/// <param name="known">Secrets of the box as they are; those that are too short to be told from other words are left out.</param>
public sealed partial class SecretMask(IEnumerable<string> known)
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "(hidden)";

    private const int ShortestKnown = 6;
    private const int MostKnown = 5000;

    private readonly string[] _known =
        [.. known.Where(secret => secret.Length >= ShortestKnown).Distinct().OrderByDescending(secret => secret.Length).Take(MostKnown)];

    /// <summary>A mask that knows no secret of the box.</summary>
    public static SecretMask Plain { get; } = new([]);

    /// <summary>The text without them.</summary>
    public string Clean(string text)
    {
        foreach (var secret in _known)
        {
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        text = Header().Replace(text, $"${{name}}: {Hidden}");
        text = Named().Replace(text, $"${{name}}{Hidden}");
        text = Bearer().Replace(text, $"Bearer {Hidden}");
        text = PhoneAddress().Replace(text, $"/provision/{Hidden}");
        text = UserInfo().Replace(text, $"://{Hidden}@");
        text = Long().Replace(text, word => LooksRandom(word.Value) ? Hidden : word.Value);
        return Digits().Replace(text, digits => IsCard(digits.Value) ? Hidden : digits.Value);
    }

    // Names of methods are long too, but no mix of cases and digits.
    private static bool LooksRandom(string word) =>
        word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetterLower) && word.Any(char.IsAsciiLetterUpper);

    // By the sum of ISO/IEC 7812-1, Annex B. Ids of calls begin with a day and a time of day and are none.
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToList();
        if (digits.Count is < 13 or > 19 || CallId().IsMatch(text))
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < digits.Count; place++)
        {
            var digit = digits[^(place + 1)];
            sum += place % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(
        @"(?<name>authorization|cookie|set-cookie|proxy-authorization)\s*[:=][^\r\n]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex(
        """(?<name>\b(?:password|passphrase|passwd|secret|token|pin|api[-_ ]?key|response|nonce)["']?\s*[:=]\s*["']?)[^\s"',;&)]+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"bearer\s+\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bearer();

    [GeneratedRegex("/provision/[^/\\s\"'<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneAddress();

    [GeneratedRegex(@"://[^/\s@:]+:[^/\s@]+@", RegexOptions.NonBacktracking)]
    private static partial Regex UserInfo();

    [GeneratedRegex("[A-Za-z0-9_-]{32,}", RegexOptions.NonBacktracking)]
    private static partial Regex Long();

    [GeneratedRegex(@"\d(?:[ -]?\d){12,}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{8}-\d{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex CallId();
}
