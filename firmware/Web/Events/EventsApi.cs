using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Switchhook.Calls.Journal;
using Switchhook.Web.Api;
using Switchhook.Web.Api.Desk.Models;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Events;

/// <summary>The journal as a stream of events, from any point on.</summary>
internal static class EventsApi
{
    /// <summary>Kind of the event that tells which caller an agent's phone rings for.</summary>
    public const string ScreenPop = "screen-pop";

    private const int Batch = 200;

    public static void MapEventsApi(this IEndpointRouteBuilder api) => api.MapGet("/events", StreamAsync)
        .For(Ability.Calls)
        .WithTags("Events")
        .Produces<EventModel>(contentType: "text/event-stream")
        .DescribesQuery(JsonSchemaType.Integer, "int64", "after")
        .ProducesWrong();

    /// <summary>
    /// Everything that is written to the journal, as server-sent events: id is the event's number, event its kind, data the event as JSON.
    /// When an agent's phone begins to ring for a caller, an event <c>screen-pop</c> with number, name and desk comes before it.
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
                    if (journalEvent.Entry is QueueOffered offered)
                    {
                        // With the number of the event before: who loses the stream in between gets both again.
                        var pop = PopOf(offered, journalEvent.At, stores);
                        await stream.SendAsync(model.Seq - 1, ScreenPop, JsonSerializer.Serialize(pop, options), cancellation);
                    }

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

    /// <summary>What a program shows for a caller whom an agent is offered.</summary>
    internal static ScreenPopModel PopOf(QueueOffered offered, DateTimeOffset at, Stores stores)
    {
        var call = stores.Calls.Find(offered.Call);
        return new ScreenPopModel(
            at,
            offered.Agent,
            offered.Phone,
            offered.Queue,
            offered.Call,
            call?.CallerNumber,
            call?.CallerName,
            $"/desk?agent={Uri.EscapeDataString(offered.Agent)}");
    }
}
