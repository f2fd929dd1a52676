using System.Globalization;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Site;

using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Text;

/// <summary>Names and times as the people of a site say them.</summary>
public sealed class SiteWords(SiteModel site, DateTimeOffset now)
{
    /// <summary>The site.</summary>
    public SiteModel Site => site;

    /// <summary>The moment at which the page is made, UTC.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Time of day, such as <c>14:05:09</c>.</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Date, such as <c>Monday, 23 November 2026</c>.</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary>The same of a day where the site is.</summary>
    public static string Day(DateOnly day) => Dates.Whole(day);

    /// <summary>Hour and minute, such as <c>14:00</c>.</summary>
    public string HourOf(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Short date and time, such as <c>23 Nov 2026, 14:05</c>.</summary>
    public string DayAndTime(DateTimeOffset at) => Dates.DayAndTime(Local(at));

    /// <summary>A party with its name in the house, such as <c>Front desk (101)</c>.</summary>
    public string Party(Party party) => party.Kind switch
    {
        PartyKind.Phone => site.Phones.GetValueOrDefault(party.Name) is { Name.Length: > 0 } phone
            ? $"{phone.Name} ({party.Name})"
            : Say["Phone {0}", party.Name],
        PartyKind.Line => Say["Line {0}", party.Name],
        PartyKind.Trunk => Say["Trunk {0}", party.Name],
    };

    /// <summary>Who is at the other end for the people of the house: the caller, or whom the phone dialled.</summary>
    public string Other(CallRecord call) => call.Direction switch
    {
        CallDirection.Inbound => call.CallerName ?? call.CallerNumber ?? Say["Unknown caller"],
        CallDirection.Internal when call.Dialled is { } number && site.Phones.ContainsKey(number) => Party(Calls.Party.Phone(number)),
        CallDirection.Internal when call.Dialled is null => Say["A message"],
        _ => call.Dialled ?? Say["Nothing dialled yet"],
    };

    /// <summary>The way of a call through the house: where it came from, and who has it or whose phones ring.</summary>
    public string Way(CallRecord call)
    {
        var from = Party(call.From);
        var ringing = call.Legs
            .Where(leg => leg is { Party.Kind: PartyKind.Phone, AnsweredAt: null, EndedAt: null } && leg.Party != call.From)
            .Select(leg => Party(leg.Party))
            .ToList();
        return call.AnsweredBy is { } by ? $"{from} → {Party(by)}"
            : call.EndedAt is null && ringing.Count > 0 ? Say["{0} → rings {1}", from, string.Join(", ", ringing)]
            : from;
    }

    /// <summary>What stands under that: the number of a caller with a name.</summary>
    public static string? OtherNumber(CallRecord call) =>
        call.Direction == CallDirection.Inbound && call.CallerName is not null ? call.CallerNumber : null;

    /// <summary>How long a call took, from its beginning to its end or now.</summary>
    public TimeSpan Length(CallRecord call) => (call.EndedAt ?? now) - call.StartedAt;

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, site.TimeZone);
}
