using System.Globalization;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;

namespace Switchhook.Recording;

/// <summary>Records legs of calls, and writes beginning and end into the call's journal. Control loop only.</summary>
/// <remarks>
/// The entry of the end comes when the file is closed, which may be after the end of the call; it belongs to the call that the recording
/// began with, also when the leg has gone into another one.
/// </remarks>
public sealed class CallRecorder(ControlLoop loop, Recorder recorder, IdSource ids) : ICallRecorder
{
    private readonly HashSet<Task> _finishing = [];

    /// <inheritdoc/>
    public void Record(Call call, Leg leg)
    {
        if (leg.State == LegState.Ended || leg.Media.Tap is not null)
        {
            return;
        }

        if (recorder.Start(ids.Next()) is not { } recording)
        {
            call.Note(
                "record", string.Create(CultureInfo.InvariantCulture, $"Not recorded: the box makes {recorder.Count} recordings already."));
            return;
        }

        call.Write(new RecordingStarted(call.Id, recording.Id, recording.File));
        leg.Media.Tap = recording;
        loop.Watch(StopWithAsync(leg, recording));
        var finish = FinishAsync(call, leg, recording);
        loop.Watch(finish);
        Finish(finish);
    }

    /// <inheritdoc/>
    public void EndRecording(Leg leg) => (leg.Media.Tap as RecordingInProgress)?.Stop();

    /// <inheritdoc/>
    public IMessageRecording? RecordMessage(Leg leg)
    {
        if (leg.State == LegState.Ended || recorder.Start(ids.Next()) is not { } recording)
        {
            return null;
        }

        var message = new MessageRecording(leg.Media, recording);
        Finish(message.Completion);
        return message;
    }

    /// <inheritdoc/>
    public Task<Prompt?> LoadMessageAsync(string recording) => recorder.LoadAsync(recording);

    /// <inheritdoc/>
    public TimeSpan? LengthOfMessage(string recording) => recorder.LengthOf(recording);

    /// <inheritdoc/>
    public Task<bool> RemoveMessageAsync(string recording) => recorder.RemoveAsync(recording);

    /// <inheritdoc/>
    public Task FinishAsync() => Task.WhenAll(_finishing);

    private void Finish(Task finish)
    {
        _finishing.RemoveWhere(task => task.IsCompleted);
        _finishing.Add(finish);
    }

    private static async Task StopWithAsync(Leg leg, RecordingInProgress recording)
    {
        await leg.Ended;
        recording.Stop();
    }

    private static async Task FinishAsync(Call call, Leg leg, RecordingInProgress recording)
    {
        var result = await recording.Completion;
        if (ReferenceEquals(leg.Media.Tap, recording))
        {
            leg.Media.Tap = null;
        }

        call.Write(new RecordingEnded(call.Id, recording.Id, result.Length, result.Why));
    }
}
