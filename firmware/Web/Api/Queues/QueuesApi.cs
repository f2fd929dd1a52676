using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Acd.Signals;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Site.Queues;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Queues;

/// <summary>Queues now and today, and callers who are moved between them.</summary>
internal static class QueuesApi
{
    public static void MapQueuesApi(this IEndpointRouteBuilder api)
    {
        var queues = api.MapGroup("/queues").WithTags("Queues");
        queues.MapGet("/", List).For(Ability.Queues, Reach.Seen).Produces<ListModel<QueueModel>>();
        queues.MapGet("/{name}", OneAsync).For(Ability.Queues, Reach.Queue).Produces<QueueModel>().ProducesNotFound();
        api.MapGroup("/calls").WithTags("Calls").MapPost("/{id}/queue", MoveAsync)
            .For(Ability.RunQueues, Reach.Call)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesWrong()
            .ProducesNotFound()
            .ProducesError(StatusCodes.Status409Conflict);
        api.MapGroup("/calls").WithTags("Calls").MapPost("/{id}/call-back", CallBackAsync)
            .For(Ability.RunQueues, Reach.Call)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesNotFound()
            .ProducesError(StatusCodes.Status409Conflict);
    }

    /// <summary>All queues of the site: who waits, what their agents do, and the figures of today.</summary>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static IResult List(WebBackend backend, Stores stores, Visitor visitor) =>
        Results.Ok(new ListModel<QueueModel>(Models(backend, stores, visitor)));

    /// <summary>One queue, with those who wait in the order of their turns.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The facts on disk.</param>
    internal static async Task<IResult> OneAsync(string name, WebBackend backend, Stores stores)
    {
        if (!backend.Site.Model.Queues.TryGetValue(name, out var queue))
        {
            return ApiProblem.NotFound("There is no queue of that name.", "GET /api/v1/queues lists the queues.");
        }

        var callers = await CallersAsync(name, backend, stores);
        var visits = Today(backend, stores, out var today);
        return Results.Ok(Model(backend, queue, visits, today) with { Callers = callers });
    }

    /// <summary>Moves a caller who waits to another queue; the turn is kept, and the whole wait counts for the new queue.</summary>
    /// <param name="id">The call.</param>
    /// <param name="move">Where to.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The calls on disk.</param>
    /// <param name="visitor">Who asks.</param>
    internal static async Task<IResult> MoveAsync(
        string id, MoveModel move, HttpContext context, WebBackend backend, Stores stores, Visitor visitor)
    {
        if (!visitor.Sees(move.Queue))
        {
            return ApiProblem.Refused();
        }

        if (!backend.Site.Model.Queues.ContainsKey(move.Queue))
        {
            return ApiProblem.Wrong(new ApiMistake("queue", "There is no queue of that name.", "GET /api/v1/queues lists the queues."));
        }

        return await MoveToAsync(id, move.Queue, context, backend) is not { } why ? Results.NoContent()
            : stores.Calls.Find(new CallId(id)) is null
                ? ApiProblem.NotFound("There is no call of that id.", "GET /api/v1/queues/{name} lists those who wait.")
                : ApiProblem.NotNow(why);
    }

    /// <summary>Moves a caller to a queue of the site; null when it was done, or one sentence that tells why not.</summary>
    internal static async Task<string?> MoveToAsync(string call, string queue, HttpContext context, WebBackend backend)
    {
        var waiting = backend.Queues.Current.Visits.Values.FirstOrDefault(visit =>
            visit.Call == call && visit is { Kind: WorkKind.Call, AnsweredAt: null });
        return waiting is null
            ? "This call does not wait in a queue."
            : await backend.Desk.MoveAsync(waiting.Id, queue, Access.NameOf(context.User));
    }

    /// <summary>The queues that the asker may see, without their callers.</summary>
    internal static IReadOnlyList<QueueModel> Models(WebBackend backend, Stores stores, Visitor visitor)
    {
        var visits = Today(backend, stores, out var today);
        var seen = backend.Site.Model.Queues.Values.Where(queue => visitor.Sees(queue.Name));
        return [.. seen.Select(queue => Model(backend, queue, visits, today))];
    }

    /// <summary>Who waits in a queue, in the order of the turns.</summary>
    internal static async Task<IReadOnlyList<WaitingModel>> CallersAsync(string queue, WebBackend backend, Stores stores) =>
        Callers(backend, stores, await backend.Desk.TurnsAsync(queue));

    /// <summary>Calls back who was lost: the caller of a call that left a queue unanswered is owed a call from now on.</summary>
    /// <param name="id">The call.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="stores">The calls on disk.</param>
    internal static async Task<IResult> CallBackAsync(string id, HttpContext context, WebBackend backend, Stores stores)
    {
        if (stores.Calls.Find(new CallId(id)) is not { } call)
        {
            return ApiProblem.NotFound(
                "There is no call of that id.", "GET /api/v1/reports/queues/behind?figure=abandoned lists who was lost.");
        }

        return await OweCallAsync(call, context, backend, stores) is { } why ? ApiProblem.NotNow(why) : Results.NoContent();
    }

    /// <summary>Has the caller of a call called back; null when that is owed now, or one sentence that tells why not.</summary>
    internal static async Task<string?> OweCallAsync(CallRecord call, HttpContext context, WebBackend backend, Stores stores)
    {
        var visits = stores.Facts.VisitsOf(call.Id).Where(visit => visit.Kind == WorkKind.Call).ToList();
        return call.AnsweredAt is not null || visits is not [.., var last] || visits.Exists(visit => visit.AnsweredAt is not null)
            ? "This call was answered, or came to no queue."
            : await backend.Desk.CallBackAsync(last, Access.NameOf(context.User));
    }

    private static IReadOnlyList<Visit> Today(WebBackend backend, Stores stores, out Interval today)
    {
        today = new SiteCalendar(backend.Site.Model.TimeZone).At(backend.Time.GetUtcNow(), IntervalLength.Day);

        // Who called yesterday tells who calls again.
        return stores.Facts.Visits(today with { From = today.From.AddDays(-1) });
    }

    private static QueueModel Model(WebBackend backend, QueueConfig queue, IReadOnlyList<Visit> visits, Interval today)
    {
        var (now, rules, board) = (backend.Time.GetUtcNow(), ShownFigures.RulesOf(queue), backend.Queues.Current);
        var visitsHere = board.Visits.Values.Where(visit => visit.Queue == queue.Name).ToLookup(visit => visit.Kind);

        // What is owed for tomorrow keeps nobody waiting on the line.
        var live = LiveFigures.At(visitsHere[WorkKind.Call], now);
        var rung = board.Agents.Values.Where(agent => agent.State == AgentState.Ringing).Select(agent => agent.Visit).ToHashSet();
        var report = new QueueReport(visits, today, rules, now, queue.Name);
        return new QueueModel(
            queue.Name,
            backend.Desk.Signals.GetValueOrDefault(queue.Name, QueueSignal.Idle),
            live.Waiting.Count,
            live.LongestWait,
            live.Waiting.Count(visit => rung.Contains(visit.Id)),
            visitsHere[WorkKind.Callback].Count(visit => visit.AnsweredAt is null),
            AgentCounts.Of(backend.Site.Model, queue, board),
            FigureModel.Of(ShownFigures.OfQueues, rules, report.Whole.Value));
    }

    private static IReadOnlyList<WaitingModel> Callers(WebBackend backend, Stores stores, IReadOnlyList<WaitingTurn> turns)
    {
        var (now, board) = (backend.Time.GetUtcNow(), backend.Queues.Current);

        // Who has been answered since the turns were told waits no more.
        var waiting = turns.Select(turn => (Turn: turn, Visit: board.Visits.GetValueOrDefault(turn.Visit)))
            .Where(one => one.Visit is { AnsweredAt: null }).ToList();
        var agents = waiting.Exists(one => one.Visit!.Caller is not null) ? stores.Facts.LastAgents(now) : null;
        var callers = new List<WaitingModel>();
        var place = 0;
        foreach (var (turn, visit) in waiting)
        {
            var since = turn.NotBefore > visit!.EnteredAt ? turn.NotBefore.Value : visit.EnteredAt;
            callers.Add(new WaitingModel(
                visit.Id,
                visit.Call is { } call ? new CallId(call) : null,
                visit.Kind,
                turn.Rests ? null : ++place,
                visit.Caller,
                visit.Line,
                now > since ? now - since : TimeSpan.Zero,
                turn.NotBefore,
                visit.Caller is { } caller ? agents?.GetValueOrDefault(caller).Agent : null,
                visit.Message is { } recording ? RecordingModel.AudioOf(recording) : null));
        }

        return callers;
    }
}
