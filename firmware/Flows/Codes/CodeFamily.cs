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
