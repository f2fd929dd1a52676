using Switchhook.Calls.Loop;
using Switchhook.Flows;
using Switchhook.Flows.Voicemail;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Voicemail;

/// <summary>Gives the web the mailboxes, on the control loop.</summary>
internal sealed class VoicemailForWeb(ControlLoop loop, VoicemailBoard board, Switchboard switchboard) : IVoicemailDesk
{
    public VoicemailSnapshot Current => board.Current;

    public Task<string?> ChangeAsync(string recording, VoicemailState state, string by) =>
        loop.InvokeAsync(() => switchboard.Voicemail.Change(recording, state, by));

    public Task<string?> UndoAsync(string recording, string by) => loop.InvokeAsync(() => switchboard.Voicemail.Undo(recording, by));

    public Task<string?> ForgetGreetingAsync(string box, string by) =>
        loop.InvokeAsync(() => switchboard.Voicemail.ForgetGreeting(box, by));

    public Task<string?> CallBackAsync(string recording, string phone, string by) =>
        loop.InvokeAsync(() => switchboard.VoicemailCaller.Call(recording, phone, by));
}
