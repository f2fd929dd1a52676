using Switchhook.Calls.Loop;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Hosting.Seams;

/// <summary>The gate of calls to the outside, for the web.</summary>
internal sealed class WebOutsideGate(ControlLoop loop, OutsideGate gate) : IOutsideGate
{
    public async Task<IReadOnlyList<StoppedPhone>> StoppedAsync() => await loop.InvokeAsync<IReadOnlyList<StoppedPhone>>(
        () => [.. gate.Stopped().Select(stop => new StoppedPhone(stop.Phone, stop.Until!.Value, stop.Why))]);

    public Task<bool> ReleaseAsync(string phone, string by) => loop.InvokeAsync(() => gate.Release(phone, by));
}
