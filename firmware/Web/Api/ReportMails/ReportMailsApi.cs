using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Storage.ReportMails;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.ReportMails;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.ReportMails;

/// <summary>Reports that are sent as mail.</summary>
internal static class ReportMailsApi
{
    public static void MapReportMailsApi(this IEndpointRouteBuilder api)
    {
        var mails = api.MapGroup("/reports/mails").WithTags("Reports").For(Ability.MailReports);
        mails.MapGet("/", List).Produces<ListModel<ReportMailModel>>();
        mails.MapPost("/", Create).Produces<ReportMailModel>(StatusCodes.Status201Created).IsChange().ProducesWrong();
        mails.MapPut("/{id}", Change).Produces<ReportMailModel>().IsChange().ProducesWrong().ProducesNotFound();
        mails.MapDelete("/{id}", Remove).Produces(StatusCodes.Status204NoContent).IsChange().ProducesNotFound();
        mails.MapPost("/{id}/send", Send).Produces<ReportMailModel>().IsChange().ProducesNotFound();
        mails.MapPost("/{id}/pause", Pause).Produces<ReportMailModel>().IsChange().ProducesNotFound();
        mails.MapPost("/{id}/resume", Resume).Produces<ReportMailModel>().IsChange().ProducesNotFound();
    }

    /// <summary>All reports by mail, by name, with when each is sent next and what went wrong.</summary>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult List(WebBackend backend, Stores stores) =>
        Results.Ok(new ListModel<ReportMailModel>([.. stores.ReportMails.List().Select(one => ModelOf(one, backend))]));

    /// <summary>
    /// Makes a report by mail: the figures of the day, week or month before beside those before these, as HTML with a table in CSV.
    /// </summary>
    /// <param name="wish">What it is to be.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult Create(ReportMailWish wish, HttpContext context, WebBackend backend, Stores stores)
    {
        AuditNote.Names(context, wish.Name);
        var input = new ReportMailInput(wish, backend.Site.Model);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        AuditNote.Changed(context, null, Words(input.Wanted));
        return stores.ReportMails.Create(input.Wanted with { MadeBy = Access.NameOf(context.User) }) is { } made
            ? Results.Json(ModelOf(made, backend), statusCode: StatusCodes.Status201Created)
            : NotKept();
    }

    /// <summary>Changes a report by mail; what was owed before is not any more.</summary>
    /// <param name="id">Which.</param>
    /// <param name="wish">What it is to be.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult Change(string id, ReportMailWish wish, HttpContext context, WebBackend backend, Stores stores)
    {
        var before = stores.ReportMails.Find(id);
        var input = new ReportMailInput(wish, backend.Site.Model, before);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        AuditNote.Changed(context, before is null ? null : Words(before), Words(input.Wanted));
        return Answer(stores.ReportMails.Change(input.Wanted with { Id = id }), id, backend, stores);
    }

    /// <summary>Removes a report by mail.</summary>
    /// <param name="id">Which.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult Remove(string id, Stores stores) =>
        stores.ReportMails.Find(id) is null ? NotFound()
        : stores.ReportMails.Remove(id) ? Results.NoContent()
        : NotKept();

    /// <summary>Sends the newest report now, also when it was sent before.</summary>
    /// <param name="id">Which.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult Send(string id, WebBackend backend, Stores stores) =>
        Answer(stores.ReportMails.SendNow(id), id, backend, stores);

    /// <summary>Sends nothing until it goes on; what is due meanwhile is left out.</summary>
    /// <param name="id">Which.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult Pause(string id, WebBackend backend, Stores stores) =>
        Answer(stores.ReportMails.SetPaused(id, true), id, backend, stores);

    /// <summary>Goes on with the next one that is due.</summary>
    /// <param name="id">Which.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The reports by mail.</param>
    internal static IResult Resume(string id, WebBackend backend, Stores stores) =>
        Answer(stores.ReportMails.SetPaused(id, false), id, backend, stores);

    /// <summary>A report by mail as it is told.</summary>
    internal static ReportMailModel ModelOf(ReportSchedule one, WebBackend backend)
    {
        var now = backend.Time.GetUtcNow();
        DateTimeOffset? next = one.PausedAt is not null ? null
            : one.IsOwed ? one.NextAt ?? now
            : ReportMailTimes.Next(one, now, new SiteCalendar(backend.Site.Model.TimeZone));
        return new ReportMailModel(
            one.Id,
            one.Name,
            one.Subject,
            one.SubjectName,
            one.Every,
            one.Day,
            one.At,
            one.Receivers,
            one.Alert,
            one.MadeBy,
            one.PausedAt is not null,
            next,
            one.LastSentAt,
            one.LastError);
    }

    /// <summary>A report by mail for the audit log.</summary>
    internal static string Words(ReportSchedule one) =>
        $"{one.Name}: {one.Subject} {one.SubjectName}, {one.Every.ToString().ToLowerInvariant()}, to {string.Join(", ", one.Receivers)}";

    private static RouteHandlerBuilder IsChange(this RouteHandlerBuilder route) => route.ProducesError(StatusCodes.Status409Conflict);

    private static IResult Answer(bool done, string id, WebBackend backend, Stores stores) =>
        stores.ReportMails.Find(id) is not { } one ? NotFound()
        : done ? Results.Ok(ModelOf(one, backend))
        : NotKept();

    private static IResult NotFound() =>
        ApiProblem.NotFound("There is no such report by mail.", "GET /api/v1/reports/mails lists them.");

    private static IResult NotKept() => new ApiProblem(
        $"It was not kept: the disk is full, or there are {ReportMailStore.Most} already.",
        StatusCodes.Status409Conflict,
        "Remove a report by mail, or make room on the disk.").ToResult();
}
