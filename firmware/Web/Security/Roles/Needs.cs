using Microsoft.AspNetCore.Builder;

namespace Switchhook.Web.Security.Roles;

/// <summary>What a route needs. A route that says nothing is for admins alone.</summary>
/// <param name="Ability">What its asker must be allowed to do.</param>
/// <param name="Reach">How much of the box it shows to somebody who is limited to queues, or to the own agent.</param>
internal sealed record Needs(Ability Ability, Reach Reach)
{
    /// <summary>True for what people who are limited to queues may do there alone.</summary>
    public bool IsOfQueues => Ability is Ability.Calls or Ability.NoteCalls or Ability.Recordings or Ability.Queues or Ability.RunQueues
        or Ability.Agent or Ability.AgentState or Ability.Reports or Ability.MailReports;
}

/// <summary>How much of the box a route shows or moves.</summary>
internal enum Reach
{
    /// <summary>All of it; where that is a matter of queues, nobody who is limited to some may come.</summary>
    Box,

    /// <summary>What the asker may see of it: the route leaves the rest out.</summary>
    Seen,

    /// <summary>The queue <c>name</c> in the address.</summary>
    Queue,

    /// <summary>The queue that the query names, and what the asker may see when it names none.</summary>
    AskedQueue,

    /// <summary>The agent <c>name</c> in the address.</summary>
    Agent,

    /// <summary>The mailbox <c>name</c> in the address.</summary>
    Mailbox,

    /// <summary>The call <c>id</c> in the address.</summary>
    Call,

    /// <summary>The recording <c>id</c> in the address.</summary>
    Recording,
}

/// <summary>Says what routes need.</summary>
internal static class NeedsRoutes
{
    /// <summary>Said of a group and of one of its routes, what the route says counts.</summary>
    public static T For<T>(this T routes, Ability permission, Reach reach = Reach.Box)
        where T : IEndpointConventionBuilder => routes.WithMetadata(new Needs(permission, reach));
}
