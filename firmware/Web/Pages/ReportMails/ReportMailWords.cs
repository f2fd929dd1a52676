using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.ReportMails;
using Switchhook.Web.Language;

namespace Switchhook.Web.Pages.ReportMails;

/// <summary>When reports are sent, for people.</summary>
internal static class ReportMailWords
{
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
