using Switchhook.Audio;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Voicemail;

namespace Switchhook.Flows.Prompts.Recording;

/// <summary>Asks what becomes of a recording: the keys are those of the mailboxes.</summary>
/// <param name="keys">Of the user.</param>
/// <param name="announcements">What the box can say.</param>
internal sealed class PromptReview(PhoneKeys keys, Announcements announcements)
{
    /// <summary>Ends a recording, and keeps it in the review.</summary>
    public const char DoneKey = '#';

    /// <summary>Leaves; nothing changes.</summary>
    public const char LeaveKey = '*';

    private const char KeepKey = '1';
    private const char HearKey = '2';
    private const char AgainKey = '3';

    /// <summary>Who says nothing so often has gone away: an announcement is kept by a key only.</summary>
    private const int MostSilent = 3;

    private static readonly TimeSpan KeyLimit = TimeSpan.FromSeconds(8);

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="samples">The recording, 8 kHz.</param>
    public async Task<ReviewAnswer> AskAsync(ReadOnlyMemory<short> samples)
    {
        for (var silent = 0; silent < MostSilent && !keys.IsGone;)
        {
            await keys.PlayAsync(announcements.Make(VoicemailPhrases.Review).Prompt?.Open());
            switch (await keys.NextAsync(KeyLimit))
            {
                case KeepKey or DoneKey when !keys.IsGone:
                    return ReviewAnswer.Keep;
                case HearKey:
                    await keys.PlayAsync(new Prompt("recording", samples).Open());
                    break;
                case AgainKey:
                    return ReviewAnswer.Again;
                case LeaveKey:
                    return ReviewAnswer.Leave;
                case null:
                    silent++;
                    break;
            }
        }

        return ReviewAnswer.Leave;
    }
}

/// <summary>What becomes of a recording.</summary>
internal enum ReviewAnswer
{
    /// <summary>It is kept.</summary>
    Keep,

    /// <summary>It is recorded again.</summary>
    Again,

    /// <summary>It is dropped, and what was there stays.</summary>
    Leave,
}
