using System.Globalization;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Site;
using Switchhook.Site.Opening;

namespace Switchhook.Flows.Trial;

/// <summary>Reads a caller on paper as people write one: <c>+13125550100 at 2026-12-24T16:05 press 2 1</c>.</summary>
public static class TrialReader
{
    /// <summary>How one is written.</summary>
    public const string Example = "+13125550100 at 2026-12-24T16:05 press 2 1";

    /// <summary>Most characters; more is no line that a person writes.</summary>
    private const int LongestText = 500;

    private const int MostKeys = 50;

    private const string Words = "from, on, to, at, night, press, silent, unanswered";

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="site">The site; times are by its clocks.</param>
    /// <param name="mistake">What is wrong, and what to write instead; null when nothing is.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static TrialRequest? Read(string text, SiteModel site, out string? mistake)
    {
        if (text.Length > LongestText)
        {
            mistake = $"The try has {text.Length} characters; write at most {LongestText}.";
            return null;
        }

        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var request = new TrialRequest();
        mistake = null;
        while (mistake is null && words.TryDequeue(out var word))
        {
            (request, mistake) = Take(word, words, request, site);
        }

        return mistake is null ? request : null;
    }

    private static (TrialRequest Request, string? Mistake) Take(string word, Queue<string> rest, TrialRequest request, SiteModel site)
    {
        switch (word.ToLowerInvariant())
        {
            case "night":
                return (request with { IsNight = true }, null);
            case "unanswered":
                return (request with { IsUnanswered = true }, null);
            case "unknown" or "withheld":
                return (request with { Number = null }, null);
            case "press":
                return Keys(rest, request);
            case "silent":
                return (request with { Keys = [.. request.Keys, null] }, null);
            case "from" or "on" or "to" or "at" when !rest.TryPeek(out _):
                return (request, $"\"{word}\" stands without what comes after it. Write for example \"{Example}\".");
            case "from":
                return Number(rest.Dequeue(), request);
            case "to":
                return (request with { Dialled = rest.Dequeue() }, null);
            case "on":
                return Line(rest.Dequeue(), request, site);
            case "at":
                return At(rest.Dequeue(), request, site);
            default:
                return Number(word, request);
        }
    }

    private static (TrialRequest Request, string? Mistake) Number(string word, TrialRequest request) =>
        word.TrimStart('+') is { Length: > 0 and <= 20 } digits && digits.All(char.IsAsciiDigit)
            ? (request with { Number = word }, null)
            : (request, $"\"{word}\" is neither a number nor one of the words {Words}. Write for example \"{Example}\".");

    private static (TrialRequest Request, string? Mistake) Line(string name, TrialRequest request, SiteModel site) =>
        site.Lines.ContainsKey(name) || site.Trunks.ContainsKey(name)
            ? (request with { Line = name }, null)
            : (request,
                $"There is no line or trunk \"{name}\". Write one of: {string.Join(", ", site.Lines.Keys.Concat(site.Trunks.Keys))}.");

    private static (TrialRequest Request, string? Mistake) At(string word, TrialRequest request, SiteModel site) =>
        DateTime.TryParseExact(word, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.Year is >= PublicHolidays.FirstYear and < PublicHolidays.LastYear
            ? (request with
            {
                At = new SiteCalendar(site.TimeZone).MomentOf(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)),
            },
            null)
            : (request,
                $"\"{word}\" is no time. Write day and time as 2026-12-24T16:05, "
                + $"from {PublicHolidays.FirstYear} to {PublicHolidays.LastYear - 1}.");

    // Up to the next word that is none of keys.
    private static (TrialRequest Request, string? Mistake) Keys(Queue<string> rest, TrialRequest request)
    {
        List<string?> keys = [.. request.Keys];
        while (rest.TryPeek(out var next) && (next == "-" || next.All(key => char.IsAsciiDigit(key) || key is '*' or '#')))
        {
            rest.Dequeue();
            keys.Add(next == "-" ? null : next);
        }

        return keys.Count == request.Keys.Count ? (request, "\"press\" stands without keys. Write for example \"press 2 1\".")
            : keys.Count > MostKeys ? (request, $"More than {MostKeys} answers are pressed. Write fewer.")
            : (request with { Keys = keys }, null);
    }
}
