using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Switchhook.Web.Api;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Events;

/// <summary>The journal as a stream of events, from any point on.</summary>
internal static class EventsApi
{
    private const int Batch = 200;

    public static void MapEventsApi(this IEndpointRouteBuilder api) => api.MapGet("/events", StreamAsync)
        .WithTags("Events")
        .Produces<EventModel>(contentType: "text/event-stream")
        .DescribesQuery(JsonSchemaType.Integer, "int64", "after")
        .ProducesWrong();

    /// <summary>
    /// Everything that is written to the journal, as server-sent events: id is the event's number, event its kind, data the event as JSON.
    /// Begins after the number in Last-Event-ID or <c>after</c>, and without both at this moment: a reader who reconnects misses nothing.
    /// </summary>
    /// <param name="after">Number of the last event that is known already; 0 begins with the first.</param>
    /// <param name="context">The request.</param>
    /// <param name="streams">Opens the stream.</param>
    /// <param name="watch">Tells of new events.</param>
    /// <param name="stores">The journal on disk.</param>
    internal static Task StreamAsync(string? after, HttpContext context, Streams streams, JournalWatch watch, Stores stores)
    {
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        var (place, text) = last.Length > 0 ? ("Last-Event-ID", last) : ("after", after);
        var start = watch.Last;
        if (text is not null && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            var mistake = new ApiMistake(place, "That is no number of an event.", "Send the id of the last event that you have, or 0.");
            return ApiProblem.Wrong(mistake).ExecuteAsync(context);
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return streams.RunAsync(context, async (stream, cancellation) =>
        {
            var seq = start;
            while (true)
            {
                var events = stores.Journal.After(seq, Batch);
                foreach (var journalEvent in events)
                {
                    var model = EventModel.Of(journalEvent);
                    await stream.SendAsync(model.Seq, model.Kind, JsonSerializer.Serialize(model, options), cancellation);
                    seq = model.Seq;
                }

                if (events.Count < Batch && !await watch.WaitAsync(seq, EventStream.Heartbeat, cancellation))
                {
                    await stream.BeatAsync(cancellation);
                }
            }
        });
    }
}
