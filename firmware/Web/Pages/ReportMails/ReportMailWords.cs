using Switchhook.Site;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.ReportMails;
using Switchhook.Web.Language;

namespace Switchhook.Web.Pages.ReportMails;

/// <summary>What reports are of and when they are sent, for people.</summary>
internal static class ReportMailWords
{
    /// <summary>What it is of, also where the site has that no more.</summary>
    public static string Subject(string of, string? which, SiteModel site, Words Say)
    {
        var name = of switch
        {
            "queue" => Say["Queue {0}", which],
            "agent" => Say["Agent {0}", which is not null && site.Agents.TryGetValue(which, out var agent) ? agent.DisplayName : which],
            "line" => Say["Line {0}", which],
            _ => Say["All lines"],
        };
        return ReportMailInput.IsThere(of, which, site) ? name : Say["{0} (gone)", name];
    }

    /// <summary>How often.</summary>
    public static string Rhythm(ReportMailModel mail, Words Say) => mail.Every switch
    {
        ReportRhythm.Daily => Say["Each day, of the day before"],
        ReportRhythm.Weekly => Weekly(mail.Day, Say),
        ReportRhythm.Monthly => Monthly(mail.Day, Say),
    };

    /// <summary>Of a day of the week.</summary>
    public static string Weekly(int day, Words Say) => (DayOfWeek)day switch
    {
        DayOfWeek.Monday => Say["Mondays, of the week before"],
        DayOfWeek.Tuesday => Say["Tuesdays, of the week before"],
        DayOfWeek.Wednesday => Say["Wednesdays, of the week before"],
        DayOfWeek.Thursday => Say["Thursdays, of the week before"],
        DayOfWeek.Friday => Say["Fridays, of the week before"],
        DayOfWeek.Saturday => Say["Saturdays, of the week before"],
        _ => Say["Sundays, of the week before"],
    };

    /// <summary>Of a day of the month.</summary>
    public static string Monthly(int day, Words Say) => Say["Day {0} of the month, of the month before", day];
}
