using Switchhook.Audio.Prompts;
using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Flows.Voicemail;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Flows.Prompts.Recording;

/// <summary>One recording of an announcement: after a tone, up to #, a long silence, or the limit.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="leg">Connected.</param>
/// <param name="keys">Of the user.</param>
internal sealed class PromptTake(FlowServices services, Leg leg, PhoneKeys keys)
{
    /// <summary>A longer announcement is ended.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>What is shorter is no announcement.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    private const double BeepDbm0 = -16;

    private static readonly Tone Beep = new([new ToneStep([1000], TimeSpan.FromMilliseconds(400))], RepeatFrom: -1);

    // The line gives the tone back for a moment, which is no speech.
    private static readonly TimeSpan BeepEcho = TimeSpan.FromMilliseconds(120);

    // A pause for thought is shorter.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // A disk that stalls for longer keeps nothing.
    private static readonly TimeSpan DiskLimit = TimeSpan.FromSeconds(5);

    /// <summary>The whole of it.</summary>
    /// <returns>What was said, trimmed and levelled; or why there is nothing.</returns>
    public async Task<(ReadOnlyMemory<short> Samples, TakeEnd End, string? Why)> RunAsync()
    {
        keys.Forget();
        await keys.PlayAsync(new ToneSource(Beep, BeepDbm0));
        await Task.Delay(BeepEcho, services.Loop.Time, CancellationToken.None);
        keys.Forget();
        if (services.Recorder.RecordMessage(leg) is not { } recording)
        {
            return (default, TakeEnd.Failed, "The box makes too many recordings already.");
        }

        var key = await SpeakAsync(recording);
        if (keys.IsGone || key == PromptReview.LeaveKey)
        {
            recording.Discard();
            return (default, TakeEnd.Left, null);
        }

        recording.Stop();
        var (sound, isStalled) = await SoundOfAsync(recording);
        if (isStalled || sound is null || sound.IsCutOff)
        {
            recording.Discard();
            return (default, TakeEnd.Failed, $"The disk has not taken the recording. {sound?.Why}".TrimEnd());
        }

        var loaded = recording.Spoken > TimeSpan.Zero ? await services.Recorder.LoadMessageAsync(recording.Id) : null;
        await services.Recorder.RemoveMessageAsync(recording.Id);
        var samples = loaded is null ? default : PromptTrim.Of(loaded.Samples);
        return samples.Length < Shortest.TotalSeconds * LineAudio.SampleRate
            ? (default, TakeEnd.TooShort, "Nothing was said.")
            : (SpeechLeveller.Level(samples.Span), TakeEnd.Taken, null);
    }

    // The key that ended it; null for an end without one.
    private async Task<char?> SpeakAsync(IMessageRecording recording)
    {
        var done = new TaskCompletionSource<char?>();
        keys.Pressed += OnKey;
        using var limit = services.Loop.Schedule(Longest, () => done.TrySetResult(null));
        services.Loop.Watch(WatchSilenceAsync(recording, done));
        try
        {
            await Task.WhenAny(done.Task, leg.Ended, recording.Completion);
        }
        finally
        {
            done.TrySetResult(null);
            keys.Pressed -= OnKey;
            keys.Forget();
        }

        return await done.Task;

        void OnKey(char key)
        {
            if (key is PromptReview.DoneKey or PromptReview.LeaveKey)
            {
                done.TrySetResult(key);
            }
        }
    }

    private async Task WatchSilenceAsync(IMessageRecording recording, TaskCompletionSource<char?> done)
    {
        while (!done.Task.IsCompleted && recording.Quiet < LongestQuiet)
        {
            await Task.Delay(LookEvery, services.Loop.Time, CancellationToken.None);
        }

        done.TrySetResult(null);
    }

    private async Task<(MessageSound? Sound, bool IsStalled)> SoundOfAsync(IMessageRecording recording)
    {
        try
        {
            return (await recording.Completion.WaitAsync(DiskLimit, services.Loop.Time, CancellationToken.None), false);
        }
        catch (TimeoutException)
        {
            return (null, true);
        }
    }
}

/// <summary>How a recording ended.</summary>
internal enum TakeEnd
{
    /// <summary>It is there.</summary>
    Taken,

    /// <summary>Nothing was said.</summary>
    TooShort,

    /// <summary>The box could not take it.</summary>
    Failed,

    /// <summary>The user hung up, or wants to leave.</summary>
    Left,
}
