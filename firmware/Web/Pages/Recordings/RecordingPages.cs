using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls.Live;
using Switchhook.Web.Api;
using Switchhook.Web.Api.Recordings;
using Switchhook.Web.Api.Recordings.Models;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Recordings;

/// <summary>The recordings, and each with its picture, sound and note.</summary>
internal static class RecordingPages
{
    public static void MapRecordingPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/recordings").ExcludeFromDescription().For(Ability.Recordings, Reach.Recording);
        pages.MapGet("/", List).For(Ability.Recordings, Reach.Seen);
        pages.MapGet("/{id}", OneAsync);
        pages.MapPost("/{id}/note", NoteAsync).AsForm().For(Ability.NoteCalls, Reach.Recording);
    }

    private static IResult List([AsParameters] RecordingAsk ask, WebBackend backend, Stores stores, Visitor visitor)
    {
        var site = backend.Site.Model;
        var words = new SiteWords(site, backend.Time.GetUtcNow());
        var input = new RecordingInput(ask, new SiteCalendar(site.TimeZone));
        if (input.Mistakes.Count > 0)
        {
            IReadOnlyList<string> troubles = [.. input.Mistakes.Select(mistake => $"{mistake.Place}: {mistake.Problem} {mistake.Cure}")];
            return Fragment.Of<RecordingsPage>(
                new RecordingsView(ask, [], null, troubles, site, words), StatusCodes.Status400BadRequest);
        }

        var (calls, next) = Paging.Read(stores.Calls, input.QueryOf(visitor));
        return Fragment.Of<RecordingsPage>(
            new RecordingsView(ask, [.. calls.Select(call => RecordedCallModel.Of(call, stores))], next, [], site, words));
    }

    private static async Task<IResult> OneAsync(
        string id, WebBackend backend, Stores stores, RecordingPictures pictures, CancellationToken cancellation) =>
        stores.Calls.FindByRecording(id) is { } call
            ? Fragment.Of<RecordingPage>(await ViewAsync(call, backend, stores, pictures, cancellation))
            : NoSuchRecording();

    private static async Task<IResult> NoteAsync(
        string id, HttpContext context, WebBackend backend, Stores stores, RecordingPictures pictures, RecordingNotes notes)
    {
        if (stores.Calls.FindByRecording(id) is not { } call)
        {
            return NoSuchRecording();
        }

        var cancellation = context.RequestAborted;
        var note = (await context.Request.ReadFormAsync(cancellation)).Field("note");
        if (await notes.WriteAsync(call, note, Access.NameOf(context.User), cancellation) is not { } mistake)
        {
            return SeeOther.Result($"/recordings/{Uri.EscapeDataString(id)}");
        }

        var view = await ViewAsync(call, backend, stores, pictures, cancellation);
        return Fragment.Of<RecordingPage>(
            view with { Troubles = [$"{mistake.Problem} {mistake.Cure}"], Tried = note }, StatusCodes.Status400BadRequest);
    }

    private static async Task<RecordingView> ViewAsync(
        CallRecord call, WebBackend backend, Stores stores, RecordingPictures pictures, CancellationToken cancellation) => new(
        call,
        RecordedCallModel.Of(call, stores),
        await pictures.OfAsync(call, RecordingPictures.Usual, cancellation),
        RecordingNotes.HeardOf(call, stores),
        new SiteWords(backend.Site.Model, backend.Time.GetUtcNow()));

    private static IResult NoSuchRecording() => Fragment.Of<ErrorPage>(
        new ErrorWords("There is no such recording.", "It may have been deleted. The page Recordings lists them."),
        StatusCodes.Status404NotFound);
}
