using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Storage.History;
using Switchhook.Web.Api.Desk.Models;
using Switchhook.Web.Api.Queues.Models;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Api.Desk;

/// <summary>The call that an agent has at hand, with what is known of its caller.</summary>
internal static class DeskCalls
{
    /// <summary>Most earlier calls that are shown.</summary>
    public const int MostEarlier = 5;

    /// <summary>The call of an agent now, else the last of today; null when there is none.</summary>
    public static DeskCallModel? Of(AgentModel agent, WebBackend backend, Stores stores)
    {
        if (AtHand(agent, backend, stores) is not { } call)
        {
            return null;
        }

        var visit = stores.Facts.VisitsOf(call.Id) is [.., var last] ? last : null;
        var number = call.Direction == CallDirection.Inbound ? call.CallerNumber : call.Dialled;
        return new DeskCallModel(
            call.Id,
            visit?.Queue,
            number,
            call.Direction == CallDirection.Inbound ? call.CallerName : null,
            call.StartedAt,
            call.EndedAt is not null,
            visit?.Disposition,
            visit is not null && backend.Site.Model.Queues.TryGetValue(visit.Queue, out var queue)
                ? [.. queue.Dispositions.Select(one => new TopicChoice(one.Code, one.Words))]
                : [],
            NoteModel.Of(stores.Calls.Notes(call.Id)),
            number is null ? [] : Earlier(number, call, stores));
    }

    private static CallRecord? AtHand(AgentModel agent, WebBackend backend, Stores stores)
    {
        if (agent.Call is { } call)
        {
            return stores.Calls.Find(call);
        }

        // A call of the agent's own, or one that no queue has given.
        var own = agent.Phone is { } phone
            ? backend.Live.Current.Calls.Values.FirstOrDefault(one =>
                one.Legs.Any(leg => leg.EndedAt is null && leg.Party == Party.Phone(phone)))
            : null;
        return own ?? (LastVisit(agent.Name, backend, stores)?.Call is { } last ? stores.Calls.Find(new CallId(last)) : null);
    }

    private static Visit? LastVisit(string agent, WebBackend backend, Stores stores)
    {
        var today = new SiteCalendar(backend.Site.Model.TimeZone).At(backend.Time.GetUtcNow(), IntervalLength.Day);
        return stores.Facts.Agents(today, agent).Visits.Where(visit => visit.Agent == agent).MaxBy(visit => visit.AnsweredAt);
    }

    private static IReadOnlyList<EarlierCallModel> Earlier(string number, CallRecord current, Stores stores) =>
    [
        .. stores.Calls.Page(new CallQuery(MostEarlier, Before: current.Id, Number: number)).Select(call =>
        {
            var visit = stores.Facts.VisitsOf(call.Id) is [.., var last] ? last : null;
            return new EarlierCallModel(
                call.Id,
                call.StartedAt,
                call.AnsweredAt is not null,
                visit?.Agent,
                visit?.Disposition,
                NoteModel.Of(stores.Calls.Notes(call.Id)));
        }),
    ];
}
