using Switchhook.Calls.Loop;
using Switchhook.Flows.Missed;
using Switchhook.Web.Seams.Missed;

namespace Switchhook.Appliance.Missed;

/// <summary>Gives the web the list of missed callers, on the control loop.</summary>
internal sealed class MissedForWeb(ControlLoop loop, MissedBoard board, MissedDesk desk) : IMissedDesk
{
    public MissedSnapshot Current => board.Current;

    public Task<string?> ClaimAsync(string id, string by) => loop.InvokeAsync(() => desk.Claim(id, by));

    public Task<string?> ReleaseAsync(string id, string by) => loop.InvokeAsync(() => desk.Release(id, by));

    public Task<string?> DismissAsync(string id, string by) => loop.InvokeAsync(() => desk.Dismiss(id, by));

    public Task<string?> CallAsync(string id, string phone, string by) => loop.InvokeAsync(() => desk.Call(id, phone, by));
}
