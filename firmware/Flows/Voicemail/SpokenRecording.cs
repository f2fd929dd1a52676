using Switchhook.Audio.Tones;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Voicemail;

/// <summary>A party speaks after a tone, hears what it has said when it likes, and keeps it or says it again.</summary>
/// <param name="services">What flows work with.</param>
/// <param name="leg">Connected.</param>
/// <param name="keys">Of the party.</param>
/// <param name="announcements">What the box can say.</param>
/// <param name="longest">A longer recording is ended.</param>
internal sealed class SpokenRecording(
    FlowServices services, Leg leg, PhoneKeys keys, Announcements announcements, TimeSpan longest)
{
    private const char DoneKey = '#';
    private const char KeepKey = '1';
    private const char HearKey = '2';
    private const char AgainKey = '3';
    private const double BeepDbm0 = -16;

    /// <summary>How often someone may speak it again.</summary>
    private const int MostTries = 5;

    private static readonly Tone Beep = new([new ToneStep([1000], TimeSpan.FromMilliseconds(400))], RepeatFrom: -1);

    // A pause for thought is shorter.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // A disk that stalls for longer keeps nothing.
    private static readonly TimeSpan DiskLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan KeyLimit = TimeSpan.FromSeconds(8);

    /// <summary>The whole of it. Who hangs up has kept what is on disk.</summary>
    /// <typeparam name="T">What stands for a recording that was begun.</typeparam>
    /// <param name="begin">Writes that a recording begins.</param>
    /// <param name="drop">Writes that it is not kept, and why.</param>
    /// <returns>What is kept; null when nothing is, and the party, when still there, has not been told so.</returns>
    public async Task<(T Begun, MessageSound Sound)?> TakeAsync<T>(Func<string, T> begin, Action<string, string> drop)
        where T : class
    {
        for (var tries = 1; !keys.IsGone; tries++)
        {
            keys.Forget();
            await keys.PlayAsync(new ToneSource(Beep, BeepDbm0));
            keys.Forget();
            if (services.Recorder.RecordMessage(leg) is not { } recording)
            {
                return null;
            }

            var begun = begin(recording.Id);
            await SpeakAsync(recording);
            if (await SoundOfAsync(recording) is not { } sound)
            {
                recording.Discard();
                drop(recording.Id, recording.Spoken >= VoicemailDesk.Shortest ? "The disk has not taken it." : "Nothing was said.");
                return null;
            }

            if (tries == MostTries || await IsKeptAsync(recording.Id))
            {
                return (begun, sound);
            }

            drop(recording.Id, "It is spoken again.");
        }

        return null;
    }

    private async Task SpeakAsync(IMessageRecording recording)
    {
        var done = new TaskCompletionSource();
        keys.Pressed += OnKey;
        using var limit = services.Loop.Schedule(longest, () => done.TrySetResult());
        services.Loop.Watch(WatchSilenceAsync(recording, done));
        try
        {
            await Task.WhenAny(done.Task, leg.Ended, recording.Completion);
        }
        finally
        {
            done.TrySetResult();
            keys.Pressed -= OnKey;
            keys.Forget();
        }

        void OnKey(char key)
        {
            if (key == DoneKey)
            {
                done.TrySetResult();
            }
        }
    }

    private async Task WatchSilenceAsync(IMessageRecording recording, TaskCompletionSource done)
    {
        while (!done.Task.IsCompleted && recording.Quiet < LongestQuiet)
        {
            await Task.Delay(LookEvery, services.Loop.Time, CancellationToken.None);
        }

        done.TrySetResult();
    }

    // Who hung up is told nothing any more, so what the disk has taken is kept; who is still there can try again.
    private async Task<MessageSound?> SoundOfAsync(IMessageRecording recording)
    {
        recording.Stop();
        if (recording.Spoken < VoicemailDesk.Shortest)
        {
            return null;
        }

        try
        {
            var sound = await recording.Completion.WaitAsync(DiskLimit, services.Loop.Time, CancellationToken.None);
            return sound.Length >= VoicemailDesk.Shortest && (keys.IsGone || !sound.IsCutOff) ? sound : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // Who says nothing more, and who goes, has kept it.
    private async Task<bool> IsKeptAsync(string recording)
    {
        while (!keys.IsGone)
        {
            await keys.PlayAsync(announcements.Make(VoicemailPhrases.Review).Prompt?.Open());
            switch (await keys.NextAsync(KeyLimit))
            {
                case AgainKey:
                    return false;
                case HearKey:
                    await keys.PlayAsync((await services.Recorder.LoadMessageAsync(recording))?.Open());
                    break;
                case null or KeepKey or DoneKey:
                    return true;
            }
        }

        return true;
    }
}
