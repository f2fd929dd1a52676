using System.Text;
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
    private const int ShortestCard = 13;
    private const int LongestCard = 19;

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
        return NumberMask.BesideTimes(text, part => Digits().Replace(part, run => WithoutCards(run.Value)));
    }

    // Names of methods are long too, but no mix of cases and digits.
    private static bool LooksRandom(string word) =>
        word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetterLower) && word.Any(char.IsAsciiLetterUpper);

    // Other figures may stand beside a card number, so each row of groups that is as long as one is looked at.
    private static string WithoutCards(string run)
    {
        var groups = Group().Matches(run);
        var hidden = new bool[groups.Count];
        for (var first = 0; first < groups.Count; first++)
        {
            var digits = "";
            for (var last = first; last < groups.Count && digits.Length < LongestCard; last++)
            {
                digits += groups[last].Value;
                if (IsCard(digits))
                {
                    hidden.AsSpan(first..(last + 1)).Fill(true);
                }
            }
        }

        var made = new StringBuilder();
        var told = 0;
        for (var place = 0; place < groups.Count; place++)
        {
            var isNext = hidden[place] && place > 0 && hidden[place - 1];
            made.Append(isNext ? "" : run[told..groups[place].Index]).Append(hidden[place] ? isNext ? "" : Hidden : groups[place].Value);
            told = groups[place].Index + groups[place].Length;
        }

        return made.ToString();
    }

    // By the sum of ISO/IEC 7812-1, Annex B.
    private static bool IsCard(string digits)
    {
        if (digits.Length is < ShortestCard or > LongestCard)
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
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

    [GeneratedRegex("[0-9](?:[ -]?[0-9]){12,}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Group();
}
