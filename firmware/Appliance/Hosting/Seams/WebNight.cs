using Switchhook.Calls.Loop;
using Switchhook.Flows.Opening;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting.Seams;

/// <summary>Turns the switch between day and night for the web.</summary>
public sealed class WebNight(ControlLoop loop, NightSwitch night) : INightSwitch
{
    /// <inheritdoc/>
    public Task SetAsync(bool on, string by) => loop.InvokeAsync(() => night.Set(on, by));
}
