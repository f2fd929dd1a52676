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

    /// <summary>When its timetables are open, without regard to night.</summary>
    public SiteHours Hours { get; } = new(Model);

    /// <summary>The night that is switched on at this moment; null by day.</summary>
    public Func<NightPeriod?> Night { get; init; } = () => null;

    /// <summary>When a queue is open, by day and while this night lasts.</summary>
    /// <param name="queue">Name of a queue of the site.</param>
    public OpeningHours HoursOf(string queue) => Hours.Of(queue).During(Night());
}
