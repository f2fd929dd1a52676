using Switchhook.Calls;

namespace Switchhook.Flows.Steps;

/// <summary>A call on its way through a flow.</summary>
/// <param name="Call">The call.</param>
/// <param name="Caller">The caller's leg; its <see cref="Leg.Gone"/> ends the flow.</param>
/// <param name="Identity">Who calls.</param>
/// <param name="Site">The version of the site that the call began with.</param>
internal sealed record FlowCall(Call Call, Leg Caller, CallerIdentity Identity, SiteInForce Site);
