using Switchhook.Acd.Figures.Intervals;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Voicemail.Callbacks;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Voicemail;

/// <summary>
/// A user hears mailboxes at a phone: new messages first, each with its caller and time, and says by keys what becomes of them.
/// </summary>
/// <param name="services">What flows work with.</param>
/// <param name="desk">Keeps the messages.</param>
/// <param name="call">The call of the phone.</param>
/// <param name="phone">Connected.</param>
/// <param name="keys">Of the phone.</param>
/// <param name="site">The site in force.</param>
internal sealed class VoicemailListening(
    FlowServices services, VoicemailDesk desk, Call call, Leg phone, PhoneKeys keys, SiteInForce site)
{
    private const char AgainKey = '1';
    private const char SaveKey = '2';
    private const char DeleteKey = '3';
    private const char CallKey = '4';
    private const char GreetingKey = '5';
    private const char NextKey = '6';

    // Nobody listens for longer in one call; a line that hangs is let go.
    private const int MostSteps = 2000;

    // E.164.
    private const int MostDigits = 15;

    private const int DaysOfWeek = 7;

    private static readonly TimeSpan KeyLimit = TimeSpan.FromSeconds(20);

    private readonly string _by = $"phone {phone.Party.Name}";
    private bool _isOver;

    /// <summary>The whole of it.</summary>
    /// <param name="boxes">At least one.</param>
    /// <returns>The digits by which a caller is called back now; null when the user is done or has gone.</returns>
    public async Task<string?> RunAsync(IReadOnlyList<VoicemailConfig> boxes)
    {
        var steps = 0;
        while (!keys.IsGone && steps < MostSteps)
        {
            var messages = Waiting(boxes);
            await SayCountAsync(messages);
            foreach (var message in messages)
            {
                if (await HearAsync(message, boxes, () => ++steps < MostSteps) is { } digits)
                {
                    return digits;
                }

                if (_isOver || keys.IsGone || steps >= MostSteps)
                {
                    return null;
                }
            }

            await SayAsync(VoicemailPhrases.End);
            steps++;
            switch (await keys.NextAsync(KeyLimit))
            {
                case GreetingKey:
                    await RecordGreetingAsync(boxes[0]);
                    break;
                case null:
                    return null;
            }
        }

        return null;
    }

    private List<VoicemailMessage> Waiting(IReadOnlyList<VoicemailConfig> boxes) =>
    [
        .. boxes.SelectMany(box => desk.Current.Of(box.Name)).OrderBy(one => one.State != VoicemailState.New).ThenBy(one => one.At),
    ];

    // Null when the next one is wanted, or the user has gone.
    private async Task<string?> HearAsync(VoicemailMessage message, IReadOnlyList<VoicemailConfig> boxes, Func<bool> goesOn)
    {
        if (await services.Recorder.LoadMessageAsync(message.Recording) is not { } sound)
        {
            call.Note("voicemail", $"The sound of message {message.Recording} cannot be read.");
            return null;
        }

        var digits = VoicemailCallback.DigitsFor(message.Caller, site);
        var isToBePlayed = true;
        while (goesOn() && !keys.IsGone)
        {
            if (isToBePlayed)
            {
                await SayWhoAndWhenAsync(message);
                await PlayAsync(message, sound);
                isToBePlayed = false;
            }

            await SayAsync(digits is null ? VoicemailPhrases.KeysWithoutCall : VoicemailPhrases.Keys);
            switch (await keys.NextAsync(KeyLimit))
            {
                case AgainKey:
                    isToBePlayed = true;
                    break;
                case SaveKey:
                    await ChangeAsync(message, VoicemailState.Saved, VoicemailPhrases.Saved);
                    return null;
                case DeleteKey:
                    await ChangeAsync(message, VoicemailState.Deleted, VoicemailPhrases.Deleted);
                    return null;
                case CallKey when digits is not null:
                    MarkHeard(message);
                    return digits;
                case GreetingKey:
                    await RecordGreetingAsync(boxes.First(box => box.Name == message.Box));
                    break;
                case NextKey:
                    return null;
                case null:
                    // The handset lies beside the telephone: nobody hears the next one.
                    _isOver = true;
                    return null;
            }
        }

        return null;
    }

    // Someone else may have deleted it meanwhile.
    private async Task ChangeAsync(VoicemailMessage message, VoicemailState state, Phrase done)
    {
        if (desk.Change(message.Recording, state, _by) is null)
        {
            await SayAsync(done);
        }
    }

    // Heard is what was played to its end, or cut off by a key: who hung up in the middle hears it again as new.
    private async Task PlayAsync(VoicemailMessage message, Prompt sound)
    {
        if (await keys.PlayAsync(sound.Open()))
        {
            MarkHeard(message);
        }
    }

    private void MarkHeard(VoicemailMessage message)
    {
        if (desk.Current.Find(message.Recording) is { State: VoicemailState.New })
        {
            desk.Change(message.Recording, VoicemailState.Heard, _by);
        }
    }

    private async Task SayCountAsync(List<VoicemailMessage> messages)
    {
        var fresh = messages.Count(one => one.State == VoicemailState.New);
        var old = messages.Count - fresh;
        await SayAsync([VoicemailPhrases.NewMessages(fresh), .. old > 0 ? [VoicemailPhrases.OldMessages(old)] : Array.Empty<Phrase>()]);
    }

    private Task SayWhoAndWhenAsync(VoicemailMessage message)
    {
        var digits = (message.Caller ?? "").Where(char.IsAsciiDigit).Take(MostDigits).ToList();
        var (calendar, now) = (new SiteCalendar(site.Model.TimeZone), services.Loop.Time.GetUtcNow());
        var left = SpokenTime.Of(message.At, now, calendar);
        var isLongAgo = calendar.DayOf(now).DayNumber - calendar.DayOf(message.At).DayNumber >= DaysOfWeek;
        return SayAsync(
        [
            digits.Count == 0 ? VoicemailPhrases.FromUnknown : VoicemailPhrases.FromNumber,
            .. digits.Select(VoicemailPhrases.Digit),
            .. isLongAgo || left is not { } time
                ? [VoicemailPhrases.LongAgo]
                : new[] { VoicemailPhrases.LeftOn(time.Day), VoicemailPhrases.LeftAt(time.Minute) },
        ]);
    }

    private async Task RecordGreetingAsync(VoicemailConfig box)
    {
        await SayAsync(VoicemailPhrases.SpeakGreeting);
        var speech = new SpokenRecording(services, phone, keys, site.Prompts.Announcements, box.Longest);
        var taken = await speech.TakeAsync(recording => desk.BeginGreeting(call, box.Name, recording, _by), desk.Drop);
        if (taken is { } greeting)
        {
            desk.KeepGreeting(greeting.Begun, greeting.Sound);
        }

        await SayAsync(taken is null ? VoicemailPhrases.NotKept : VoicemailPhrases.Kept);
    }

    private async Task SayAsync(params IReadOnlyList<Phrase> phrases) =>
        await keys.PlayAsync(site.Prompts.Announcements.Make(phrases).Prompt?.Open());
}
