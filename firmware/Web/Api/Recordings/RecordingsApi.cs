using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Recordings.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Recordings;

/// <summary>Recordings, their sound, and what is noted of them. Who is given a sound stands in the journal.</summary>
internal static class RecordingsApi
{
    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void MapRecordingsApi(this IEndpointRouteBuilder api)
    {
        var recordings = api.MapGroup("/recordings").WithTags("Recordings").For(Ability.Recordings, Reach.Recording);
        recordings.MapGet("/", List).For(Ability.Recordings, Reach.Seen)
            .DescribesQuery(JsonSchemaType.Integer, null, "limit", "shortest", "longest")
            .Produces<ListModel<RecordedCallModel>>().ProducesWrong();
        recordings.MapGet("/archive", RecordingArchive.WriteAsync).For(Ability.Recordings)
            .DescribesList("id", "A recording; sent again for each one, at most 100 with at most 18 hours of sound.")
            .Produces(StatusCodes.Status200OK, contentType: RecordingArchive.MediaType)
            .ProducesWrong().ProducesNotFound().ProducesError(StatusCodes.Status429TooManyRequests);
        recordings.MapGet("/{id}", One).Produces<RecordedCallModel>().ProducesNotFound();
        recordings.MapGet("/{id}/peaks", PeaksAsync).DescribesQuery(JsonSchemaType.Integer, null, "pieces")
            .Produces<PeaksModel>().ProducesWrong().ProducesNotFound();
        recordings.MapGet("/{id}/heard", Heard).Produces<ListModel<HeardModel>>().ProducesNotFound();
        recordings.MapPut("/{id}/note", NoteAsync).For(Ability.NoteCalls, Reach.Recording)
            .Produces(StatusCodes.Status204NoContent).ProducesWrong().ProducesNotFound();
        recordings.MapMethods("/{id}/audio", ReadMethods, AudioAsync)
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
            .Produces(StatusCodes.Status206PartialContent, contentType: "audio/wav")
            .ProducesNotFound();
    }

    /// <summary>Lists recordings, newest first.</summary>
    /// <param name="ask">Which ones.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult List([AsParameters] RecordingAsk ask, WebBackend backend, Stores stores, Visitor visitor)
    {
        var input = new RecordingInput(ask, new SiteCalendar(backend.Site.Model.TimeZone));
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var page = Paging.Read(stores.Calls, input.QueryOf(visitor));
        return Results.Ok(new ListModel<RecordedCallModel>([.. page.Calls.Select(call => RecordedCallModel.Of(call, stores))], page.Next));
    }

    /// <summary>One recording.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult One(string id, Stores stores) =>
        stores.Calls.FindByRecording(id) is { } call ? Results.Ok(RecordedCallModel.Of(call, stores)) : NoSuchRecording();

    /// <summary>How loud a recording is along its time, for a picture of it. Asking for it is not listening.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="pieces">In how many pieces, 1 to 2000; 400 when left out.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="cancellation">The asker has gone.</param>
    internal static async Task<IResult> PeaksAsync(
        string id, string? pieces, Stores stores, RecordingPictures pictures, CancellationToken cancellation)
    {
        if (RecordingPictures.PiecesOf(pieces) is not { } count)
        {
            return ApiProblem.Wrong(RecordingPictures.WrongPieces);
        }

        return stores.Calls.FindByRecording(id) is { } call && await pictures.OfAsync(call, count, cancellation) is { } peaks
            ? Results.Ok(new PeaksModel(peaks.Left, peaks.Right))
            : NoSuchRecording();
    }

    /// <summary>Who was given the sound of a recording, the first first.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult Heard(string id, Stores stores) => stores.Calls.FindByRecording(id) is { } call
        ? Results.Ok(new ListModel<HeardModel>(RecordingNotes.HeardOf(call, stores)))
        : NoSuchRecording();

    /// <summary>Notes something of a recorded call, over what was noted before.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="note">The note.</param>
    /// <param name="context">The request.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="notes">Writes it.</param>
    internal static async Task<IResult> NoteAsync(string id, NoteModel note, HttpContext context, Stores stores, RecordingNotes notes)
    {
        if (stores.Calls.FindByRecording(id) is not { } call)
        {
            return NoSuchRecording();
        }

        return await notes.WriteAsync(call, note.Note, Access.NameOf(context.User), context.RequestAborted) is { } mistake
            ? ApiProblem.Wrong(mistake)
            : Results.NoContent();
    }

    /// <summary>
    /// The sound of a recording or of a message left in a queue, also while it is being written. Byte ranges are served. The journal keeps
    /// who asked.
    /// </summary>
    /// <param name="id">The recording.</param>
    /// <param name="save"><c>yes</c> for a file to keep.</param>
    /// <param name="context">The request.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="backend">The box.</param>
    /// <param name="listeners">Writes down who listens.</param>
    /// <param name="cancellation">The asker has gone.</param>
    internal static async Task<IResult> AudioAsync(
        string id,
        string? save,
        HttpContext context,
        Stores stores,
        WebBackend backend,
        Listeners listeners,
        CancellationToken cancellation)
    {
        var call = stores.Calls.FindByRecording(id);
        var message = call is null ? stores.Facts.VisitOfMessage(id) : null;
        var sound = call is not null ? await backend.Recordings.OpenAsync(call, cancellation)
            : message is not null ? await backend.Recordings.OpenMessageAsync(id, cancellation)
            : null;
        if (sound is null)
        {
            return NoSuchRecording();
        }

        var isSaved = save == "yes";
        CallId? of = call is not null ? call.Id : message?.Call is { } from ? new CallId(from) : null;
        if (HttpMethods.IsGet(context.Request.Method) && of is { } heard)
        {
            await listeners.HeardAsync(heard, id, isSaved, Access.NameOf(context.User));
        }

        return Results.Stream(
            sound.Wav,
            "audio/wav",
            isSaved && call is not null ? RecordingArchive.NameOf(call, backend) : null,
            sound.ChangedAt,
            enableRangeProcessing: true);
    }

    /// <summary>The answer for an id that is not known.</summary>
    internal static IResult NoSuchRecording() => ApiProblem.NotFound(
        "There is no recording of that id, or its file has been deleted.", "GET /api/v1/recordings lists the recordings.");
}
