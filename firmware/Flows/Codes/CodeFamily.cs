using Switchhook.Flows.Dialling;
using Switchhook.Site;

namespace Switchhook.Flows.Codes;

/// <summary>Codes that do one thing: a line of the table that people read.</summary>
/// <param name="Pattern">What is dialled, as people write it: "*41 and your code".</param>
/// <param name="Who">Who may dial it.</param>
/// <param name="Words">What it does.</param>
/// <param name="Codes">The codes of a site; none where the site has no use for them.</param>
public sealed record CodeFamily(
    string Pattern, string Who, string Words, Func<SiteModel, IEnumerable<KeyValuePair<string, DialTarget>>> Codes)
{
    /// <summary>What the spoken help says of it; null for what it tells together with another code.</summary>
    public CodeName? Help { get; init; }

    /// <summary>What is dialled to end it; null for none, and where that has another number after it.</summary>
    public string? End { get; init; }

    /// <summary>True for a code that has too many numbers after it to be listed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True when a site has use for it.</summary>
    public bool IsIn(SiteModel site) => IsOpen ? !site.Phones.IsEmpty : Codes(site).Any();

    /// <summary>What is dialled, without what follows it.</summary>
    public string DigitsIn(SiteModel site) => Pattern[0] == '*' ? Pattern.Split(' ')[0] : Codes(site).First().Key;

    /// <summary>What is dialled on a site, as people write it.</summary>
    public string PatternIn(SiteModel site) => Pattern[0] == '*' ? Pattern : DigitsIn(site);

    /// <summary>The line of a table in Markdown.</summary>
    public string Line
    {
        get
        {
            var space = Pattern.IndexOf(' ', StringComparison.Ordinal);
            var (digits, rest) = space < 0 ? (Pattern, "") : (Pattern[..space], Pattern[space..]);
            return $"| `{digits}`{rest} | {Who} | {Words} |";
        }
    }
}
