using Switchhook.Acd;
using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Queues.Messages;

/// <summary>A caller speaks a message while he keeps his place: until #, silence, the longest time, or until he hangs up.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="desk">Keeps messages.</param>
/// <param name="flow">The call.</param>
/// <param name="keepsPlace">True while a caller who leaves none waits on in his place.</param>
internal sealed class MessageEntry(FlowServices services, MessageDesk desk, FlowCall flow, Func<bool> keepsPlace)
{
    private const char DoneKey = '#';
    private const double BeepDbm0 = -16;

    private static readonly Tone Beep = new([new ToneStep([1000], TimeSpan.FromMilliseconds(400))], RepeatFrom: -1);

    // A pause for thought is shorter.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // A disk that stalls for longer keeps nothing.
    private static readonly TimeSpan DiskLimit = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _done = new();

    /// <summary>The whole of it, up to the moment in which the message is on disk.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="waited">What waits.</param>
    /// <param name="longest">A longer message is ended.</param>
    /// <param name="cancel">Someone has time for the caller.</param>
    /// <returns>The message; null when there is none, and the caller, when still there, has been told so.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<(MessageOwed Begun, MessageSound Sound)?> TakeAsync(
        QueueWork visit, WorkItem waited, TimeSpan longest, CancellationToken cancel)
    {
        if (desk.IsFull)
        {
            flow.Call.Note("message", $"No message can be left: {MessageDesk.MostOwed} wait already.");
            return await RefuseAsync(cancel);
        }

        await SayAsync(Phrase.LeaveMessage, cancel);
        await PlayAsync(new ToneSource(Beep, BeepDbm0), cancel);
        if (services.Recorder.RecordMessage(flow.Caller) is not { } recording)
        {
            flow.Call.Note("message", "No message can be left: the box makes too many recordings, or the caller has gone.");
            return await RefuseAsync(cancel);
        }

        var begun = desk.Begin(flow, visit, waited, recording.Id);
        try
        {
            await SpeakAsync(recording, longest, cancel);
            if (await SoundOfAsync(recording, cancel) is { } sound)
            {
                cancel.ThrowIfCancellationRequested();
                return (begun, sound);
            }
        }
        catch (OperationCanceledException)
        {
            recording.Discard();
            desk.Drop(begun, "An agent has time for the caller.");
            throw;
        }

        recording.Discard();
        var isSpoken = recording.Spoken >= MessageDesk.Shortest;
        desk.Drop(begun, isSpoken ? "The disk has not taken the message." : "The caller has not spoken a message.");
        return await RefuseAsync(cancel);
    }

    // Keys are for the box, and not for whoever hears the message.
    private async Task SpeakAsync(IMessageRecording recording, TimeSpan longest, CancellationToken cancel)
    {
        var caller = flow.Caller;
        caller.Media.KeepsKeys = true;
        caller.Digit += OnDigit;
        using var limit = services.Loop.Schedule(longest, () => _done.TrySetResult());
        services.Loop.Watch(WatchSilenceAsync(recording));
        try
        {
            await Task.WhenAny(_done.Task, caller.Ended, recording.Completion).WaitAsync(cancel);
        }
        finally
        {
            _done.TrySetResult();
            caller.Digit -= OnDigit;
            if (caller.State != LegState.Ended)
            {
                caller.Media.KeepsKeys = false;
            }
        }
    }

    private async Task WatchSilenceAsync(IMessageRecording recording)
    {
        while (!_done.Task.IsCompleted && recording.Quiet < LongestQuiet)
        {
            await Task.Delay(LookEvery, services.Loop.Time, CancellationToken.None);
        }

        _done.TrySetResult();
    }

    // Who hung up is told nothing any more, so what the disk has taken is kept; who is still there can try again.
    private async Task<MessageSound?> SoundOfAsync(IMessageRecording recording, CancellationToken cancel)
    {
        recording.Stop();
        if (recording.Spoken < MessageDesk.Shortest)
        {
            return null;
        }

        try
        {
            var sound = await recording.Completion.WaitAsync(DiskLimit, services.Loop.Time, cancel);
            var isGone = flow.Caller.State == LegState.Ended;
            return sound.Length >= MessageDesk.Shortest && (isGone || !sound.IsCutOff) ? sound : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        if (digit == DoneKey)
        {
            _done.TrySetResult();
        }
    }

    private async Task<(MessageOwed Begun, MessageSound Sound)?> RefuseAsync(CancellationToken cancel)
    {
        // The sentence says that the place is kept; who has none hears what comes next.
        if (keepsPlace())
        {
            await SayAsync(Phrase.MessageNotKept, cancel);
        }

        return null;
    }

    private async Task SayAsync(Phrase phrase, CancellationToken cancel)
    {
        if (flow.Announcements.Make(phrase).Prompt is { } prompt)
        {
            await PlayAsync(prompt.Open(), cancel);
        }
    }

    private async Task PlayAsync(IFrameSource source, CancellationToken cancel)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancel, flow.Caller.Gone);
        await flow.Caller.Media.PlayAsync(source, PlayMode.Instead, cut.Token);
        cancel.ThrowIfCancellationRequested();
    }
}
