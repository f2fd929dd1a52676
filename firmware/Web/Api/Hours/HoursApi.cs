using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Flows.Opening;
using Switchhook.Site.Opening;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Hours;

/// <summary>When the house is open, and the switch between day and night.</summary>
internal static class HoursApi
{
    /// <summary>Most days that are told at once.</summary>
    public const int MostDays = 366;

    /// <summary>Days that are told unless more or less are asked for.</summary>
    public const int UsualDays = 14;

    private const string DayFormat = "yyyy-MM-dd";

    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static void MapHoursApi(this IEndpointRouteBuilder api)
    {
        var hours = api.MapGroup("/hours").WithTags("Hours").For(Ability.Hours);
        hours.MapGet("/", List).Produces<ListModel<HoursModel>>();
        hours.MapGet("/{name}/days", Days)
            .DescribesQuery(JsonSchemaType.String, "date", "from")
            .DescribesQuery(JsonSchemaType.Integer, null, "days")
            .Produces<ListModel<HoursDayModel>>().ProducesWrong().ProducesNotFound();
        hours.MapGet("/{name}/at", At).Produces<HoursModel>().ProducesWrong().ProducesNotFound();
        var night = api.MapGroup("/night").WithTags("Hours").For(Ability.Hours);
        night.MapGet("/", ReadNight).Produces<NightSwitchModel>();
        night.MapPut("/", SetNightAsync).For(Ability.Night).Produces<NightSwitchModel>().ProducesWrong();
    }

    /// <summary>All timetables of the site: whether each is open now, why, and until when.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult List(WebBackend backend)
    {
        var (hours, now) = (new SiteHours(backend.Site.Model), backend.Time.GetUtcNow());
        var night = NightSwitch.PeriodOf(backend.Live.Current, hours);
        return Results.Ok(new ListModel<HoursModel>(
            [.. backend.Site.Model.Hours.Keys.Select(name => HoursModel.Of(name, hours.At(name, now, night)))]));
    }

    /// <summary>The days of a timetable, with holidays and exceptions and their names. Night is not in it: it is switched.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="from">The first day; today unless said otherwise.</param>
    /// <param name="days">How many days, 1 to 366; 14 unless said otherwise.</param>
    /// <param name="backend">The box.</param>
    internal static IResult Days(string name, string? from, string? days, WebBackend backend)
    {
        var hours = new SiteHours(backend.Site.Model);
        if (hours.ByName(name) is not { } timetable)
        {
            return NoSuchHours();
        }

        var mistakes = new List<ApiMistake>();
        var first = hours.Calendar.DayOf(backend.Time.GetUtcNow());
        if (from is not null
            && !(DateOnly.TryParseExact(from, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out first) && IsKnown(first)))
        {
            mistakes.Add(new ApiMistake(
                "from", "It is no day for which hours are known.", $"Send year, month and day, such as 2026-12-24, {Years}."));
        }

        var count = UsualDays;
        if (days is not null
            && !(int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= MostDays))
        {
            mistakes.Add(new ApiMistake("days", "It is no number of days.", $"Send a whole number from 1 to {MostDays}."));
        }

        return mistakes.Count > 0
            ? ApiProblem.Wrong(mistakes)
            : Results.Ok(new ListModel<HoursDayModel>([.. timetable.Days(first, count).Select(HoursDayModel.Of)]));
    }

    /// <summary>
    /// Whether a timetable is open at a moment, and why: what happens on 24 December at 16:05? A night that is switched on now counts until
    /// it ends.
    /// </summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="moment">The moment by the clocks of the site, such as 2026-12-24T16:05; now unless said otherwise.</param>
    /// <param name="backend">The box.</param>
    internal static IResult At(string name, string? moment, WebBackend backend)
    {
        var hours = new SiteHours(backend.Site.Model);
        if (hours.ByName(name) is null)
        {
            return NoSuchHours();
        }

        var at = backend.Time.GetUtcNow();
        if (moment is not null)
        {
            if (MomentOf(moment, hours) is not { } asked)
            {
                return ApiProblem.Wrong(new ApiMistake(
                    "moment",
                    "It is no moment for which hours are known.",
                    $"Send day and time where the site is, such as 2026-12-24T16:05, {Years}."));
            }

            at = asked;
        }

        return Results.Ok(HoursModel.Of(name, hours.At(name, at, NightSwitch.PeriodOf(backend.Live.Current, hours))));
    }

    /// <summary>Whether night is switched on, by whom, and when it ends by itself.</summary>
    /// <param name="backend">The box.</param>
    internal static IResult ReadNight(WebBackend backend) =>
        Results.Ok(NightSwitchModel.Of(NightSwitch.PeriodOf(backend.Live.Current, new SiteHours(backend.Site.Model))));

    /// <summary>Switches between day and night. Calls in progress go on as they are.</summary>
    /// <param name="night">What it shall be.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    internal static async Task<IResult> SetNightAsync(SetNightModel night, HttpContext context, WebBackend backend)
    {
        await backend.Night.SetAsync(night.On, Access.NameOf(context.User));
        return ReadNight(backend);
    }

    /// <summary>A moment that was written by the clocks of a site; null for no moment, and for one of which nothing is known.</summary>
    internal static DateTimeOffset? MomentOf(string text, SiteHours hours) =>
        DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && IsKnown(DateOnly.FromDateTime(local))
            ? hours.Calendar.MomentOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;

    private static string Years => $"from {PublicHolidays.FirstYear} to {PublicHolidays.LastYear - 1}";

    // A look ahead of a year is in what is known too.
    private static bool IsKnown(DateOnly day) => day.Year is >= PublicHolidays.FirstYear and < PublicHolidays.LastYear;

    private static IResult NoSuchHours() =>
        ApiProblem.NotFound("There is no timetable of that name.", "GET /api/v1/hours lists the timetables.");
}
