using Switchhook.Flows.Dialling;
using Switchhook.Flows.Opening;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Countries;
using Switchhook.Site;

namespace Switchhook.Flows;

/// <summary>One version of the site, ready to serve calls. A call keeps the version that it began with.</summary>
/// <param name="Model">The checked site file.</param>
/// <param name="Country">Its country's facts.</param>
/// <param name="Prompts">Its prompts, loaded.</param>
public sealed record SiteInForce(SiteModel Model, Country Country, PromptLibrary Prompts)
{
    /// <summary>What dialled digits mean.</summary>
    public DialPlan DialPlan { get; } = new(Model, Country);

    /// <summary>When its queues are open.</summary>
    public SiteHours Hours { get; } = new(Model);
}
