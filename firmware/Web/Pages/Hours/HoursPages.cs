using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Opening;
using Switchhook.Site;
using Switchhook.Web.Api.Hours;
using Switchhook.Web.Components;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Hours;

/// <summary>When the house is open in the days to come, what happens at any moment, and the switch between day and night.</summary>
internal static class HoursPages
{
    public static void MapHoursPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/hours").ExcludeFromDescription().For(Ability.Hours);
        pages.MapGet("/", Show);
        pages.MapPost("/night", SwitchAsync).AsForm().For(Ability.Night);
    }

    /// <summary>True for a site that has anything to show here.</summary>
    public static bool IsFor(SiteModel site) => !site.Hours.IsEmpty || PhoneCodes.HasNight(site);

    private static IResult Show(string? day, string? time, WebBackend backend)
    {
        var (site, now) = (backend.Site.Model, backend.Time.GetUtcNow());
        var hours = new SiteHours(site);
        var night = NightSwitch.PeriodOf(backend.Live.Current, hours);
        var today = hours.Calendar.DayOf(now);
        IReadOnlyList<TimetableView> tables =
        [
            .. site.Hours.Keys.Select(name => new TimetableView(
                name, hours.At(name, now, night), [.. hours.ByName(name)!.Days(today, HoursApi.UsualDays)])),
        ];
        var view = new HoursView(tables, night, PhoneCodes.HasNight(site), today, new SiteWords(site, now))
        {
            Day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = hours.Calendar.TimeOf(now).ToString("HH:mm", CultureInfo.InvariantCulture),
        };
        return day is null && time is null ? Fragment.Of<HoursPage>(view) : Answer(day ?? "", time ?? "", view, hours);
    }

    private static IResult Answer(string day, string time, HoursView view, SiteHours hours)
    {
        if (HoursApi.MomentOf($"{day}T{time}", hours) is not { } moment)
        {
            return Fragment.Of<HoursPage>(
                view with { Troubles = ["There is no such moment. Choose a day and a time."] }, StatusCodes.Status400BadRequest);
        }

        return Fragment.Of<HoursPage>(view with
        {
            Day = day,
            Time = time,
            Answers = [.. view.Timetables.Select(table => (table.Name, hours.At(table.Name, moment, view.Night)))],
        });
    }

    private static async Task<IResult> SwitchAsync(HttpContext context, WebBackend backend)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await backend.Night.SetAsync(form.Field("night") == "on", Access.NameOf(context.User));
        return SeeOther.Result("/hours");
    }
}
