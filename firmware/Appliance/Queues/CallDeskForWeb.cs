using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Talking;
using Switchhook.Web.Seams.People;

namespace Switchhook.Appliance.Queues;

/// <summary>Does for the web what people do with calls, on the control loop.</summary>
internal sealed class CallDeskForWeb(ControlLoop loop, CallDesk desk, QueueHost queues) : ICallDesk
{
    public Task<string?> CallAsync(string phone, string number, string by) => loop.InvokeAsync(() => desk.Call(phone, number, by));

    public Task<string?> MonitorAsync(string agent, string phone, SupervisionMode mode, string by) =>
        loop.InvokeAsync(() => desk.Monitor(agent, phone, mode, by));

    public Task<string?> GiveAsync(string visit, string agent, string by) => loop.InvokeAsync(() => queues.Give(visit, agent, by));

    public Task<string?> DisposeAsync(string agent, string code) => loop.InvokeAsync(() => desk.Dispose(agent, code));

    public Task NoteAsync(CallId call, string text, string by) => loop.InvokeAsync(() => desk.Note(call, text, by));
}
