using Microsoft.AspNetCore.Http;
using Switchhook.Site;
using Switchhook.Web.Api.Recordings;
using Switchhook.Web.Api.Recordings.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Recordings;

/// <summary>A page of recordings.</summary>
/// <param name="Ask">What was asked for, as it was written.</param>
/// <param name="Items">The recordings; none when something is wrong.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
/// <param name="Troubles">What is wrong with what was asked for.</param>
/// <param name="Site">The site in force.</param>
/// <param name="Words">Names and times.</param>
public sealed record RecordingsView(
    RecordingAsk Ask,
    IReadOnlyList<RecordedCallModel> Items,
    string? Next,
    IReadOnlyList<string> Troubles,
    SiteModel Site,
    SiteWords Words)
{
    /// <summary>The page of a recording.</summary>
    public static string AddressOf(RecordedCallModel item) => $"/recordings/{Uri.EscapeDataString(item.Id)}";

    /// <summary>Who was at the other end.</summary>
    public static string? OtherOf(RecordedCallModel item) => item.Name ?? item.Number;

    /// <summary>The names of agents for people.</summary>
    public string AgentsOf(RecordedCallModel item) =>
        string.Join(", ", item.Agents.Select(name => Site.Agents.GetValueOrDefault(name)?.DisplayName ?? name));

    /// <summary>All sound of this page as one file.</summary>
    public string Archive =>
        "/api/v1/recordings/archive" + QueryString.Create(Items.Select(item => KeyValuePair.Create("id", (string?)item.Id)));

    /// <summary>The same question for another page of the list; null for the first.</summary>
    public string Page(string? before)
    {
        IEnumerable<KeyValuePair<string, string?>> all =
        [
            new("number", Ask.Number), new("agent", Ask.Agent), new("queue", Ask.Queue), new("line", Ask.Line), new("from", Ask.From),
            new("to", Ask.To), new("shortest", Ask.Shortest), new("longest", Ask.Longest), new("noted", Ask.Noted),
            new("note", Ask.Note), new("limit", Ask.Limit), new("before", before),
        ];
        return "/recordings" + QueryString.Create(all.Where(one => !string.IsNullOrEmpty(one.Value)));
    }
}
