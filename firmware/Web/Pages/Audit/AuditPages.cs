using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.Audit;
using Switchhook.Web.Api.Audit;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Audit;

/// <summary>The audit log with its filter.</summary>
internal static class AuditPages
{
    public static void MapAuditPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", Show).ExcludeFromDescription().For(Ability.Audit);

    private static IResult Show(string? who, string? text, string? from, string? to, string? before, WebBackend backend, Stores stores)
    {
        var calendar = new SiteCalendar(backend.Site.Model.TimeZone);
        var (begin, end) = (Moment(from, 0, calendar), Moment(to, 1, calendar));
        var input = new AuditInput(who, text, begin, end, null, before);
        var view = new AuditView(
            input.Mistakes.Count > 0 ? [] : stores.Audit.List(input.Query),
            new AuditFilter(who ?? "", text ?? "", from ?? "", to ?? "", begin, end),
            new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()),
            [.. input.Mistakes.Select(mistake => $"{mistake.Problem} {mistake.Cure}")]);
        return Fragment.Of<AuditPage>(view, input.Mistakes.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    // Days are those of the site; what is no day is told as a mistake.
    private static string? Moment(string? day, int later, SiteCalendar calendar) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is > 2000 and < 2200
            ? calendar.StartOf(date.AddDays(later)).ToString("O", CultureInfo.InvariantCulture)
            : day;
}

/// <summary>The audit log.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Words">Names and times.</param>
/// <param name="Troubles">What is wrong with the filter; empty when nothing.</param>
public sealed record AuditView(IReadOnlyList<AuditEntry> Entries, AuditFilter Filter, SiteWords Words, IReadOnlyList<string> Troubles)
{
    /// <summary>Where the older entries are; null when these are the last.</summary>
    public string? Older => Entries.Count < AuditInput.DefaultLimit ? null
        : $"/audit?{Filter.Query(Filter.From, Filter.To)}&before={Entries[^1].Seq}";

    /// <summary>The same as a file.</summary>
    public string Csv => $"/api/v1/audit?{Filter.Query(Filter.Begin, Filter.End)}&limit={AuditStore.MostPerPage}&format=csv";
}

/// <summary>What was asked for.</summary>
/// <param name="Who">Account or key.</param>
/// <param name="Text">A part of the words.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Begin">The beginning of the first day.</param>
/// <param name="End">The end of the last day.</param>
public sealed record AuditFilter(string Who, string Text, string From, string To, string? Begin, string? End)
{
    /// <summary>As a query.</summary>
    public string Query(string? from, string? to) => string.Join('&', new (string Name, string? Value)[]
    {
        ("who", Who), ("text", Text), ("from", from), ("to", to),
    }.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value ?? "")}"));
}
