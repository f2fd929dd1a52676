using System.Net.Mail;
using Switchhook.Site;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.ReportMails;

namespace Switchhook.Web.Api.ReportMails;

/// <summary>What a report by mail is to be, checked against the site: every mistake at once, with its place and cure.</summary>
internal sealed class ReportMailInput
{
    // RFC 5321, section 4.5.3.1.3, without the brackets.
    private const int LongestAddress = 254;

    private readonly List<ApiMistake> _mistakes = [];

    /// <param name="wish">What was sent.</param>
    /// <param name="site">The site.</param>
    /// <param name="before">What it was; null for a new one. What it is of may stay, though the site has it no more.</param>
    public ReportMailInput(ReportMailWish wish, SiteModel site, ReportSchedule? before = null)
    {
        var (name, receivers) = (
            (wish.Name ?? "").Trim(),
            (wish.Receivers ?? []).Select(one => (one ?? "").Trim()).Where(one => one.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).ToList());
        var day = wish.Day ?? (wish.Every == ReportRhythm.Daily ? 0 : 1);
        if (name.Length is 0 or > ReportSchedule.LongestName || name.Any(char.IsControl))
        {
            Add("name", $"A report has a name of 1 to {ReportSchedule.LongestName} characters.", "Send one, such as Sales of the week.");
        }

        if (!IsThere(wish.Of, wish.OfName, site) && (before is null || (wish.Of, wish.OfName) != (before.Subject, before.SubjectName)))
        {
            Add("ofName", "There is nothing of that name.", "Send queue, agent, line or lines as of, and its name as ofName.");
        }

        if (!IsDay(wish.Every, day))
        {
            Add("day", "There is no such day.", "Send 0 for Sunday to 6 of a week, 1 to 31 of a month, and none for each day.");
        }

        if (receivers.Count is 0 or > ReportSchedule.MostReceivers || !receivers.TrueForAll(IsAddress))
        {
            Add(
                "receivers",
                $"A report has 1 to {ReportSchedule.MostReceivers} receivers, each an address such as ana@example.com.",
                "Send one address for each.");
        }

        if (ReportMailMaker.ServerOf(site, null) is null)
        {
            Add("alert", ReportMailMaker.NoServer, ReportMailMaker.NoServerCure);
        }
        else if (wish.Alert is { } alert && ReportMailMaker.ServerOf(site, alert) is null)
        {
            Add("alert", "There is no alert of that name that sends mail.", "Leave it out for the first one of the site file.");
        }

        Wanted = new ReportSchedule(
            "", name, wish.Of ?? "", wish.Of == "lines" ? null : wish.OfName, wish.Every, day, new TimeOnly(wish.At.Hour, wish.At.Minute))
        {
            Receivers = [.. receivers],
            Alert = wish.Alert,
        };
    }

    /// <summary>To be used only without mistakes.</summary>
    public ReportSchedule Wanted { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>True where a site has what a report is of.</summary>
    public static bool IsThere(string? of, string? which, SiteModel site) => (of, which) switch
    {
        ("queue", { } name) => site.Queues.ContainsKey(name),
        ("agent", { } name) => site.Agents.ContainsKey(name),
        ("line", { } name) => site.Lines.ContainsKey(name),
        ("lines", _) => true,
        _ => false,
    };

    private static bool IsDay(ReportRhythm every, int day) => every switch
    {
        ReportRhythm.Daily => day == 0,
        ReportRhythm.Weekly => day is >= 0 and <= 6,
        ReportRhythm.Monthly => day is >= 1 and <= 31,
    };

    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress && !text.Any(mark => char.IsControl(mark) || char.IsWhiteSpace(mark))
        && MailAddress.TryCreate(text, out var address) && address.Address == text;

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}
