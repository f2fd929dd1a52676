using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Voicemail;

/// <summary>Takes a message of a caller into a mailbox: greets, records, lets the caller review it.</summary>
/// <remarks>Nothing that a caller presses here leads anywhere else: a mailbox is no way to an outside line.</remarks>
internal sealed class VoicemailStep(FlowServices services, VoicemailDesk desk)
{
    /// <summary>The whole of it; the flow goes on after it when the caller is still there.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="box">A mailbox of its site.</param>
    /// <exception cref="OperationCanceledException">The caller has gone; what was spoken is kept.</exception>
    public async Task RunAsync(FlowCall flow, string box)
    {
        var config = flow.Site.Model.Voicemail[box];
        flow.Caller.Media.StopPlaying();
        flow.Caller.Answer();
        using (var keys = new PhoneKeys(services.Loop, flow.Caller))
        {
            if (desk.IsFull(config))
            {
                flow.Call.Note("voicemail", $"Mailbox {box} takes no message: it has {config.Most} already.");
                await SayAsync(flow, keys, VoicemailPhrases.Full);
            }
            else
            {
                await GreetAsync(flow, keys, config);
                await TakeAsync(flow, keys, config);
            }
        }

        flow.Caller.Gone.ThrowIfCancellationRequested();
    }

    private async Task GreetAsync(FlowCall flow, PhoneKeys keys, VoicemailConfig box)
    {
        if (desk.Current.GreetingOf(box.Name) is { } own && await services.Recorder.LoadMessageAsync(own.Recording) is { } spoken)
        {
            flow.Call.Note("voicemail", $"Mailbox {box.Name} greets with the recorded greeting.");
            await keys.PlayAsync(spoken.Open());
        }
        else if (box.Greeting is { } name && flow.Site.Prompts.Find(name, flow.Memory.Language).Prompt is { } prompt)
        {
            flow.Call.Note("voicemail", $"Mailbox {box.Name} greets with prompt {name}.");
            await keys.PlayAsync(prompt.Open());
        }
        else
        {
            flow.Call.Note("voicemail", $"Mailbox {box.Name} greets with the box's own sentence.");
            await SayAsync(flow, keys, VoicemailPhrases.BoxOf(box.DisplayName), Phrase.LeaveMessage);
        }
    }

    private async Task TakeAsync(FlowCall flow, PhoneKeys keys, VoicemailConfig box)
    {
        var speech = new SpokenRecording(services, flow.Caller, keys, flow.Announcements, box.Longest);
        var taken = await speech.TakeAsync(recording => desk.Begin(flow, box, recording), desk.Drop);
        if (taken is { } message)
        {
            desk.Keep(message.Begun, message.Sound);
            await SayAsync(flow, keys, VoicemailPhrases.Kept);
        }
        else
        {
            flow.Call.Note("voicemail", $"There is no message for mailbox {box.Name}.");
            await SayAsync(flow, keys, VoicemailPhrases.NotKept);
        }
    }

    private static async Task SayAsync(FlowCall flow, PhoneKeys keys, params IReadOnlyList<Phrase> phrases)
    {
        var announcement = flow.Announcements.Make(phrases);
        if (announcement.Missing is { } missing)
        {
            flow.Call.Note("voicemail", missing);
        }

        await keys.PlayAsync(announcement.Prompt?.Open());
    }
}
