using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Switchhook.Acd.Facts;
using Switchhook.Calls;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Security.Roles;

/// <summary>
/// Lets a request pass when its sender's role may do what the route needs, within the queues that the sender may see. It looks before the
/// route does, so that a refusal tells nothing, not even whether there is such a thing.
/// </summary>
internal sealed class RoleGate(Stores stores) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (context.Resource is HttpContext http && Passes(http))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool Passes(HttpContext http)
    {
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        if (visitor.Rights is not { } rights)
        {
            return false;
        }

        return http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is { } needs
            ? visitor.May(needs.Ability) && IsWithin(needs, visitor, http)
            : rights.Role == Storage.Accounts.Role.Admin;
    }

    private bool IsWithin(Needs needs, Visitor visitor, HttpContext http) => needs.Reach switch
    {
        Reach.Seen => true,
        Reach.Queue => visitor.Sees(Value(http, "name")),
        Reach.AskedQueue => http.Request.Query["queue"] is not [{ } queue] || visitor.Sees(queue),
        Reach.Agent => visitor.SeesAgent(Value(http, "name")),
        Reach.Mailbox => visitor.SeesMailbox(Value(http, "name")),
        Reach.Call => visitor.Rights!.AllQueues || IsSeen(stores.Facts.VisitsOf(new CallId(Value(http, "id"))), visitor),
        Reach.Recording => visitor.Rights!.AllQueues || IsSeen(VisitsOfRecording(Value(http, "id")), visitor),
        _ => !needs.IsOfQueues || visitor.Rights!.AllQueues,
    };

    private IReadOnlyList<Visit> VisitsOfRecording(string id) =>
        stores.Calls.FindByRecording(id) is { } call ? stores.Facts.VisitsOf(call.Id)
        : stores.Facts.VisitOfMessage(id) is { } visit ? [visit]
        : [];

    private static bool IsSeen(IReadOnlyList<Visit> visits, Visitor visitor) => visits.Any(visit => visitor.Sees(visit.Queue));

    private static string Value(HttpContext http, string name) => http.GetRouteValue(name) as string ?? "";
}

/// <summary>What every route that is not open demands.</summary>
internal sealed class RoleRequirement : IAuthorizationRequirement;
