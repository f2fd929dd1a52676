using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Api;

/// <summary>Recordings and their sound.</summary>
internal static class RecordingsApi
{
    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void MapRecordingsApi(this IEndpointRouteBuilder api)
    {
        var recordings = api.MapGroup("/recordings").WithTags("Recordings");
        recordings.MapGet("/", List).DescribesQuery(JsonSchemaType.Integer, null, "limit")
            .Produces<ListModel<RecordingModel>>().ProducesWrong();
        recordings.MapGet("/{id}", One).Produces<RecordingModel>().ProducesNotFound();
        recordings.MapMethods("/{id}/audio", ReadMethods, AudioAsync)
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
            .Produces(StatusCodes.Status206PartialContent, contentType: "audio/wav")
            .ProducesNotFound();
    }

    /// <summary>Lists recordings, newest first.</summary>
    /// <param name="limit">Most recordings to return, 1 to 200; 50 when left out.</param>
    /// <param name="before">Value of <c>next</c> of the page before.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult List(string? limit, string? before, Stores stores)
    {
        var input = new CallQueryInput(limit, before);
        if (input.Mistakes.Count > 0)
        {
            return ApiProblem.Wrong(input.Mistakes);
        }

        var page = Paging.Read(stores.Calls, input.Query with { RecordedOnly = true });
        return Results.Ok(new ListModel<RecordingModel>([.. page.Calls.Select(RecordingModel.Of).OfType<RecordingModel>()], page.Next));
    }

    /// <summary>One recording.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static IResult One(string id, Stores stores) =>
        stores.Calls.FindByRecording(id) is { } call && RecordingModel.Of(call) is { } recording
            ? Results.Ok(recording)
            : NoSuchRecording();

    /// <summary>The sound of a recording or of a message left in a queue, also while it is being written. Byte ranges are served.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="backend">The box.</param>
    /// <param name="cancellation">The asker has gone.</param>
    internal static async Task<IResult> AudioAsync(string id, Stores stores, WebBackend backend, CancellationToken cancellation)
    {
        var sound = stores.Calls.FindByRecording(id) is { } call ? await backend.Recordings.OpenAsync(call, cancellation)
            : stores.Facts.VisitOfMessage(id) is not null ? await backend.Recordings.OpenMessageAsync(id, cancellation)
            : null;
        return sound is null
            ? NoSuchRecording()
            : Results.Stream(sound.Wav, "audio/wav", lastModified: sound.ChangedAt, enableRangeProcessing: true);
    }

    private static IResult NoSuchRecording() => ApiProblem.NotFound(
        "There is no recording of that id, or its file has been deleted.", "GET /api/v1/recordings lists the recordings.");
}
